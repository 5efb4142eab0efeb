import { describe, expect, it } from 'vitest';
import type { DeliveryNeeds } from '../../../src/core/delivery/delivery-needs.ts';
import { PostError } from '../../../src/core/errors/errors.ts';
import { NeverRetry, TryLater } from '../../../src/core/jobs/queue.ts';
import { readQuiet } from '../../../src/core/schedules/quiet-hours.ts';
import { type Bench, deliveryBenches, halfPastSeven, mayor } from '../../support/delivery-bench.ts';
import { describeEachFooting } from '../../support/each-footing.ts';

const died = new Error('killed');
const aMinuteLater = '2025-02-18T06:31:00.000Z';

describeEachFooting('posting at once', (footing) => {
  const openEachWay = deliveryBenches(footing);

  /** A bench at the time that is due, in which something is new. */
  async function openBench(): Promise<Bench> {
    const bench = await openEachWay('the run that composes');
    await bench.add(mayor);
    bench.clock.set(halfPastSeven);
    return bench;
  }

  describe('the run that composed a digest', () => {
    it('posts it without another job, and without looking for what nobody can have posted', async () => {
      const bench = await openBench();
      const { watched, added } = watchedQueue(bench);
      await watched.due(halfPastSeven);
      expect(bench.platform.posts).toMatchObject([{ attempt: 'first' }]);
      expect(await bench.latest()).toMatchObject({ state: 'sent', takenAt: halfPastSeven });
      expect(added).toEqual([]);
    });

    it('tells in the same step what came of its time', async () => {
      const bench = await openBench();
      const dying = bench.withNeeds(({ subscriptions }) => ({ subscriptions: { ...subscriptions, noteRun: dies } }));
      await dying.due(halfPastSeven);
      const { id } = await bench.latest();
      expect(await bench.subscriptions.runs(bench.subscription.id)).toEqual([
        { slot: '2025-02-18T07:30', dueAt: halfPastSeven, at: halfPastSeven, result: 'composed', delivery: id },
      ]);
    });

    it('looks for an earlier attempt when it has stood still since it took the digest', async () => {
      const bench = await openBench();
      const slow = bench.withNeeds(({ outbox }) => ({
        outbox: {
          ...outbox,
          put: async (delivery, run) => {
            const stored = await outbox.put(delivery, run);
            bench.clock.set(aMinuteLater);
            return stored;
          },
        },
      }));
      await slow.due(halfPastSeven);
      expect(bench.platform.posts).toMatchObject([{ attempt: 'later' }]);
    });

    it('has it in hand: a job of the same process waits, however the clock jumps', async () => {
      const bench = await openBench();
      const outcomes: unknown[] = [];
      const jumping: Bench = bench.withNeeds(({ platforms }) => ({
        platforms: posting(platforms, async () => {
          bench.clock.set('2025-02-18T07:31:00.000Z');
          outcomes.push(await jumping.deliver().catch((error: unknown) => error));
        }),
      }));
      await jumping.due(halfPastSeven);
      expect(outcomes).toMatchObject([{ name: 'TryLater', delayMs: 35_000 }]);
      expect(bench.platform.posts).toHaveLength(1);
    });
  });

  describe('a digest is left to a job', () => {
    it('where its platform is served by another process', async () => {
      const bench = await openBench();
      const { watched, added } = watchedQueue(bench.withNeeds(() => ({ platforms: new Map() })));
      await watched.due(halfPastSeven);
      const { id, state } = await bench.latest();
      expect([state, added]).toEqual(['waiting', [{ key: id, delayMs: undefined }]]);
    });

    it('when hours have become quiet while it was composed', async () => {
      const bench = await openBench();
      const quiet = readQuiet('22:00-07:00', 'Europe/Paris');
      if (quiet === undefined) throw new Error('these are quiet hours');
      await bench.subscriptions.save({ ...bench.subscription, quiet });
      const slow = bench.withNeeds((needs) =>
        composing(needs, async () => bench.clock.set('2025-02-18T21:00:00.000Z')),
      );
      await slow.due(halfPastSeven);
      expect([bench.platform.posts, (await bench.latest()).state]).toEqual([[], 'waiting']);
    });

    it('when another process has composed it meanwhile', async () => {
      const bench = await openBench();
      const { watched, added } = watchedQueue(
        bench.withNeeds((needs) => composing(needs, () => bench.due(halfPastSeven))),
      );
      await watched.due(halfPastSeven);
      await bench.deliver();
      expect(bench.platform.posts).toMatchObject([{ key: (await bench.latest()).id }]);
      expect(added).toHaveLength(1);
    });

    it.each([
      [new PostError('rate-limited', 'slow down', { retryAfterMs: 1_234 }), 1_234, 1_234],
      [new PostError('unavailable', 'bad gateway'), 1_500, 2_000],
      [new TypeError('undefined is not a function'), 1_500, 2_000],
    ])('when the platform does not take it (%s), after a while', async (refusal, shortest, longest) => {
      const bench = await openBench();
      const { watched, added } = watchedQueue(bench);
      bench.platform.refuse(refusal);
      await watched.due(halfPastSeven);
      expect(await bench.latest()).toMatchObject({ state: 'failed', failures: 1 });
      const [job] = added;
      expect(job?.key).toBe((await bench.latest()).id);
      expect(job?.delayMs).toBeGreaterThanOrEqual(shortest);
      expect(job?.delayMs).toBeLessThanOrEqual(longest);
      await bench.deliver();
      expect(bench.platform.posts).toMatchObject([{ attempt: 'later' }]);
    });

    it.each(['before the platform took it', 'after the platform took it'])('by a run that died %s', async (when) => {
      const bench = await openBench();
      const dying = bench.withNeeds(({ outbox, platforms }) =>
        when.startsWith('before')
          ? { outbox: { ...outbox, markFailed: dies }, platforms: posting(platforms, dies) }
          : { outbox: { ...outbox, markSent: dies } },
      );
      await expect(dying.due(halfPastSeven)).rejects.toThrow(died);
      const { watched, added } = watchedQueue(bench);
      await watched.due(halfPastSeven);
      const { id } = await bench.latest();
      expect(added).toEqual([{ key: id, delayMs: undefined }]);
      await expect(bench.deliver()).rejects.toMatchObject({ name: 'TryLater', delayMs: 35_000 });
      bench.clock.set(aMinuteLater);
      await bench.deliver();
      expect(bench.platform.posts.at(-1)).toMatchObject({ key: id, attempt: 'later' });
      expect(new Set(bench.platform.posts.map(({ key }) => key)).size).toBe(1);
      expect((await bench.latest()).state).toBe('sent');
    });
  });

  describe('a refusal that certainly left nothing', () => {
    const refusal = new PostError('rate-limited', 'slow down', { retryAfterMs: 1_000, left: 'nothing' });

    it('lets the process that had it post without a look, however often that is refused', async () => {
      const bench = await openBench();
      bench.platform.refuse(refusal, refusal);
      await bench.due(halfPastSeven);
      await expect(bench.deliver()).rejects.toThrow(TryLater);
      await bench.deliver();
      expect(bench.platform.posts).toMatchObject([{ attempt: 'first' }]);
    });

    it('tells nothing once an attempt ended otherwise', async () => {
      const bench = await openBench();
      bench.platform.refuse(refusal, new PostError('unavailable', 'bad gateway'), refusal);
      await bench.due(halfPastSeven);
      await expect(bench.deliver()).rejects.toThrow(TryLater);
      await expect(bench.deliver()).rejects.toThrow(TryLater);
      await bench.deliver();
      expect(bench.platform.posts).toMatchObject([{ attempt: 'later' }]);
    });

    it('is not known to another process, be it the same one started again', async () => {
      const bench = await openBench();
      bench.platform.refuse(refusal);
      await bench.due(halfPastSeven);
      await bench.withNeeds(() => ({})).deliver();
      expect(bench.platform.posts).toMatchObject([{ attempt: 'later' }]);
    });

    it('is worth nothing when another run has taken the digest since and died', async () => {
      const bench = await openBench();
      bench.platform.refuse(refusal);
      await bench.due(halfPastSeven);
      const { id } = await bench.latest();
      await bench.outbox.markSending(id, halfPastSeven, 35_000);
      bench.clock.set(aMinuteLater);
      await bench.deliver();
      expect(bench.platform.posts).toMatchObject([{ attempt: 'later' }]);
    });

    it('is worth nothing when another run has tried since', async () => {
      const bench = await openBench();
      bench.platform.refuse(refusal, new PostError('unavailable', 'bad gateway'));
      await bench.due(halfPastSeven);
      await expect(bench.withNeeds(() => ({})).deliver()).rejects.toThrow(TryLater);
      await bench.deliver();
      expect(bench.platform.posts).toMatchObject([{ attempt: 'later' }]);
    });

    it('is worth nothing when the run died before it could store the refusal', async () => {
      const bench = await openBench();
      bench.platform.refuse(refusal);
      const dying = bench.withNeeds(({ outbox }) => ({ outbox: { ...outbox, markFailed: dies } }));
      await expect(dying.due(halfPastSeven)).rejects.toThrow(died);
      expect((await bench.latest()).state).toBe('sending');
      bench.clock.set(aMinuteLater);
      await dying.deliver();
      expect(bench.platform.posts).toMatchObject([{ attempt: 'later' }]);
    });
  });

  describe('a refusal for good', () => {
    it.each([
      [new PostError('gone', 'channel_not_found'), 'paused'],
      [new PostError('rejected', 'invalid_blocks'), 'active'],
    ] as const)('ends the job (%s), and the schedule is %s', async (refusal, state) => {
      const bench = await openBench();
      bench.platform.refuse(refusal);
      await expect(bench.due(halfPastSeven)).rejects.toThrow(NeverRetry);
      expect((await bench.latest()).state).toBe('given-up');
      expect((await bench.subscriptions.get(bench.subscription.id))?.state).toBe(state);
    });
  });
});

