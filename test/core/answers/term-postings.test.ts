import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termCollector } from '../../../src/core/answers/term-postings.ts';
import { wordsOf } from '../../../src/core/words/words.ts';

/** The words of a text as one pattern finds them: slower, and plain to read. */
const pattern = /(?:\p{L}\.){2,}|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?/gu;

const piece = fc.constantFrom(
  ...[
    'the ',
    'us ',
    'US ',
    'North ',
    'Korea',
    'Korean ',
    'Saudi Arabia ',
    'Élysée ',
    "don't ",
    'O’Neill',
    'U.S. ',
    'a.b',
  ],
  ...[
    '3,000',
    '5th',
    '5the',
    '2.5.',
    ' ',
    '. ',
    '’',
    '𝐀𝐛',
    '🙂',
    'e\u0301',
    'x²',
    '\uD800',
    'may ',
    'May ',
    'of ',
    '\n',
  ],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('words', () => {
  it('are those that the pattern finds, whatever the text', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(wordsOf(given).map(({ raw }) => raw)).toEqual(given.match(pattern) ?? []);
      }),
    );
  });
});

describe('postings of terms', () => {
  it('know no term that stands nowhere', () => {
    const collector = termCollector();
    collector.enter('Talks went on.', 0, 14);
    expect([...collector.postings().numbers.keys()]).toEqual(['talk', 'go']);
  });

  it('say of every term in which sentences it stands and how often with a capital, as its words do', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (sentences) => {
        const whole = sentences.join('\n');
        const collector = termCollector();
        let start = 0;
        for (const sentence of sentences) {
          collector.enter(whole, start, start + sentence.length);
          start += sentence.length + 1;
        }
        const postings = collector.postings();
        const words = sentences.map((sentence) => wordsOf(sentence).filter(({ weight }) => weight !== 'stop'));
        expect([...postings.lengths]).toEqual(words.map(({ length }) => length));
        for (const term of new Set(words.flat().map((word) => word.term))) {
          const number = postings.numbers.get(term) ?? -1;
          const holding = words.flatMap((all, at) => (all.some((word) => word.term === term) ? [at] : []));
          const all = words.flat().filter((word) => word.term === term);
          expect([...postings.sentences(number)]).toEqual(holding);
          expect(postings.capitals(number)).toBe(all.filter(({ capital }) => capital).length / all.length);
        }
      }),
      { examples: [[['the us ']]] },
    );
  });
});
