import { describe, expect, it, onTestFinished } from 'vitest';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { outbox as outboxIn } from '../../src/adapters/postgres/outbox.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { deliveryHandlers } from '../../src/core/delivery/delivery-handlers.ts';
import { digestDue, messageDeliver, outboxTend } from '../../src/core/jobs/jobs.ts';
import type { Outbox } from '../../src/core/outbox/outbox.ts';
import { createScheduleDesk } from '../../src/core/schedules/create-schedule-desk.ts';
import { readTiming } from '../../src/core/schedules/read-timing.ts';
import type { Subscription } from '../../src/core/schedules/subscription.ts';
import { createIngest } from '../../src/core/stories/ingest.ts';
import { createLibraryDesk } from '../../src/core/stories/library-desk.ts';
import { backupWays, contentsOf, type Installation } from '../support/backups.ts';
import { crack, halfPastSeven, mayor, six } from '../support/delivery-bench.ts';
import { harbour } from '../support/held-library.ts';
import { loopbackPlatform } from '../support/loopback-platform.ts';
import { silentLog } from '../support/memory-database.ts';
import { type PlatformServer, platformServer } from '../support/platform-server.ts';
import { newSubscription } from '../support/stored-things.ts';
import { testClock } from '../support/test-bot.ts';

const later = '2025-02-18T06:45:00.000Z';
const patience = { timeout: 60_000 };
/** The platform looks for an earlier post in the first and takes a key once in the second, as Slack and Discord do. */
const [told, waiting] = [subscribed('c2'), subscribed('c1')];

function subscribed(channel: string): Subscription {
  const timing = readTiming({ at: '07:30,18:00', tz: 'Europe/Paris' }, 'UTC');
  return newSubscription({ story: harbour.key, place: { platform: 'test', workspace: 'w', channel }, timing });
}

describe.each(backupWays())('a backup of %s', (_name, install) => {
  it('brings everything back: what waited is posted, what was sent is not, and the next digest tells only what is new', async () => {
    const platform = await openPlatform();
    const first = await install();
    await oneToldOneWaiting(first, platform);
    const restore = await first.backUp();
    const before = await contentsOf(first);
    const second = await restore();
    expect(await contentsOf(second)).toEqual(before);

    platform.behave('well');
    const process = await startProcess(second, platform);
    process.clock.set(later);
    await process.again(halfPastSeven);
    await expect.poll(() => process.sent(waiting), patience).toBe(true);
    expect(channelsIn(platform)).toEqual(['c1', 'c2']);

    process.clock.set(six);
    await process.add(crack);
    for (const subscription of [told, waiting]) await process.due(subscription, six);
    for (const subscription of [told, waiting])
      await expect.poll(() => process.sent(subscription, six), patience).toBe(true);
    expect(channelsIn(platform)).toEqual(['c1', 'c1', 'c2', 'c2']);
    for (const { id } of [told, waiting]) {
      const digest = JSON.stringify(await process.outbox.latest(`${id}:`));
      expect([digest.includes(crack), digest.includes(mayor)]).toEqual([true, false]);
    }
    expect(await process.restoredSchedulers()).toBe(4);
  });

  it('posts nothing again that waited when it was made and was sent since', async () => {
    const platform = await openPlatform();
    const first = await install();
    await oneToldOneWaiting(first, platform);
    const restore = await first.backUp();
    platform.behave('well');
    const until = await startProcess(first, platform);
    until.clock.set(later);
    await until.again(halfPastSeven);
    await expect.poll(() => until.sent(waiting), patience).toBe(true);
    await until.close();

    const second = await restore();
    expect(await stateOf(waiting, second)).toBe('failed');
    const since = await startProcess(second, platform);
    since.clock.set(later);
    await since.again(halfPastSeven);
    await expect.poll(() => since.sent(waiting), patience).toBe(true);
    expect(channelsIn(platform)).toEqual(['c1', 'c2']);
  });
});

