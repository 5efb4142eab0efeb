import { describe, expect, it } from 'vitest';
import type { DeliveryNeeds } from '../../../src/core/delivery/delivery-needs.ts';
import { NeverRetry } from '../../../src/core/jobs/queue.ts';
import { readTiming } from '../../../src/core/schedules/read-timing.ts';
import {
  type Bench,
  crack,
  deliveryBenches,
  everyWay,
  halfPastSeven,
  mayor,
  six,
} from '../../support/delivery-bench.ts';
import { describeEachFooting } from '../../support/each-footing.ts';

const died = new Error('killed');
const dies = async (): Promise<never> => {
  throw died;
};

describeEachFooting('composing', (footing) => {
  const openEachWay = deliveryBenches(footing);

  describe.each(everyWay)('(posted by %s)', (postedBy) => {
    const openBench = () => openEachWay(postedBy);

    describe('a digest that is due', () => {
      it('is composed for its local slot, posted, and remembered as told', async () => {
        const bench = await openBench();
        await bench.add(mayor);
        bench.clock.set(halfPastSeven);
        await bench.due(halfPastSeven);
        expect(await bench.latest()).toMatchObject({
          key: `${bench.subscription.id}:2025-02-18T07:30`,
          state: postedBy === 'a job' ? 'waiting' : 'sent',
        });
        await bench.deliver();
        expect(await bench.latest()).toMatchObject({ state: 'sent', posted: { id: '1', thread: 'thread-1' } });
        expect(bench.told(mayor)).toBe(1);
        expect(JSON.stringify(bench.platform.posts)).toContain('2025-02-18T17:00:00.000Z');
        expect((await bench.subscriptions.get(bench.subscription.id))?.toldUntil).toBe('2025-02-18T06:00:00.000Z');
      });

      it('is composed once and posted once, however often its jobs run', async () => {
        const bench = await openBench();
        await bench.add(mayor);
        await bench.due(halfPastSeven);
        const composed = await bench.latest();
        await bench.due(halfPastSeven);
        await bench.deliver();
        await bench.deliver();
        await bench.due(halfPastSeven);
        await bench.deliver();
        expect((await bench.latest()).id).toBe(composed.id);
        expect(bench.platform.posts).toHaveLength(1);
      });

      it('is composed once when a doubled hour makes it due twice', async () => {
        const bench = await openBench();
        await bench.subscriptions.save({
          ...bench.subscription,
          timing: readTiming({ at: '02:30', tz: 'Europe/Paris' }, 'UTC'),
        });
        bench.clock.set('2025-10-26T00:30:00.000Z');
        await bench.due('2025-10-26T00:30:00.000Z');
        await bench.deliver();
        bench.clock.set('2025-10-26T01:30:00.000Z');
        await bench.due('2025-10-26T01:30:00.000Z');
        await bench.deliver();
        expect(bench.platform.posts).toHaveLength(1);
      });

      it('tells only what the one before it did not', async () => {
        const bench = await openBench();
        await bench.add(mayor);
        bench.clock.set(halfPastSeven);
        await bench.due(halfPastSeven);
        await bench.deliver();
        bench.clock.set(six);
        await bench.add(crack);
        await bench.due(six);
        await bench.deliver();
        expect([bench.told(mayor), bench.told(crack)]).toEqual([1, 1]);
      });

      it('says when nothing is new', async () => {
        const bench = await openBench();
        await bench.add(mayor);
        bench.clock.set(halfPastSeven);
        await bench.due(halfPastSeven);
        await bench.deliver();
        bench.clock.set(six);
        await bench.due(six);
        await bench.deliver();
        expect(bench.told('Nothing new since')).toBe(1);
      });

      it.each(['paused', 'removed'] as const)('is not composed when its schedule is %s', async (state) => {
        const bench = await openBench();
        if (state === 'paused') await bench.subscriptions.save({ ...bench.subscription, state });
        else await bench.subscriptions.remove(bench.subscription.id);
        await bench.due(halfPastSeven);
        await expect(bench.latest()).rejects.toThrow('nothing was composed');
      });

      it('is never tried again when its story is not followed any more', async () => {
        const bench = (await openBench()).withNeeds(() => ({ stories: [] }));
        await expect(bench.due(halfPastSeven)).rejects.toThrow(NeverRetry);
      });
    });

    describe('an article that is being taken in while a digest is composed', () => {
      it('is told by the next one', async () => {
        const bench = await openBench();
        await bench.add(mayor);
        bench.clock.set(halfPastSeven);
        // Its moment is before the digest's, and it reaches the store when the library has been opened.
        const slow = bench.withNeeds(({ libraries, clock }) => ({
          clock: { now: () => clock.now() + 5_000 },
          libraries: {
            open: async (story) => {
              const library = await libraries.open(story);
              await bench.add(crack);
              return library;
            },
          },
        }));
        await slow.due(halfPastSeven);
        await slow.deliver();
        expect([bench.told(mayor), bench.told(crack)]).toEqual([1, 0]);
        bench.clock.set(six);
        await bench.due(six);
        await bench.deliver();
        expect([bench.told(mayor), bench.told(crack)]).toEqual([1, 1]);
      });
    });

    describe('after a pause of the process', () => {
      it('one digest tells all that the slots passed would have told', async () => {
        const bench = await openBench();
        const deliveries = new Set<string>();
        const watched = bench.withNeeds(({ queue }) => ({
          queue: {
            ...queue,
            add: async (kind, payload, key) => {
              deliveries.add(key);
              await queue.add(kind, payload, key);
            },
          },
        }));
        await bench.add(mayor);
        const nextMorning = '2025-02-19T06:30:00.000Z';
        bench.clock.set('2025-02-19T08:00:00.000Z');
        await Promise.all([watched.due(six), watched.due(nextMorning)]);
        await bench.deliver();
        bench.clock.set('2025-02-19T08:00:01.000Z');
        await watched.due(nextMorning);
        await watched.due(six);
        await bench.deliver();
        expect(deliveries.size).toBe(1);
        expect(bench.platform.posts).toHaveLength(1);
      });
    });

    describe('a process that dies', () => {
      it('after composing loses and doubles nothing', async () => {
        const bench = await openBench();
        await bench.add(mayor);
        const dying = bench.withNeeds(diesOnceStored);
        bench.clock.set(halfPastSeven);
        await expect(dying.due(halfPastSeven)).rejects.toThrow(died);
        bench.clock.set('2025-02-18T06:31:00.000Z');
        await bench.due(halfPastSeven);
        await bench.deliver();
        bench.clock.set(six);
        await bench.due(six);
        await bench.deliver();
        expect(bench.platform.posts).toHaveLength(2);
        expect(bench.told(mayor)).toBe(1);
      });

      it('after posting leaves it to the platform, by the same key, to show the message once', async () => {
        const bench = await openBench();
        await bench.add(mayor);
        const dying = bench.withNeeds((needs) => ({ outbox: { ...needs.outbox, markSent: dies } }));
        bench.clock.set(halfPastSeven);
        await expect(dueAndPosted(dying)).rejects.toThrow(died);
        bench.clock.set('2025-02-18T06:31:00.000Z');
        await bench.deliver();
        expect(new Set(bench.platform.posts.map(({ key }) => key)).size).toBe(1);
        expect(await bench.latest()).toMatchObject({ state: 'sent' });
      });

      it('of a version that notes apart what was told does not tell it again', async () => {
        const bench = await openBench();
        await bench.add(mayor);
        const dying = bench.withNeeds(diesBeforeTold);
        bench.clock.set(halfPastSeven);
        await expect(dueAndPosted(dying)).rejects.toThrow(died);
        bench.clock.set(six);
        await bench.due(six);
        await bench.deliver();
        expect(bench.platform.posts).toHaveLength(2);
        expect(bench.told(mayor)).toBe(1);
      });

      it('and comes back notes what was told', async () => {
        const bench = await openBench();
        await bench.add(mayor);
        const dying = bench.withNeeds(diesBeforeTold);
        await expect(dueAndPosted(dying)).rejects.toThrow(died);
        await bench.deliver();
        expect(bench.platform.posts).toHaveLength(1);
        expect((await bench.subscriptions.get(bench.subscription.id))?.toldUntil).toBe('2025-02-18T06:00:00.000Z');
      });
    });
  });
});

async function dueAndPosted(bench: Bench): Promise<void> {
  await bench.due(halfPastSeven);
  await bench.deliver();
}

function diesOnceStored({ outbox }: DeliveryNeeds): Partial<DeliveryNeeds> {
  const put: DeliveryNeeds['outbox']['put'] = async (delivery, run) => {
    await outbox.put(delivery, run);
    return dies();
  };
  return { outbox: { ...outbox, put } };
}

/** An older version noted in a step of its own what was told, and could die before it. */
function diesBeforeTold({ outbox }: DeliveryNeeds): Partial<DeliveryNeeds> {
  const markSent: DeliveryNeeds['outbox']['markSent'] = async (id, posted) => {
    await outbox.markSent(id, posted);
    return dies();
  };
  return { outbox: { ...outbox, markSent } };
}
