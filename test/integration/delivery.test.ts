import { expect, it } from 'vitest';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { buttonStore } from '../../src/adapters/postgres/button-store.ts';
import { conversationStore } from '../../src/adapters/postgres/conversation-store.ts';
import { feedStore } from '../../src/adapters/postgres/feed-store.ts';
import { outbox as outboxIn } from '../../src/adapters/postgres/outbox.ts';
import { channelMoves } from '../../src/adapters/postgres/channel-moves.ts';
import { settingsStore } from '../../src/adapters/postgres/settings-store.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { watchStore } from '../../src/adapters/postgres/watch-store.ts';
import { readSources } from '../../src/adapters/files/read-sources.ts';
import { loadStories } from '../../src/config/stories.ts';
import { createBot } from '../../src/core/chat/create-bot.ts';
import { allCommands } from '../../src/core/commands/all-commands.ts';
import { deliveryHandlers } from '../../src/core/delivery/delivery-handlers.ts';
import type { DeliveryNeeds } from '../../src/core/delivery/delivery-needs.ts';
import { draftDigests } from '../../src/core/delivery/draft-digest.ts';
import { sendPreviews } from '../../src/core/delivery/send-preview.ts';
import { createDigestDesk } from '../../src/core/digests/create-digest-desk.ts';
import { personOf } from '../../src/core/chat/place.ts';
import { PostError } from '../../src/core/errors/errors.ts';
import { digestDue } from '../../src/core/jobs/jobs.ts';
import { createFeedDesk } from '../../src/core/polling/create-feed-desk.ts';
import { createScheduleDesk } from '../../src/core/schedules/create-schedule-desk.ts';
import type { Subscription } from '../../src/core/schedules/subscription.ts';
import { createWatchDesk } from '../../src/core/watches/create-watch-desk.ts';
import { createIngest, type Ingest } from '../../src/core/stories/ingest.ts';
import { createLibraryDesk } from '../../src/core/stories/library-desk.ts';
import { describeEachFooting, type OpenFooting } from '../support/each-footing.ts';
import { silentLog } from '../support/memory-database.ts';
import { recordingPlatform, type RecordingPlatform } from '../support/recording-platform.ts';
import { manager, testClock } from '../support/test-bot.ts';

describeEachFooting('a scheduled digest', (footing) => {
  it('is composed and posted to the channel that asked for it, and its thread is known', async () => {
    const desk = await openDesk(await footing.open());
    await desk.due('first');
    const [posted] = await desk.platform.posted(1);
    expect(posted?.place).toMatchObject({ platform: 'test', channel: 'c' });
    expect(JSON.stringify(posted?.message)).toContain('Keir Starmer, the Prime Minister of the United Kingdom');
    const answer = await desk.bot.question('What did Lavrov say about Europe?', {
      ...manager,
      place: { ...manager.place, thread: await desk.threadOf(posted?.key ?? '') },
    });
    expect(answer?.message.citations).toHaveLength(1);
  });

  it('is posted once for its minute, however often the job runs', async () => {
    const desk = await openDesk(await footing.open());
    await desk.due('one');
    await desk.platform.posted(1);
    await desk.due('two');
    await desk.due('three');
    await desk.nextMinute();
    await desk.due('four');
    const posts = await desk.platform.posted(2);
    expect(posts).toHaveLength(2);
    expect(JSON.stringify(posts[1]?.message)).toContain('Nothing new since');
  });

  it('tells what was added since the one before, and only that', async () => {
    const desk = await openDesk(await footing.open());
    await desk.due('one');
    await desk.platform.posted(1);
    await desk.nextMinute();
    await desk.add('config/samples/03-rundschau-berlin-irritated.md');
    await desk.nextMinute();
    await desk.due('two');
    const posts = await desk.platform.posted(2);
    const second = JSON.stringify(posts[1]?.message);
    expect(second).toContain('Scholz');
    expect(second).not.toContain('Podolyak');
  });

  it('is tried again when the platform is not there for a while, and waits as long as it is told', async () => {
    const desk = await openDesk(await footing.open());
    desk.platform.refuse(
      new PostError('rate-limited', 'slow down', { retryAfterMs: 20 }),
      new PostError('rate-limited', 'slow down', { retryAfterMs: 20 }),
    );
    await desk.due('one');
    expect(await desk.platform.posted(1)).toHaveLength(1);
  });

  it('is given up and its schedule paused when the channel is gone', async () => {
    const desk = await openDesk(await footing.open());
    desk.platform.refuse(new PostError('gone', 'channel_not_found'));
    await desk.due('one');
    await desk.platform.tried(1);
    await expect.poll(async () => (await desk.subscription()).state, { timeout: 10_000 }).toBe('paused');
    // Whoever set the schedule is told alone, and the channel sees nothing.
    const [notice, ...others] = await desk.platform.posted(1);
    expect(notice === undefined ? undefined : personOf(notice.place)).toBe(manager.user.id);
    expect(others).toEqual([]);
  });
});

