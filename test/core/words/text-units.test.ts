import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textUnits } from '../../../src/core/words/text-units.ts';

describe('the code units of texts', () => {
  it('are those of each text in turn, with a 0 after the last', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(texts, (given) => {
        const units = textUnits();
        for (const text of given) {
          const expected = [...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)), 0];
          expect([...units.of(text).subarray(0, text.length + 1)]).toEqual(expected);
        }
      }),
    );
  });

  it('hold a text that is longer than any before', () => {
    const units = textUnits();
    units.of('short');
    const long = 'naïve “words” 𝒜 '.repeat(5_000);
    expect(String.fromCharCode(...units.of(long).subarray(long.length - 20, long.length))).toBe(long.slice(-20));
  });
});
