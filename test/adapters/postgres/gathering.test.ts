import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gathering } from '../../../src/adapters/postgres/gathering.ts';

it('runs calls of the same moment together, and so those that come meanwhile, in their order', async () => {
  const together: number[][] = [];
  const double = gathering(async (items: readonly number[]) => {
    together.push([...items]);
    await nextTurn();
    return items.map((item) => item * 2);
  });
  const first = Promise.all([1, 2].map(double));
  await nextTurn();
  expect(together).toEqual([[1, 2]]);
  expect(await Promise.all([3, 4, 5].map(double))).toEqual([6, 8, 10]);
  expect(await first).toEqual([2, 4]);
  expect(together).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  expect(await double(6)).toBe(12);
});

it('begins a call after it was made, so that what it reads is not older', async () => {
  let written = 0;
  const read = gathering<void, number>(async (calls) => {
    const seen = written;
    await nextTurn();
    return calls.map(() => seen);
  });
  const before = read();
  await nextTurn();
  written = 1;
  const after = read();
  expect([await before, await after]).toEqual([0, 1]);
});

it('runs each alone when it fails for several, so that only those fail whose fault it is', async () => {
  const store = gathering(async (items: readonly string[]) => {
    await nextTurn();
    if (items.includes('bad')) throw new Error(`${items.length} with a bad one`);
    return items;
  });
  const settled = await Promise.allSettled(['first', 'good', 'bad', 'fine'].map(store));
  expect(settled.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([
    ...['first', 'good', 'Error: 1 with a bad one', 'fine'],
  ]);
});

it('runs at most a hundred together', async () => {
  const sizes: number[] = [];
  const same = gathering(async (items: readonly number[]) => {
    sizes.push(items.length);
    await nextTurn();
    return items;
  });
  await Promise.all(Array.from({ length: 251 }, (_, index) => same(index)));
  expect(sizes).toEqual([100, 100, 51]);
});
