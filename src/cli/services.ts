import { fileURLToPath } from 'node:url';
import { openQueue, type ShownQueue } from '../adapters/bullmq/queue.ts';
import { articleStore } from '../adapters/postgres/article-store.ts';
import { type Database } from '../adapters/postgres/database.ts';
import { type DatabasePlace, openDatabase } from '../adapters/postgres/open-database.ts';
import { buttonStore } from '../adapters/postgres/button-store.ts';
import { conversationStore } from '../adapters/postgres/conversation-store.ts';
import { feedStore } from '../adapters/postgres/feed-store.ts';
import { inbox } from '../adapters/postgres/inbox.ts';
import { installationStore } from '../adapters/postgres/installation-store.ts';
import { outbox as postgresOutbox } from '../adapters/postgres/outbox.ts';
import { channelMoves } from '../adapters/postgres/channel-moves.ts';
import { settingsStore } from '../adapters/postgres/settings-store.ts';
import { subscriptionStore } from '../adapters/postgres/subscription-store.ts';
import { writingStore } from '../adapters/postgres/writing-store.ts';
import { watchStore } from '../adapters/postgres/watch-store.ts';
import type { Settings } from '../config/settings.ts';
import { loadStories } from '../config/stories.ts';
import type { ArticleStore } from '../core/stories/article-store.ts';
import type { Bot } from '../core/chat/bot.ts';
import { createBot } from '../core/chat/create-bot.ts';
import type { Clock } from '../core/clock/clock.ts';
import type { ConversationStore } from '../core/conversations/conversation.ts';
import { allCommands } from '../core/commands/all-commands.ts';
import { draftDigests } from '../core/delivery/draft-digest.ts';
import { sendPreviews } from '../core/delivery/send-preview.ts';
import type { FindBlindSpots } from '../core/digests/blind-spots.ts';
import { createDigestDesk } from '../core/digests/create-digest-desk.ts';
import type { DraftDigest } from '../core/digests/draft.ts';
import type { Inbox } from '../core/inbox/inbox.ts';
import type { InstallationStore } from '../core/installations/installation-store.ts';
import type { Log } from '../core/log/log.ts';
import type { Outbox } from '../core/outbox/outbox.ts';
import { blindSpotsOf } from '../core/polling/blind-spots.ts';
import { createFeedDesk } from '../core/polling/create-feed-desk.ts';
import type { FeedDesk } from '../core/polling/feed-desk.ts';
import type { FeedStore } from '../core/polling/feed-store.ts';
import { createScheduleDesk } from '../core/schedules/create-schedule-desk.ts';
import type { ScheduleDesk } from '../core/schedules/schedule-desk.ts';
import type { SubscriptionStore } from '../core/schedules/subscription-store.ts';
import { createIngest, type Ingest } from '../core/stories/ingest.ts';
import { createLibraryDesk, type LibraryDesk } from '../core/stories/library-desk.ts';
import { createWatchDesk } from '../core/watches/create-watch-desk.ts';
import type { WatchDesk } from '../core/watches/watch-desk.ts';
import type { WatchStore } from '../core/watches/watch-store.ts';
import { createWriter } from '../core/writing/create-writer.ts';
import { noWriter, type Writer } from '../core/writing/writer.ts';
import type { Story } from '../core/stories/story.ts';

/** Everything a verb of the command line works with, opened and wired. */
export interface Services {
  readonly settings: Settings;
  readonly stories: readonly Story[];
  readonly articles: ArticleStore;
  readonly libraries: LibraryDesk;
  readonly ingest: Ingest;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly installations: InstallationStore;
  readonly queue: ShownQueue;
  readonly schedules: ScheduleDesk;
  readonly feeds: FeedStore;
  readonly feedDesk: FeedDesk;
  readonly blindSpots: FindBlindSpots;
  readonly watches: WatchStore;
  readonly watchDesk: WatchDesk;
  readonly writer: Writer;
  readonly draft: DraftDigest;
  readonly conversations: ConversationStore;
  readonly bot: Bot;
  readonly clock: Clock;
  readonly log: Log;
  close(): Promise<void>;
}

