import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/core/text/nearest.ts';

describe('the nearest word', () => {
  it.each([
    ['shedule', 'schedule'],
    ['hwo', 'who'],
    ['Timline', 'timeline'],
  ])('to %s is %s', (typed, meant) => {
    expect(nearest(typed, ['who', 'schedule', 'timeline', 'brief'])).toBe(meant);
  });

  it('is none when nothing is near', () => {
    expect(nearest('weather', ['who', 'schedule', 'timeline'])).toBeUndefined();
  });
});

describe('the edit distance', () => {
  const word = fc.string({ maxLength: 12 });

  it('is nought for the same word and the same both ways', () => {
    fc.assert(fc.property(word, (one) => editDistance(one, one) === 0));
    fc.assert(fc.property(word, word, (one, other) => editDistance(one, other) === editDistance(other, one)));
  });

  it('is at most the longer word’s length and at least the difference of the lengths', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other);
        return distance <= Math.max(one.length, other.length) && distance >= Math.abs(one.length - other.length);
      }),
    );
  });

  it('counts swapped neighbours once', () => {
    expect(editDistance('form', 'from')).toBe(1);
  });

  it('is the same up to the most that is asked for, and more than that beyond', () => {
    fc.assert(
      fc.property(word, word, fc.nat({ max: 4 }), (one, other, most) => {
        const [whole, bounded] = [editDistance(one, other), editDistance(one, other, most)];
        return whole <= most ? bounded === whole : bounded > most;
      }),
    );
  });
});
