import { describe, expect, it } from 'vitest';
import { nearnessOf } from '../../../src/core/digests/nearness.ts';

function wordsOf(texts: Record<string, string>): Map<string, Set<string>> {
  return new Map(Object.entries(texts).map(([origin, text]) => [origin, new Set(text.split(' '))]));
}

describe('nearness', () => {
  it('is 1 for the origin that shares most with the others, and less for one that tells of another matter', () => {
    const near = nearnessOf(
      wordsOf({ a: 'storm harbour wall quay', b: 'storm harbour wall boats', c: 'storm budget tax council' }),
    );
    expect(Math.max(...near.values())).toBe(1);
    expect(near.get('a')).toBeCloseTo(near.get('b') ?? 0);
    expect(near.get('c')).toBeCloseTo(0.5);
  });

  it('is the mean cosine of the sets of words, however long they are', () => {
    const near = nearnessOf(
      wordsOf({ a: 'storm harbour', b: 'storm harbour wall quay boats ferry stone crane', c: 'storm' }),
    );
    const cosines = { a: 2 / Math.sqrt(16) + 1 / Math.sqrt(2), b: 2 / Math.sqrt(16) + 1 / Math.sqrt(8) };
    expect((near.get('b') ?? 0) / (near.get('a') ?? 1)).toBeCloseTo(cosines.b / cosines.a);
  });

  it('is 1 for an origin alone, and for origins that share nothing', () => {
    expect(nearnessOf(wordsOf({ a: 'storm harbour' })).get('a')).toBe(1);
    expect([...nearnessOf(wordsOf({ a: 'storm', b: 'budget' })).values()]).toEqual([1, 1]);
  });
});