/** One channel has its digest; that of the other waits, because the platform went away. */
async function oneToldOneWaiting(installation: Installation, platform: PlatformServer): Promise<void> {
  const process = await startProcess(installation, platform);
  for (const subscription of [told, waiting]) await process.save(subscription);
  await process.add(mayor);
  await process.due(told, halfPastSeven);
  await expect.poll(() => process.sent(told), patience).toBe(true);
  platform.behave('down');
  await process.due(waiting, halfPastSeven);
  await expect.poll(async () => (await process.outbox.latest(`${waiting.id}:`))?.state, patience).toBe('failed');
  await process.close();
}

/** How a channel's newest digest stands while no process works. */
async function stateOf({ id }: Subscription, { openStore }: Installation): Promise<string | undefined> {
  const database = await openStore();
  const latest = await outboxIn(database).latest(`${id}:`);
  await database.close();
  return latest?.state;
}

async function openPlatform(): Promise<PlatformServer> {
  const platform = await platformServer();
  onTestFinished(() => platform.close());
  return platform;
}

function channelsIn(platform: PlatformServer): string[] {
  return platform.seen.map(({ channel }) => channel).toSorted((left, right) => left.localeCompare(right));
}

interface Process {
  readonly clock: ReturnType<typeof testClock>;
  readonly outbox: Outbox;
  save(subscription: Subscription): Promise<void>;
  add(text: string): Promise<void>;
  /** The schedule's job for a moment. */
  due(subscription: Subscription, at: string): Promise<void>;
  /** The jobs of the moment once more, as a queue that was restored or made anew may hold them, and a look at the outbox. */
  again(at: string): Promise<void>;
  /** Whether the channel's newest digest was sent; by wish only one composed since a moment counts. */
  sent(subscription: Subscription, since?: string): Promise<boolean>;
  /** How many due times the queue knows once the schedules are restored to it. */
  restoredSchedulers(): Promise<number>;
  close(): Promise<void>;
}

let jobs = 0;

/** What one process of the bot has open; ended with the test at the latest. */
async function startProcess(installation: Installation, server: PlatformServer): Promise<Process> {
  const database = await installation.openStore();
  const queue = await installation.openQueue(database);
  const clock = testClock(halfPastSeven);
  const articles = articleStore(database);
  const subscriptions = subscriptionStore(database);
  const outbox = outboxIn(database);
  const platforms = new Map([['test', loopbackPlatform('test', server.url)]]);
  const needs = {
    ...{ subscriptions, outbox, queue, clock, platforms, stories: [harbour], log: silentLog },
    ...{ libraries: createLibraryDesk(articles), blindSpots: async () => [] },
  };
  const intake = createIngest({ articles, stories: [harbour], clock });
  await queue.work(deliveryHandlers(needs));
  const due = async ({ id }: Subscription, at: string): Promise<void> => {
    jobs += 1;
    await queue.add(digestDue, { subscription: id, occasion: { kind: 'slot', at } }, `due-${jobs}`);
  };
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= queue.close().then(() => database.close()));
  onTestFinished(close);
  return {
    ...{ clock, outbox, due, close },
    save: (subscription) => subscriptions.save(subscription),
    add: async (text) => void (await intake.take({ text, publisher: 'Courier' })),
    again: async (at) => {
      for (const subscription of [told, waiting]) {
        await due(subscription, at);
        const latest = await outbox.latest(`${subscription.id}:`);
        jobs += 1;
        if (latest !== undefined) await queue.add(messageDeliver, { delivery: latest.id }, `again-${jobs}`);
      }
      await queue.add(outboxTend, {}, `tend-${jobs}`);
    },
    sent: async ({ id }, since = halfPastSeven) => {
      const latest = await outbox.latest(`${id}:`);
      return latest?.state === 'sent' && latest.createdAt >= since;
    },
    restoredSchedulers: async () => {
      await createScheduleDesk({ subscriptions, queue, clock, log: silentLog }).restore();
      return (await queue.scheduled()).filter((id) => id.startsWith('digest-')).length;
    },
  };
}
