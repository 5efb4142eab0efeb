import { expect, it } from 'vitest';
import { z } from 'zod';
import type { JobKind } from '../../src/core/jobs/jobs.ts';
import { handle, type JobRun, NeverRetry, TryLater } from '../../src/core/jobs/queue.ts';
import { describeEachFooting } from '../support/each-footing.ts';

const greet: JobKind<{ name: string }> = {
  name: 'test.greet',
  payload: z.object({ name: z.string() }),
  attempts: 3,
  backoffMs: 10,
  timeoutMs: 5_000,
};

describeEachFooting('the queue', (footing) => {
  it('runs a job with its payload', async () => {
    const { queue } = await footing.open();
    const seen = collector<string>();
    await queue.work([handle(greet, async ({ payload }) => seen.add(payload.name))]);
    await queue.add(greet, { name: 'Ada' }, 'first');
    expect(await seen.until(1)).toEqual(['Ada']);
  });

  it('refuses a payload that its kind does not know', async () => {
    const { queue } = await footing.open();
    const wrong: JobKind<{ name: string }> = { ...greet, payload: z.object({ name: z.string().min(10) }) };
    await expect(queue.add(wrong, { name: 'Ada' }, 'wrong')).rejects.toThrow();
  });

  it('adds a job of the same key once', async () => {
    const { queue } = await footing.open();
    const seen = collector<string>();
    await queue.add(greet, { name: 'once' }, 'a:b:c:d');
    await queue.add(greet, { name: 'twice' }, 'a:b:c:d');
    await queue.add(greet, { name: 'last' }, '17');
    await queue.work([handle(greet, async ({ payload }) => seen.add(payload.name))]);
    expect((await seen.until(2)).toSorted()).toEqual(['last', 'once']);
  });

  it('tries a job that fails again, and tells the last attempt', async () => {
    const { queue } = await footing.open();
    const seen = collector<boolean>();
    const fails = handle(greet, async ({ lastAttempt }) => {
      seen.add(lastAttempt);
      throw new Error('not yet');
    });
    await queue.work([fails]);
    await queue.add(greet, { name: 'Ada' }, 'fails');
    expect(await seen.until(3)).toEqual([false, false, true]);
  });

  it('does not count a wait that the worker asked for, nor try again what cannot help', async () => {
    const { queue } = await footing.open();
    const seen = collector<string>();
    const waits = handle(greet, async ({ payload, lastAttempt }: JobRun<{ name: string }>) => {
      seen.add(`${payload.name} ${lastAttempt}`);
      if (payload.name === 'never') throw new NeverRetry('no such channel');
      if (seen.count(`${payload.name} false`) < 5) throw new TryLater(5);
    });
    await queue.work([waits]);
    await queue.add(greet, { name: 'later' }, 'later');
    expect(await seen.until(5)).toEqual(Array.from({ length: 5 }, () => 'later false'));
    await queue.add(greet, { name: 'never' }, 'never');
    await seen.until(6);
    await queue.add(greet, { name: 'later' }, 'a later one');
    await seen.until(7);
    expect(seen.count('never false')).toBe(1);
  });

  it('ends a run that takes too long', async () => {
    const { queue } = await footing.open();
    const seen = collector<string>();
    const slow: JobKind<{ name: string }> = { ...greet, name: 'test.slow', timeoutMs: 50, attempts: 1 };
    const worker = handle(slow, ({ signal }) => {
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          seen.add('stopped');
          reject(new Error('stopped'));
        });
      });
    });
    await queue.work([worker]);
    await queue.add(slow, { name: 'Ada' }, 'slow');
    expect(await seen.until(1)).toEqual(['stopped']);
  });

  it('adds a job at each recurrence of a scheduler, and forgets a scheduler', async () => {
    const { queue } = await footing.open();
    const seen = collector<number>();
    await queue.work([handle(greet, async ({ dueAt }) => seen.add(dueAt))]);
    await queue.schedule('digest-one', { kind: 'every', everyMs: 200 }, greet, { name: 'tick' });
    await queue.schedule('digest-two', { kind: 'cron', pattern: '30 7 * * 1-5', timeZone: 'Europe/Paris' }, greet, { name: 'morning' });
    expect((await queue.scheduled()).toSorted()).toEqual(['digest-one', 'digest-two']);
    const due = await seen.until(3);
    expect(new Set(due.map((at) => at % 200)).size).toBe(1);
    await queue.unschedule('digest-one');
    await queue.unschedule('digest-one');
    expect(await queue.scheduled()).toEqual(['digest-two']);
  });
});

interface Collector<Item> {
  add(item: Item): void;
  count(item: Item): number;
  /** Resolves when this many have come. */
  until(count: number): Promise<Item[]>;
}

function collector<Item>(): Collector<Item> {
  const items: Item[] = [];
  const waiting: { readonly count: number; readonly resolve: (items: Item[]) => void }[] = [];
  return {
    add: (item) => {
      items.push(item);
      for (const waiter of waiting) if (items.length >= waiter.count) waiter.resolve([...items]);
    },
    count: (item) => items.filter((known) => known === item).length,
    until: (count) =>
      new Promise((resolve) => {
        if (items.length >= count) resolve([...items]);
        else waiting.push({ count, resolve });
      }),
  };
}
