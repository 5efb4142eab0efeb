import { describe, expect, it } from 'vitest';
import { answerSpans } from '../../../src/core/answers/answer-spans.ts';
import type { QuestionKind } from '../../../src/core/answers/read-question.ts';
import { wordsOf } from '../../../src/core/words/words.ts';

function spans(kind: QuestionKind, text: string, question = ''): string[] {
  const asked = new Set(wordsOf(question).map((word) => word.term));
  return answerSpans(kind, { text, words: wordsOf(text), asked }).map(({ start, end }) => text.slice(start, end));
}

describe('spans that could answer', () => {
  it.each<[QuestionKind, string, string[]]>([
    ['time', 'Leaders met on Monday and will meet again on 24 February 2025.', ['on Monday', 'on 24 February 2025']],
    ['time', 'From 1947 to 1967 prices rose; the plan may change next week.', ['From 1947 to 1967', 'next week']],
    ['time', 'It will happen before the end of the month.', ['before the end of the month']],
    [
      'count',
      'More than 3,000 troops and about three and a half hours on 12 February.',
      ['More than 3,000', 'about three and a half'],
    ],
    ['count', 'Some 1500 soldiers left in 1973.', ['Some 1500']],
    ['amount', 'It cost $1.5 billion, or 20 percent of the budget.', ['$1.5 billion', '20 percent']],
    [
      'person',
      'British Prime Minister Keir Starmer met Ursula von der Leyen in Paris.',
      ['British Prime Minister Keir Starmer', 'Ursula von der Leyen'],
    ],
    ['place', 'The Paris summit moved to Riyadh in Saudi Arabia.', ['Riyadh', 'Saudi Arabia']],
    [
      'reason',
      'Europe must be heard because the war is fought on its soil.',
      ['because the war is fought on its soil.'],
    ],
    ['statement', 'Starmer said no.', []],
  ])('%s: %s', (kind, text, expected) => {
    expect(spans(kind, text)).toEqual(expected);
  });

  it('are none of what the question said itself', () => {
    expect(spans('person', 'Donald Trump called Vladimir Putin.', 'Whom did Trump call?')).toEqual(['Vladimir Putin']);
    expect(
      spans('reason', 'She left over not being invited to the summit.', 'Why was she not invited to the summit?'),
    ).toEqual([]);
  });
});
