import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { buttonStore } from '../../src/adapters/postgres/button-store.ts';
import { channelMoves } from '../../src/adapters/postgres/channel-moves.ts';
import { conversationStore } from '../../src/adapters/postgres/conversation-store.ts';
import { feedStore } from '../../src/adapters/postgres/feed-store.ts';
import { inbox } from '../../src/adapters/postgres/inbox.ts';
import { installationStore } from '../../src/adapters/postgres/installation-store.ts';
import { outbox as outboxIn } from '../../src/adapters/postgres/outbox.ts';
import { settingsStore } from '../../src/adapters/postgres/settings-store.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { writingStore } from '../../src/adapters/postgres/writing-store.ts';
import { openQueue } from '../../src/adapters/bullmq/queue.ts';
import { watchStore } from '../../src/adapters/postgres/watch-store.ts';
import { readSources } from '../../src/adapters/files/read-sources.ts';
import { loadStories } from '../../src/config/stories.ts';
import type { Bot } from '../../src/core/chat/bot.ts';
import { createBot } from '../../src/core/chat/create-bot.ts';
import type { Origin } from '../../src/core/chat/place.ts';
import { allCommands } from '../../src/core/commands/all-commands.ts';
import type { ConversationStore } from '../../src/core/conversations/conversation.ts';
import { draftDigests } from '../../src/core/delivery/draft-digest.ts';
import { sendPreviews } from '../../src/core/delivery/send-preview.ts';
import { createDigestDesk } from '../../src/core/digests/create-digest-desk.ts';
import type { DraftDigest } from '../../src/core/digests/draft.ts';
import type { StoryKey } from '../../src/core/ids/ids.ts';
import type { Inbox } from '../../src/core/inbox/inbox.ts';
import type { InstallationStore } from '../../src/core/installations/installation-store.ts';
import type { JobQueue } from '../../src/core/jobs/queue.ts';
import type { Log } from '../../src/core/log/log.ts';
import type { Outbox } from '../../src/core/outbox/outbox.ts';
import { createFeedDesk } from '../../src/core/polling/create-feed-desk.ts';
import type { FeedStore } from '../../src/core/polling/feed-store.ts';
import { createScheduleDesk } from '../../src/core/schedules/create-schedule-desk.ts';
import type { SubscriptionStore } from '../../src/core/schedules/subscription-store.ts';
import { createWatchDesk } from '../../src/core/watches/create-watch-desk.ts';
import type { WatchStore } from '../../src/core/watches/watch-store.ts';
import { createIngest } from '../../src/core/stories/ingest.ts';
import { createLibraryDesk, type LibraryDesk } from '../../src/core/stories/library-desk.ts';
import { createWriter } from '../../src/core/writing/create-writer.ts';
import type { LanguageModel } from '../../src/core/writing/language-model.ts';
import { noWriter, type Writer } from '../../src/core/writing/writer.ts';
import type { Story } from '../../src/core/stories/story.ts';
import { memoryDatabase, silentLog } from './memory-database.ts';

/** A clock that stands until a test moves it. */
export interface TestClock {
  now(): number;
  set(iso: string): void;
}

export function testClock(iso: string): TestClock {
  let at = Date.parse(iso);
  return {
    now: () => at,
    set: (moved) => {
      at = Date.parse(moved);
    },
  };
}

export interface TestBot {
  readonly bot: Bot;
  readonly stories: readonly Story[];
  readonly libraries: LibraryDesk;
  readonly draft: DraftDigest;
  readonly conversations: ConversationStore;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly installations: InstallationStore;
  readonly queue: JobQueue;
  readonly watches: WatchStore;
  readonly feeds: FeedStore;
  readonly clock: TestClock;
  /** Takes in files and folders, as the command line does. */
  ingest(inputs: readonly string[], published?: string): Promise<void>;
  close(): Promise<void>;
}

/** A store and a queue that are open. */
interface Ground {
  readonly database: Database;
  readonly queue: JobQueue;
  close(): Promise<void>;
}

export const reader: Origin = {
  place: { platform: 'test', workspace: 'w', channel: 'c' },
  user: { id: 'reader', mayManage: false },
};
export const manager: Origin = { ...reader, user: { id: 'manager', mayManage: true } };

/** The whole core on a real embedded store and queue, with the stories of a folder; a model words what it shows. */
export async function openTestBot(
  storiesFolder?: string,
  model?: LanguageModel,
  log: Log = silentLog,
): Promise<TestBot> {
  const database = await memoryDatabase();
  const clock = testClock('2025-02-19T08:00:00Z');
  const queue = await openQueue({ database, clock, log: silentLog });
  const close = async (): Promise<void> => {
    await queue.close();
    await database.close();
  };
  const given = {
    clock,
    ...(storiesFolder !== undefined && { storiesFolder }),
    ...(model !== undefined && { model }),
    log,
  };
  return testBotOn({ database, queue, close }, given);
}

interface Given {
  readonly clock?: TestClock;
  readonly storiesFolder?: string;
  readonly model?: LanguageModel;
  readonly log?: Log;
}

/** The whole core on a store and queue that are open. */
export async function testBotOn(
  { database, queue, close }: Ground,
  { clock = testClock('2025-02-19T08:00:00Z'), storiesFolder = 'config/stories', model, log = silentLog }: Given = {},
): Promise<TestBot> {
  const stories = loadStories(storiesFolder);
  const articles = articleStore(database);
  const subscriptions = subscriptionStore(database);
  const outbox = outboxIn(database);
  const libraries = createLibraryDesk(articles);
  const writer = model === undefined ? noWriter : writerOn(database, model, clock);
  const conversations = conversationStore(database);
  const draft = draftDigests({ subscriptions, outbox, libraries, blindSpots: async () => [], writer, clock });
  const digests = createDigestDesk({
    draft,
    sendPreview: sendPreviews({ outbox, queue }),
    ...{ subscriptions, queue, clock },
  });
  const schedules = createScheduleDesk({ subscriptions, queue, outbox, clock, log: silentLog });
  const bot = createBot({
    queue,
    stories,
    commands: allCommands,
    libraries,
    digests,
    schedules,
    feeds: createFeedDesk({ stories, feeds: feedStore(database), queue, clock }),
    outbox,
    conversations,
    buttons: buttonStore(database),
    settings: settingsStore(database),
    moves: channelMoves(database),
    watches: createWatchDesk({ watches: watchStore(database), subscriptions, libraries, queue, clock }),
    writer,
    clock,
    log,
  });
  const intake = createIngest({ articles, stories, clock });
  return {
    bot,
    stories,
    libraries,
    draft,
    conversations,
    subscriptions,
    outbox,
    inbox: inbox(database),
    installations: installationStore(database),
    queue,
    watches: watchStore(database),
    feeds: feedStore(database),
    clock,
    ingest: async (inputs, published) => {
      for await (const result of readSources(inputs, published === undefined ? {} : { published })) {
        if ('error' in result) throw result.error;
        await intake.take(result.draft);
      }
    },
    close,
  };
}

function writerOn(database: Database, model: LanguageModel, clock: TestClock): Writer {
  return createWriter({ model, writings: writingStore(database), callsPerDay: 100, clock, log: silentLog });
}

export function storyKeyOf(stories: readonly Story[], key: string): StoryKey {
  const story = stories.find((candidate) => candidate.key === key);
  if (story === undefined) throw new Error(`no story ${key}`);
  return story.key;
}
