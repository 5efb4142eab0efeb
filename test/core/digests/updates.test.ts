import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../../src/core/digests/compose-digest.ts';
import { heldLibrary } from '../../support/held-library.ts';

const sinceNoon = { from: '2025-02-18T12:00:00.000Z', to: '2025-02-18T18:00:00.000Z' };
const morning = '2025-02-18T08:00:00.000Z';
const afternoon = '2025-02-18T15:00:00.000Z';

describe('a line of a later window', () => {
  it.each([
    [
      'the same person who does something else',
      'Harbour President Anna Holm called the arrests an outrage.',
      'Harbour President Anna Holm said she was sure of a majority.',
      undefined,
    ],
    [
      'a number counted anew, however it is worded',
      'The death toll stood at two on Friday morning, doctors said.',
      'The death toll rose to five after divers searched the wreck.',
      'The death toll stood at two on Friday morning, doctors said.',
    ],
  ])('tells an update from %s', (_what, before, after, updated) => {
    const digest = composeDigest(
      heldLibrary([
        { publisher: 'Courier', text: before, added: morning },
        { publisher: 'Observer', text: after, added: afternoon },
      ]),
      sinceNoon,
    );
    expect(digest.lines.map(({ text, updates }) => [text, updates?.text])).toEqual([[after, updated]]);
  });
});
