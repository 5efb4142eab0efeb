import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textUnits } from '../../../src/core/words/text-units.ts';
import { wordTable } from '../../../src/core/words/word-table.ts';

describe('a table of words', () => {
  it('gives a word the same number wherever it stands, in the order in which words are first met', () => {
    const words = fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 40 });
    fc.assert(
      fc.property(words, (given) => {
        const table = wordTable();
        const units = textUnits().of(given.join(''));
        const numbers: number[] = [];
        let start = 0;
        for (const word of given) {
          numbers.push(table.numberOf(units, start, start + word.length));
          start += word.length;
        }
        const different = [...new Set(given)];
        expect(numbers).toEqual(given.map((word) => different.indexOf(word)));
      }),
    );
  });

  it('keeps numbers while it grows', () => {
    const table = wordTable();
    const words = Array.from({ length: 20_000 }, (_, number) => `w${number}`);
    const texts = textUnits();
    const numberOf = (word: string): number => table.numberOf(texts.of(`a ${word} b`), 2, 2 + word.length);
    expect(words.map(numberOf)).toEqual(words.map((_, number) => number));
    expect(words.map(numberOf)).toEqual(words.map((_, number) => number));
  });
});
