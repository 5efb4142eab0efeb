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

  it('runs a job anew when it has ended, and at once when it waits for its time', async () => {
    const { queue } = await footing.open();
    const seen = collector<string>();
    let later = true;
    await queue.work([
      handle(greet, async ({ payload }) => {
        seen.add(payload.name);
        if (payload.name !== 'waits' || !later) return;
        later = false;
        throw new TryLater(3_600_000);
      }),
    ]);
    await queue.add(greet, { name: 'ended' }, 'ended');
    await queue.add(greet, { name: 'waits' }, 'waits');
    await seen.until(2);
    await expect.poll(async () => (await queue.depth())['delayed'], { timeout: 10_000 }).toBe(1);
    await expect.poll(async () => (await queue.depth())['active'], { timeout: 10_000 }).toBe(0);
    await queue.addAnew(greet, { name: 'ended' }, 'ended');
    await queue.addAnew(greet, { name: 'waits' }, 'waits');
    expect((await seen.until(4)).toSorted()).toEqual(['ended', 'ended', 'waits', 'waits']);
  });

  it('takes keys that differ in one sign for different jobs', async () => {
    const { queue } = await footing.open();
    const keys = ['a:b', 'a.b', 'a b', 'a%3Ab', 'a/b'];
    const seen = collector<string>();
    for (const key of keys) await queue.add(greet, { name: key }, key);
    await queue.work([handle(greet, async ({ payload }) => seen.add(payload.name))]);
    expect((await seen.until(keys.length)).toSorted()).toEqual(keys.toSorted());
  });

  it('does not run a job whose payload its kind no longer knows, and does not try it again', async () => {
    const { queue } = await footing.open();
    const seen = collector<string>();
    await queue.add(greet, { name: 'old' }, 'old');
    await queue.add(greet, { name: 'a newer name' }, 'new');
    const stricter: JobKind<{ name: string }> = { ...greet, payload: z.object({ name: z.string().min(10) }) };
    await queue.work([handle(stricter, async ({ payload }) => seen.add(payload.name))]);
    expect(await seen.until(1)).toEqual(['a newer name']);
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

  it('leaves behind a run that does not heed its end, and tries the job again', async () => {
    const { queue } = await footing.open();
    const seen = collector<boolean>();
    const deaf: JobKind<{ name: string }> = { ...greet, name: 'test.deaf', timeoutMs: 50, attempts: 2 };
    const worker = handle(deaf, ({ lastAttempt }) => {
      seen.add(lastAttempt);
      return new Promise(() => undefined);
    });
    await queue.work([worker]);
    await queue.add(deaf, { name: 'Ada' }, 'deaf');
    expect(await seen.until(2)).toEqual([false, true]);
  });

  it('adds a job after each fixed time, counted from the epoch', async () => {
    const { queue } = await footing.open();
    const seen = collector<number>();
    await queue.work([handle(greet, async ({ dueAt }) => seen.add(dueAt))]);
    await queue.schedule('every-fifth', { kind: 'every', everyMs: 200 }, greet, { name: 'tick' });
    const due = await seen.until(3);
    expect(due.map((at) => at % 200)).toEqual([0, 0, 0]);
    expect(due).toEqual([...new Set(due)].toSorted((left, right) => left - right));
  });

  it('adds a job at the times of a pattern in its zone', async () => {
    const { queue } = await footing.open();
    const seen = collector<{ readonly name: string; readonly dueAt: number }>();
    await queue.work([handle(greet, async ({ payload, dueAt }) => seen.add({ name: payload.name, dueAt }))]);
    const hours = (timeZone: string): string => {
      const hour = Number(
        new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(Date.now()),
      );
      return `* * ${hour},${(hour + 1) % 24} * * *`;
    };
    // Each second of the hour that it is in Kiritimati now; in Paris that hour is half a day away.
    const pattern = hours('Pacific/Kiritimati');
    await queue.schedule('elsewhere', { kind: 'cron', pattern, timeZone: 'Europe/Paris' }, greet, { name: 'Paris' });
    await queue.schedule('here', { kind: 'cron', pattern, timeZone: 'Pacific/Kiritimati' }, greet, {
      name: 'Kiritimati',
    });
    const runs = await seen.until(2);
    expect(runs.map(({ name, dueAt }) => `${name} ${dueAt % 1_000}`)).toEqual(['Kiritimati 0', 'Kiritimati 0']);
  });

  it('lists its schedulers and forgets one', async () => {
    const { queue } = await footing.open();
    await queue.schedule('digest-one', { kind: 'every', everyMs: 60_000 }, greet, { name: 'minute' });
    await queue.schedule('digest-two', weekdays, greet, { name: 'morning' });
    expect((await queue.scheduled()).toSorted()).toEqual(['digest-one', 'digest-two']);
    await queue.unschedule('digest-one');
    await queue.unschedule('digest-one');
    expect(await queue.scheduled()).toEqual(['digest-two']);
  });

  it('changes a scheduler', async () => {
    const { queue } = await footing.open();
    const seen = collector<string>();
    await queue.schedule('digest', weekdays, greet, { name: 'before' });
    await queue.schedule('digest', { kind: 'every', everyMs: 100 }, greet, { name: 'after' });
    await queue.work([handle(greet, async ({ payload }) => seen.add(payload.name))]);
    expect(await seen.until(2)).toEqual(['after', 'after']);
    expect(await queue.scheduled()).toEqual(['digest']);
  });

  it('keeps waiting jobs and schedulers when it is closed and opened again', async () => {
    const place = await footing.lastingPlace();
    const before = await place.open();
    await before.queue.add(greet, { name: 'Ada' }, 'waits');
    await before.queue.schedule('digest', weekdays, greet, { name: 'morning' });
    await before.close();
    const after = await place.open();
    expect(await after.queue.scheduled()).toEqual(['digest']);
    const seen = collector<string>();
    await after.queue.work([handle(greet, async ({ payload }) => seen.add(payload.name))]);
    expect(await seen.until(1)).toEqual(['Ada']);
  });

  it('runs what a scheduler owed from the time that nobody worked, also when the scheduler is set again as it was', async () => {
    const place = await footing.lastingPlace();
    const eachSecond = { kind: 'cron', pattern: '* * * * * *', timeZone: 'Europe/Paris' } as const;
    const before = await place.open();
    await before.queue.schedule('digest', eachSecond, greet, { name: 'owed' });
    const owed = (Math.floor(Date.now() / 1_000) + 1) * 1_000;
    await before.close();
    const after = await place.open();
    await after.queue.schedule('digest', eachSecond, greet, { name: 'owed' });
    const seen = collector<number>();
    await after.queue.work([handle(greet, async ({ dueAt }) => seen.add(dueAt))]);
    const [first] = await seen.until(1);
    expect(first).toBeLessThanOrEqual(owed);
  });

  it('lets a running job finish before it closes', async () => {
    const place = await footing.lastingPlace();
    const { queue, close } = await place.open();
    const started = collector<string>();
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let ended = 'not yet';
    const slow = handle(greet, async ({ payload }) => {
      started.add(payload.name);
      await finished;
      ended = 'ended';
    });
    await queue.work([slow]);
    await queue.add(greet, { name: 'Ada' }, 'slow');
    await started.until(1);
    const closed = close().then(() => ended);
    finish();
    expect(await closed).toBe('ended');
  });
});

const weekdays = { kind: 'cron', pattern: '30 7 * * 1-5', timeZone: 'Europe/Paris' } as const;

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
