import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import type { Origin } from '../../src/core/chat/place.ts';
import { UserError } from '../../src/core/errors/errors.ts';
import { digestDue } from '../../src/core/jobs/jobs.ts';
import type { JobQueue } from '../../src/core/jobs/queue.ts';
import { createScheduleDesk } from '../../src/core/schedules/create-schedule-desk.ts';
import { readTiming } from '../../src/core/schedules/read-timing.ts';
import type { ScheduleDesk } from '../../src/core/schedules/schedule-desk.ts';
import type { SubscriptionStore } from '../../src/core/schedules/subscription-store.ts';
import { harbour } from '../support/held-library.ts';
import { describeEachFooting } from '../support/each-footing.ts';
import { silentLog } from '../support/memory-database.ts';
import { newSubscription } from '../support/stored-things.ts';

const clock = { now: () => Date.parse('2025-02-18T12:00:00Z') };
const morning = readTiming({ at: '07:30', days: 'mon-fri', tz: 'Europe/Paris' }, 'UTC');
const twice = readTiming({ at: '07:30,18:00', tz: 'Europe/Paris' }, 'UTC');

/** A channel that no other test uses. */
function channel(): Origin {
  return {
    place: { platform: 'test', workspace: 'w', channel: randomUUID(), thread: 'a thread of it' },
    user: { id: 'ada', mayManage: true },
  };
}

describeEachFooting('the schedule desk', (footing) => {
  const opened = footing.shared();
  let queue: JobQueue;
  let subscriptions: SubscriptionStore;
  let desk: ScheduleDesk;

  beforeAll(() => {
    queue = opened().queue;
    subscriptions = subscriptionStore(opened().database);
    desk = createScheduleDesk({ subscriptions, queue, clock, log: silentLog });
  });

  /** The schedulers of a subscription in the queue. */
  const schedulersOf = async (id: string): Promise<string[]> =>
    (await queue.scheduled())
      .filter((scheduler) => scheduler.includes(id))
      .map((scheduler) => scheduler.replace(id, 'ID'))
      .toSorted();

  it('sets a schedule for the channel, not for the thread in which somebody asks', async () => {
    const origin = channel();
    const { subscription, nextDue } = await desk.set(harbour, morning, origin);
    const { thread: _thread, ...place } = origin.place;
    expect(subscription).toMatchObject({ story: 'harbour', place, timing: morning, state: 'active', createdBy: 'ada' });
    expect(subscription.place).not.toHaveProperty('thread');
    expect(nextDue).toEqual([
      '2025-02-19T06:30:00.000Z',
      '2025-02-20T06:30:00.000Z',
      '2025-02-21T06:30:00.000Z',
      '2025-02-24T06:30:00.000Z',
      '2025-02-25T06:30:00.000Z',
    ]);
    expect(await desk.show(harbour, origin)).toEqual({ subscription, nextDue, runs: [] });
    expect(await schedulersOf(subscription.id)).toEqual(['digest-ID-0']);
  });

  it('has a scheduler for each time of day, and replaces them when the schedule changes', async () => {
    const origin = channel();
    const first = await desk.set(harbour, twice, origin);
    expect(await schedulersOf(first.subscription.id)).toEqual(['digest-ID-0', 'digest-ID-1']);
    const second = await desk.set(harbour, readTiming({ every: '2h' }, 'UTC'), origin);
    expect(second.subscription.id).toBe(first.subscription.id);
    expect(second.nextDue[0]).toBe('2025-02-18T14:00:00.000Z');
    expect(await schedulersOf(first.subscription.id)).toEqual(['digest-ID-0']);
  });

  it('keeps what was told when a schedule is replaced', async () => {
    const origin = channel();
    const { subscription } = await desk.set(harbour, twice, origin);
    await subscriptions.markTold(subscription.id, '2025-02-18T10:00:00.000Z');
    await desk.set(harbour, morning, origin);
    expect((await desk.show(harbour, origin))?.subscription.toldUntil).toBe('2025-02-18T10:00:00.000Z');
  });

  it('pauses, resumes and removes', async () => {
    const origin = channel();
    const { subscription } = await desk.set(harbour, twice, origin);
    expect(await desk.pause(harbour, origin)).toMatchObject({ subscription: { state: 'paused' }, nextDue: [] });
    expect(await schedulersOf(subscription.id)).toEqual([]);
    expect(await desk.resume(harbour, origin)).toMatchObject({ subscription: { state: 'active' } });
    expect(await schedulersOf(subscription.id)).toEqual(['digest-ID-0', 'digest-ID-1']);
    await desk.remove(harbour, origin);
    expect(await schedulersOf(subscription.id)).toEqual([]);
    expect(await desk.show(harbour, origin)).toBeUndefined();
  });

  it.each(['pause', 'resume', 'remove'] as const)(
    'says how to set a schedule when there is none to %s',
    async (action) => {
      const asking = desk[action](harbour, channel());
      await expect(asking).rejects.toThrow(UserError);
      await expect(asking).rejects.toMatchObject({ mend: expect.stringContaining('/harbour schedule set') });
    },
  );

  it('makes the queue agree with the store: what is missing is added, what is strange goes, what is not ours stays', async () => {
    const wanted = newSubscription({ timing: twice });
    const paused = newSubscription({ timing: morning, state: 'paused' });
    const strange = newSubscription();
    const cron = { kind: 'cron', pattern: '0 5 * * *', timeZone: 'UTC' } as const;
    await subscriptions.save(wanted);
    await subscriptions.save(paused);
    for (const id of [
      `digest-${strange.id}-0`,
      `digest-${paused.id}-0`,
      `digest-${wanted.id}-2`,
      'another-scheduler',
    ]) {
      await queue.schedule(id, cron, digestDue, { subscription: strange.id });
    }
    await desk.restore();
    expect(await schedulersOf(wanted.id)).toEqual(['digest-ID-0', 'digest-ID-1']);
    expect(await schedulersOf(paused.id)).toEqual([]);
    expect(await schedulersOf(strange.id)).toEqual([]);
    expect(await queue.scheduled()).toContain('another-scheduler');
  });
});
