import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gathering } from '../../../src/adapters/postgres/gathering.ts';

it('runs a call that comes alone at once, and those that come meanwhile together, in their order', async () => {
  const together: number[][] = [];
  const double = gathering(async (items: readonly number[]) => {
    together.push([...items]);
    await nextTurn();
    return items.map((item) => item * 2);
  });
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
  expect(together).toEqual([[1], [2, 3, 4]]);
  expect(await double(5)).toBe(10);
});

it('begins a call after it was made, so that what it reads is not older', async () => {
  let written = 0;
  const read = gathering<void, number>(async (calls) => {
    const seen = written;
    await nextTurn();
    return calls.map(() => seen);
  });
  const before = read();
  written = 1;
  expect([await before, await read()]).toEqual([0, 1]);
  void read();
  const second = read();
  written = 2;
  expect(await second).toBe(2);
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
  expect(sizes).toEqual([1, 100, 100, 50]);
});