const shippedStories = fileURLToPath(new URL('../../config/stories', import.meta.url));

/** Opens the store and the queue and wires the core. Throws UserError for what the operator can mend. */
export async function openServices(settings: Settings, clock: Clock, log: Log): Promise<Services> {
  const stories = loadStories(settings.storiesFolder ?? shippedStories);
  const database = await openDatabase(databasePlace(settings), log);
  try {
    const queue = await openQueue({
      database,
      clock,
      log,
      ...(settings.redisUrl !== undefined && { redisUrl: settings.redisUrl }),
    });
    const writer = await writerFor({ settings, clock, log, database });
    return wire({ settings, stories, clock, log, database, queue, writer });
  } catch (error) {
    await database.close();
    throw error;
  }
}

const template = fileURLToPath(new URL('../../node_modules/.cache/communique/store.tar.gz', import.meta.url));

/** Where the store of these settings is. */
export function databasePlace({ databaseUrl, dataFolder }: Settings): DatabasePlace {
  return databaseUrl === undefined
    ? { kind: 'folder', folder: dataFolder, template }
    : { kind: 'server', url: databaseUrl };
}

type Stores = Pick<
  Services,
  'articles' | 'subscriptions' | 'outbox' | 'inbox' | 'installations' | 'feeds' | 'watches' | 'conversations'
>;

function storesIn(database: Database): Stores {
  return {
    articles: articleStore(database),
    subscriptions: subscriptionStore(database),
    outbox: postgresOutbox(database),
    inbox: inbox(database),
    installations: installationStore(database),
    feeds: feedStore(database),
    watches: watchStore(database),
    conversations: conversationStore(database),
  };
}

/** The SDK of language models is loaded only where one is used. */
async function writerFor({ settings, clock, log, database }: Opened): Promise<Writer> {
  const { writer } = settings;
  if (writer === undefined) return noWriter;
  const { openLanguageModel } = await import('../adapters/llm/open-language-model.ts');
  const { callsPerDay } = writer;
  return createWriter({ model: openLanguageModel(writer), writings: writingStore(database), callsPerDay, clock, log });
}

interface Opened {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
}

function wire(
  opened: Opened & {
    readonly stories: readonly Story[];
    readonly queue: ShownQueue;
    readonly writer: Writer;
  },
): Services {
  const { settings, stories, clock, log, database, queue, writer } = opened;
  const stores = storesIn(database);
  const { articles, subscriptions, outbox, feeds, watches, conversations } = stores;
  const libraries = createLibraryDesk(articles);
  const schedules = createScheduleDesk({ subscriptions, queue, outbox, clock, log });
  const feedDesk = createFeedDesk({ stories, feeds, queue, clock });
  const blindSpots: FindBlindSpots = (story) => blindSpotsOf(story, feedDesk);
  const draft = draftDigests({ subscriptions, outbox, libraries, blindSpots, writer, clock });
  const previews = sendPreviews({ outbox, queue });
  const digests = createDigestDesk({ draft, sendPreview: previews, subscriptions, queue, clock });
  const watchDesk = createWatchDesk({ watches, subscriptions, libraries, queue, clock });
  const bot = createBot({
    ...{ stories, libraries, digests, schedules, outbox, queue, conversations, writer, clock, log },
    commands: allCommands,
    feeds: feedDesk,
    buttons: buttonStore(database),
    settings: settingsStore(database),
    moves: channelMoves(database),
    watches: watchDesk,
  });
  return {
    settings,
    stories,
    ...stores,
    libraries,
    ingest: createIngest({ articles, stories, clock }),
    queue,
    schedules,
    feedDesk,
    blindSpots,
    watchDesk,
    writer,
    draft,
    bot,
    clock,
    log,
    close: async () => {
      await queue.close();
      await database.close();
    },
  };
}
