import { describe, expect, it } from 'vitest';
import { findVerb } from '../../src/cli/verbs.ts';
import { UserError } from '../../src/core/errors/errors.ts';

describe('a verb of the command line', () => {
  it.each([
    ['ingst', 'Did you mean communique ingest?'],
    ['verifi', 'Did you mean communique verify?'],
    ['timelime', 'Did you mean communique timeline?'],
    ['docter', 'Did you mean communique doctor?'],
    ['xylophone', 'Type communique help to see what there is.'],
    ['constructor', 'Type communique help to see what there is.'],
  ])('that is misspelt gets the verb that was meant, of its own and of the channel: %s', async (typed, mend) => {
    await expect(findVerb(typed)).rejects.toThrow(
      expect.objectContaining({ message: `There is no "${typed}".`, mend }),
    );
    await expect(findVerb(typed)).rejects.toThrow(UserError);
  });

  it.each(['ingest', 'who', 'brief', 'verify'])('that is right is found: %s', async (typed) => {
    expect(await findVerb(typed)).toBeTypeOf('function');
  });
});