interface Desk {
  readonly platform: RecordingPlatform;
  readonly bot: ReturnType<typeof createBot>;
  due(key: string): Promise<void>;
  nextMinute(): Promise<void>;
  add(file: string): Promise<void>;
  subscription(): Promise<Subscription>;
  threadOf(delivery: string): Promise<string>;
}

/** The core on a footing, with the seed article held and a schedule of every minute. */
async function openDesk({ database, queue }: OpenFooting): Promise<Desk> {
  const clock = testClock('2025-02-19T08:00:30Z');
  const stories = loadStories('config/stories');
  const articles = articleStore(database);
  const subscriptions = subscriptionStore(database);
  const outbox = outboxIn(database);
  const libraries = createLibraryDesk(articles);
  const platform = recordingPlatform('test');
  const platforms = new Map([[platform.name, platform]]);
  const needs: DeliveryNeeds = {
    blindSpots: async () => [],
    subscriptions,
    outbox,
    queue,
    libraries,
    stories,
    platforms,
    clock,
    log: silentLog,
  };
  const schedules = createScheduleDesk(needs);
  const digests = createDigestDesk({
    ...needs,
    draft: draftDigests(needs),
    sendPreview: sendPreviews(needs),
  });
  const feeds = createFeedDesk({ ...needs, feeds: feedStore(database) });
  const bot = createBot({
    ...needs,
    commands: allCommands,
    digests,
    schedules,
    feeds,
    conversations: conversationStore(database),
    buttons: buttonStore(database),
    settings: settingsStore(database),
    moves: channelMoves(database),
    watches: createWatchDesk({ watches: watchStore(database), subscriptions, libraries, queue, clock }),
  });
  const add = adding(createIngest({ articles, stories, clock }));
  await add('test/fixtures/articles/backstop.txt');
  await bot.run('summit', { kind: 'text', text: 'schedule set every:1d nothing:line' }, manager);
  await queue.work(atClock(needs));
  const subscription = async (): Promise<Subscription> => {
    const [only] = await subscriptions.list();
    if (only === undefined) throw new Error('there is no subscription');
    return only;
  };
  return {
    platform,
    bot,
    add,
    subscription,
    due: async (key) => queue.add(digestDue, { subscription: (await subscription()).id }, key),
    nextMinute: async () => clock.set(new Date(clock.now() + 60_000).toISOString()),
    threadOf: async (delivery) => {
      await expect.poll(async () => (await outbox.latest(''))?.state, { timeout: 10_000 }).toBe('sent');
      const latest = await outbox.latest('');
      expect(latest?.id).toBe(delivery);
      return latest?.posted?.thread ?? '';
    },
  };
}

/** The handlers with the due moment of the test's clock: a job that a test adds by hand is due when the clock says so. */
function atClock(needs: DeliveryNeeds): ReturnType<typeof deliveryHandlers> {
  return deliveryHandlers(needs).map((handler) => ({
    ...handler,
    run: (run) => handler.run({ ...run, dueAt: Math.floor(needs.clock.now() / 60_000) * 60_000 }),
  }));
}

function adding(intake: Ingest): (file: string) => Promise<void> {
  return async (file) => {
    for await (const result of readSources([file], {})) {
      if ('error' in result) throw result.error;
      await intake.take(result.draft);
    }
  };
}
