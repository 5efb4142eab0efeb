import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highest, isAmong, merged, placeIn } from '../../../src/core/answers/rising.ts';

const rising = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 })
  .map((numbers) => Int32Array.from(numbers).toSorted());

describe('rising lists', () => {
  it('tell whether they hold a number, and where it would stand', () => {
    fc.assert(
      fc.property(rising, fc.integer({ min: -1, max: 61 }), (list, number) => {
        expect(isAmong(list, number)).toBe(list.includes(number));
        expect(placeIn(list, number)).toBe(list.filter((other) => other < number).length);
      }),
    );
  });

  it('are merged into one that holds every number once', () => {
    fc.assert(
      fc.property(rising, rising, (one, other) => {
        const all = [...new Set([...one, ...other])].toSorted((left, right) => left - right);
        expect([...merged(one, other)]).toEqual(all);
      }),
    );
  });
});

describe('the highest scores', () => {
  it('are those that sorting all would put first, equal ones in rising order of their ids', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 60 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 12 }), (given, limit) => {
        const ids = [...given.keys()].toReversed();
        const sorted = [...given.keys()].toSorted(
          (one, other) => (given[other] ?? 0) - (given[one] ?? 0) || one - other,
        );
        expect(highest(ids, (id) => given[id] ?? 0, limit)).toEqual(sorted.slice(0, limit));
      }),
    );
  });
});
