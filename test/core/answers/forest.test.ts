import { describe, expect, it } from 'vitest';
import { forestOf } from '../../../src/core/answers/forest.ts';

describe('a forest', () => {
  it('adds up the leaves that the values lead to', () => {
    const forest = forestOf('0:0.5 1:2 -1 -2 3\n1:10 0.25 0.5');
    expect(forest([0, 1])).toBe(-1 + 0.25);
    expect(forest([0, 3])).toBe(-2 + 0.25);
    expect(forest([1, 3])).toBe(3 + 0.25);
    expect(forest([1, 11])).toBe(3 + 0.5);
  });

  it('takes a value at the threshold to the first branch', () => {
    expect(forestOf('0:0.5 1 2')([0.5])).toBe(1);
  });

  it('says nothing without trees', () => {
    expect(forestOf('')([1])).toBe(0);
  });
});