async function dies(): Promise<never> {
  throw died;
}

interface Added {
  readonly key: string;
  readonly delayMs: number | undefined;
}

/** The bench, and the jobs that are added on it. */
function watchedQueue(bench: Bench): { readonly watched: Bench; readonly added: readonly Added[] } {
  const added: Added[] = [];
  const watched = bench.withNeeds(({ queue }) => ({
    queue: { ...queue, add: async (_kind, _payload, key, delayMs) => void added.push({ key, delayMs }) },
  }));
  return { watched, added };
}

/** Something happens while a digest is composed. */
function composing({ libraries }: DeliveryNeeds, meanwhile: () => Promise<void>): Partial<DeliveryNeeds> {
  return {
    libraries: {
      open: async (story) => {
        const library = await libraries.open(story);
        await meanwhile();
        return library;
      },
    },
  };
}

/** Something happens while a digest is posted. */
function posting(
  platforms: DeliveryNeeds['platforms'],
  meanwhile: () => Promise<void>,
): ReadonlyMap<string, NonNullable<ReturnType<DeliveryNeeds['platforms']['get']>>> {
  return new Map(
    [...platforms].map(([name, platform]) => [
      name,
      {
        ...platform,
        post: async (asked) => {
          await meanwhile();
          return platform.post(asked);
        },
      },
    ]),
  );
}
