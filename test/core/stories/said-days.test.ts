import { describe, expect, it } from 'vitest';
import { citerFor } from '../../../src/core/stories/citer.ts';
import { sentenceLine } from '../../../src/core/stories/lines.ts';
import { heldLibrary } from '../../support/held-library.ts';

function beside(text: string): string[] {
  const library = heldLibrary([{ publisher: 'Courier', text, published: '2025-02-19T08:00:00.000Z' }]);
  const [held] = library.articles;
  const sentence = held?.sentences.at(-1);
  if (held === undefined || sentence === undefined) throw new Error('no sentence is held');
  const line = sentenceLine(held, sentence);
  return citerFor(library)
    .dated(line)
    .flatMap((span) => (span.kind === 'text' ? [span.text] : []));
}

describe('beside a line', () => {
  it.each([
    ['stands the day of a weekday', 'The pier broke on Tuesday.', [' (Tue 18 Feb 2025)']],
    ['stands the day of "yesterday"', 'The pier broke yesterday.', [' (Tue 18 Feb 2025)']],
    ['stand two days', 'The pier broke on Monday and fell on Tuesday.', [' (Mon 17 Feb 2025, Tue 18 Feb 2025)']],
    [
      'stands the year of the passage',
      'In 2011 the mine was sold. On 9 May, divers found the wreck.',
      [' (Mon 9 May 2011)'],
    ],
    ['stands nothing where the line says the day', 'The pier broke on 18 February.', []],
    ['stands nothing where it names no day', 'The pier broke.', []],
  ])('%s', (_what, text, spans) => {
    expect(beside(text)).toEqual(spans);
  });
});
