import { describe, expect, it } from 'vitest';
import { faultIn } from '../../../src/core/writing/check/bears-out.ts';
import { falseParaphrases } from './false-paraphrases.ts';

describe.each(falseParaphrases)('of “%s”', (source, ...written) => {
  it('nothing is taken that says something else', () => {
    expect(written.filter((sentence) => faultIn(sentence, source) === undefined)).toEqual([]);
  });

  it('the sentence itself is taken', () => {
    expect(faultIn(source, source)).toBeUndefined();
  });
});
