import { expect, it } from 'vitest';
import { pairNumbers } from '../../../src/core/digests/pair-numbers.ts';

it('numbers pairs as they are first met, however many, and knows each again', () => {
  const numberOf = pairNumbers();
  const pairs = Array.from({ length: 20_000 }, (_, index) => [index % 150, Math.floor(index / 150) - 1] as const);
  expect(pairs.map(([first, second]) => numberOf(first, second))).toEqual([...pairs.keys()]);
  expect(pairs.map(([first, second]) => numberOf(first, second))).toEqual([...pairs.keys()]);
});

it('tells a pair from the same two the other way round', () => {
  const numberOf = pairNumbers();
  expect([numberOf(1, 2), numberOf(2, 1), numberOf(1, 2)]).toEqual([0, 1, 0]);
});
