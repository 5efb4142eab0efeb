import { expect, it } from 'vitest';
import { recencyOf } from '../../../src/core/digests/recency.ts';
import { heldLibrary } from '../../support/held-library.ts';

function worthOf(...articles: readonly { readonly published?: string; readonly added: string }[]): number[] {
  const { articles: held } = heldLibrary(
    articles.map((article, number) => ({ publisher: `Paper ${number}`, text: `Boat ${number} left.`, ...article })),
  );
  const worth = recencyOf(held);
  return held.map((one) => worth.get(one) ?? Number.NaN);
}

it('an article without a date is no newer than the newest that has one, whenever it was taken in', () => {
  const longAfter = '2026-11-26T08:00:00Z';
  expect(
    worthOf(
      { published: '2025-02-18T08:00:00Z', added: longAfter },
      { published: '2025-02-16T08:00:00Z', added: longAfter },
      { added: longAfter },
    ),
  ).toEqual([1, 0.5, 1]);
});

it('articles without dates are compared by when they were taken in', () => {
  expect(worthOf({ added: '2025-02-16T08:00:00Z' }, { added: '2025-02-18T08:00:00Z' })).toEqual([0.5, 1]);
});
