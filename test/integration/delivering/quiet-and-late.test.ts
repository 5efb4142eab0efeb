import { describe, expect, it } from 'vitest';
import { TryLater } from '../../../src/core/jobs/queue.ts';
import { readQuiet } from '../../../src/core/schedules/quiet-hours.ts';
import { readTiming } from '../../../src/core/schedules/read-timing.ts';
import type { Subscription } from '../../../src/core/schedules/subscription.ts';
import {
  type Bench,
  crack,
  deliveryBenches,
  everyWay,
  ferry,
  halfPastSeven,
  mayor,
  six,
} from '../../support/delivery-bench.ts';
import { describeEachFooting } from '../../support/each-footing.ts';

describeEachFooting('quiet hours, silence, lateness', (footing) => {
  const openEachWay = deliveryBenches(footing);

  describe.each(everyWay)('(posted by %s)', (postedBy) => {
    const openBench = () => openEachWay(postedBy);

    /** A bench whose channel wishes for something else, and in which the first digest has been posted. */
    async function openSpokenBench(wish: Partial<Subscription>): Promise<Bench> {
      const bench = await openBench();
      await bench.subscriptions.save({ ...bench.subscription, ...wish });
      await bench.add(mayor);
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      await bench.deliver();
      expect(bench.platform.posts).toHaveLength(1);
      return bench;
    }

    async function results(bench: Bench): Promise<string[]> {
      return (await bench.subscriptions.runs(bench.subscription.id)).map(({ slot, result }) => `${slot} ${result}`);
    }

    const everyThreeHours = readTiming({ every: '3h' }, 'UTC');
    const night = readQuiet('22:00-06:30', 'Europe/Paris');
    if (night === undefined) throw new Error('these are quiet hours');

    describe('what is due in quiet hours', () => {
      it('is held, and goes out as one digest when they end', async () => {
        const bench = await openSpokenBench({ timing: everyThreeHours, quiet: night, nothingNew: 'line' });
        for (const [at, news] of [
          ['2025-02-18T21:00:00.000Z', crack],
          ['2025-02-19T00:00:00.000Z', ferry],
          ['2025-02-19T03:00:00.000Z', ''],
        ] as const) {
          bench.clock.set(at);
          if (news !== '') await bench.add(news);
          await bench.due(at);
        }
        expect(await results(bench)).toEqual([
          '2025-02-19T03:00:00.000Z held',
          '2025-02-19T00:00:00.000Z held',
          '2025-02-18T21:00:00.000Z held',
          '2025-02-18T06:30:00.000Z composed',
        ]);
        const end = '2025-02-19T05:30:00.000Z';
        await expect(bench.look('quiet-end', end)).rejects.toMatchObject({ delayMs: 9_000_000 });
        bench.clock.set(end);
        await bench.look('quiet-end', end);
        await bench.look('quiet-end', end);
        await bench.deliver();
        expect(bench.platform.posts).toHaveLength(2);
        expect([bench.told(mayor), bench.told(crack), bench.told(ferry)]).toEqual([1, 1, 1]);
        bench.clock.set('2025-02-19T06:00:00.000Z');
        await bench.due('2025-02-19T06:00:00.000Z');
        await bench.deliver();
        expect(bench.told('Nothing new since')).toBe(1);
      });

      it('adds one job for the end of the quiet hours, however many are held', async () => {
        const bench = await openSpokenBench({ timing: everyThreeHours, quiet: night });
        const added: object[] = [];
        const watched = bench.withNeeds(({ queue }) => ({
          queue: {
            ...queue,
            add: async (kind, payload, key) => {
              added.push({ kind: kind.name, payload, key });
              await queue.add(kind, payload, key);
            },
          },
        }));
        for (const at of ['2025-02-18T21:00:00.000Z', '2025-02-19T00:00:00.000Z']) {
          bench.clock.set(at);
          await watched.due(at);
        }
        const { id } = bench.subscription;
        const job = {
          kind: 'digest.due',
          payload: { subscription: id, occasion: { kind: 'quiet-end', at: '2025-02-19T05:30:00.000Z' } },
          key: `${id}:quiet-end:2025-02-19T05:30:00.000Z`,
        };
        expect(added).toEqual([job, job]);
      });

      it('is posted at their end once, when a time of the schedule is that moment', async () => {
        const timing = readTiming({ at: '06:30,23:00', tz: 'Europe/Paris' }, 'UTC');
        const bench = await openSpokenBench({ timing, quiet: night, nothingNew: 'line' });
        bench.clock.set('2025-02-18T22:00:00.000Z');
        await bench.add(crack);
        await bench.due('2025-02-18T22:00:00.000Z');
        const end = '2025-02-19T05:30:00.000Z';
        bench.clock.set(end);
        await Promise.all([bench.look('quiet-end', end), bench.due(end)]);
        await bench.deliver();
        expect(bench.platform.posts).toHaveLength(2);
        expect(bench.told(crack)).toBe(1);
      });

      it('that was composed before them and has not arrived waits too', async () => {
        const bench = await openBench();
        await bench.subscriptions.save({ ...bench.subscription, quiet: night });
        await bench.add(mayor);
        bench.clock.set(halfPastSeven);
        await bench.withNeeds(() => ({ platforms: new Map() })).due(halfPastSeven);
        bench.clock.set('2025-02-18T21:30:00.000Z');
        await expect(bench.deliver()).rejects.toMatchObject({ name: 'TryLater', delayMs: 8 * 3_600_000 });
        expect(bench.platform.posts).toEqual([]);
      });

      it('is posted all the same when somebody asks for it now', async () => {
        const bench = await openSpokenBench({ quiet: night });
        const at = '2025-02-18T23:00:00.000Z';
        bench.clock.set(at);
        await bench.add(crack);
        await bench.look('asked', at);
        await bench.deliver();
        expect(bench.told(crack)).toBe(1);
        expect((await bench.latest()).key).toBe(`${bench.subscription.id}:now:${at}`);
      });
    });

    describe('a digest that somebody asks for now', () => {
      it('is posted while the schedule is paused, says when nothing is new, and counts as told', async () => {
        const bench = await openSpokenBench({ nothingNew: 'silent' });
        await bench.subscriptions.save({ ...bench.subscription, state: 'paused' });
        await bench.add(crack);
        for (const at of ['2025-02-18T10:00:00.000Z', '2025-02-18T10:05:00.000Z']) {
          bench.clock.set(at);
          await bench.look('asked', at);
          await bench.look('asked', at);
          await bench.deliver();
        }
        expect(bench.platform.posts).toHaveLength(3);
        expect([bench.told(crack), bench.told('Nothing new since')]).toEqual([1, 1]);
      });
    });

    describe('when nothing is new', () => {
      const days = Array.from({ length: 16 }, (_, day) => new Date(Date.parse(halfPastSeven) + (day + 1) * 86_400_000));

      it.each([
        ['silent', []],
        ['line', days.map((day) => day.getUTCDate())],
        // The first digest came on the 18th.
        ['heartbeat-weekly', [25, 4]],
      ] as const)('"%s" is heard of it on the days %j', async (nothingNew, expected) => {
        const timing = readTiming({ at: '07:30', tz: 'Europe/Paris' }, 'UTC');
        const bench = await openSpokenBench({ nothingNew, timing });
        const heard: number[] = [];
        for (const day of days) {
          const before = bench.platform.posts.length;
          // The clock stands some moments later than the time that is due, as it does.
          bench.clock.set(new Date(day.getTime() + 5_000).toISOString());
          await bench.due(day.toISOString());
          await bench.deliver();
          if (bench.platform.posts.length > before) heard.push(day.getUTCDate());
        }
        expect(heard).toEqual(expected);
        expect(bench.told('I am still here')).toBe(nothingNew === 'heartbeat-weekly' ? 2 : 0);
        await bench.add(crack);
        bench.clock.set('2025-03-07T06:30:00.000Z');
        await bench.due('2025-03-07T06:30:00.000Z');
        await bench.deliver();
        expect(bench.told(crack)).toBe(1);
      });

      it('never lets more than a week pass on a weekly schedule', async () => {
        const timing = readTiming({ at: '07:30', days: 'tue', tz: 'Europe/Paris' }, 'UTC');
        const bench = await openSpokenBench({ nothingNew: 'heartbeat-weekly', timing });
        // Clocks change on the 30th of March.
        for (const at of ['2025-02-25T06:30:00.000Z', '2025-03-04T06:30:00.000Z', '2025-03-11T06:30:00.000Z']) {
          bench.clock.set(at);
          await bench.due(at);
          await bench.deliver();
        }
        expect(bench.told('I am still here')).toBe(3);
      });
    });

    describe('after the process was not running', () => {
      it('the newest missed digest comes once within the grace period, and says that it is late', async () => {
        const bench = await openSpokenBench({});
        await bench.add(crack);
        bench.clock.set('2025-02-18T18:30:00.000Z');
        // The queue has kept its job, and the look at the start adds another.
        await Promise.all([bench.due(six), bench.look('slot', six)]);
        await bench.deliver();
        await bench.due(six);
        await bench.deliver();
        expect(bench.platform.posts).toHaveLength(2);
        expect(bench.told(crack)).toBe(1);
        expect(JSON.stringify(bench.platform.posts[1]?.message.blocks[0])).toMatch(
          /Due .*2025-02-18T17:00:00\.000Z.* it is late/,
        );
        expect((await bench.subscriptions.runs(bench.subscription.id))[0]).toMatchObject({
          slot: '2025-02-18T18:00',
          result: 'composed',
          late: true,
        });
      });

      it('what is older is skipped and noted, and the next digest tells what it would have told', async () => {
        const bench = await openSpokenBench({});
        await bench.add(crack);
        bench.clock.set('2025-02-20T12:00:00.000Z');
        await bench.due(six);
        await bench.due('2025-02-19T06:30:00.000Z');
        await bench.look('slot', six);
        expect(bench.platform.posts).toHaveLength(1);
        const runs = await bench.subscriptions.runs(bench.subscription.id);
        expect(runs.filter(({ result }) => result === 'skipped')).toEqual([
          {
            slot: 'skipped:2025-02-20T06:30:00.000Z',
            result: 'skipped',
            count: 4,
            since: six,
            dueAt: '2025-02-20T06:30:00.000Z',
            at: '2025-02-20T12:00:00.000Z',
          },
        ]);
        const evening = '2025-02-20T17:00:00.000Z';
        bench.clock.set(evening);
        await bench.due(evening);
        await bench.deliver();
        expect(bench.told(crack)).toBe(1);
        expect(bench.told('it is late')).toBe(0);
      });

      it('a schedule of every minute that was away for days posts one digest', async () => {
        const bench = await openSpokenBench({ timing: readTiming({ every: '1m' }, 'UTC') });
        await bench.add(crack);
        bench.clock.set('2025-02-21T12:00:20.000Z');
        for (const missed of ['2025-02-18T06:31:00.000Z', '2025-02-18T06:32:00.000Z', '2025-02-21T12:00:00.000Z']) {
          await bench.due(missed);
          await bench.deliver();
        }
        expect(bench.platform.posts).toHaveLength(2);
        expect(bench.told('it is late')).toBe(0);
      });

      it('what was held comes late at most the grace period after the quiet hours', async () => {
        const timing = readTiming({ at: '07:30,23:00', tz: 'Europe/Paris' }, 'UTC');
        const held = '2025-02-18T22:00:00.000Z';
        for (const [back, posts] of [
          ['2025-02-19T06:00:00.000Z', 2],
          ['2025-02-19T09:00:00.000Z', 1],
        ] as const) {
          const bench = await openSpokenBench({ timing, quiet: night });
          await bench.add(crack);
          bench.clock.set(back);
          await bench.due(held);
          await bench.deliver();
          expect(bench.platform.posts).toHaveLength(posts);
        }
      });

      it('a process that stood still in quiet hours holds what it finds', async () => {
        const timing = readTiming({ at: '21:00', tz: 'Europe/Paris' }, 'UTC');
        const bench = await openSpokenBench({ timing, quiet: night });
        bench.clock.set('2025-02-18T21:30:00.000Z');
        await bench.add(crack);
        await bench.due('2025-02-18T20:00:00.000Z');
        expect((await results(bench))[0]).toBe('2025-02-18T21:00 held');
        await expect(bench.look('quiet-end', '2025-02-19T05:30:00.000Z')).rejects.toThrow(TryLater);
      });
    });
  });
});
