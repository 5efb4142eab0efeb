import { randomUUID } from 'node:crypto';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { outbox as outboxIn } from '../../src/adapters/postgres/outbox.ts';
import { conversationStore } from '../../src/adapters/postgres/conversation-store.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { previewHandlers } from '../../src/core/delivery/compose-preview.ts';
import { deliveryHandlers } from '../../src/core/delivery/delivery-handlers.ts';
import type { DeliveryNeeds } from '../../src/core/delivery/delivery-needs.ts';
import { draftDigests } from '../../src/core/delivery/draft-digest.ts';
import { previewsOf } from '../../src/core/delivery/previews.ts';
import type { ConversationStore } from '../../src/core/conversations/conversation.ts';
import { type DeliveryId, storyKeySchema } from '../../src/core/ids/ids.ts';
import { digestDue, digestPreview, messageDeliver, outboxPrune, outboxTend } from '../../src/core/jobs/jobs.ts';
import type { JobQueue } from '../../src/core/jobs/queue.ts';
import type { Delivery } from '../../src/core/outbox/delivery.ts';
import type { Outbox } from '../../src/core/outbox/outbox.ts';
import { readTiming } from '../../src/core/schedules/read-timing.ts';
import type { SubscriptionStore } from '../../src/core/schedules/subscription-store.ts';
import type { Subscription } from '../../src/core/schedules/subscription.ts';
import type { Occasion } from '../../src/core/schedules/what-is-due.ts';
import { createIngest } from '../../src/core/stories/ingest.ts';
import { createLibraryDesk } from '../../src/core/stories/library-desk.ts';
import type { Footing, OpenFooting } from './each-footing.ts';
import { harbour } from './held-library.ts';
import { silentLog } from './memory-database.ts';
import { recordingPlatform, type RecordingPlatform } from './recording-platform.ts';
import { newSubscription } from './stored-things.ts';
import { type TestClock, testClock } from './test-bot.ts';

export const halfPastSeven = '2025-02-18T06:30:00.000Z';
export const six = '2025-02-18T17:00:00.000Z';
export const mayor = 'Mayor Anna Holm said the harbour of Nordby would open again on Monday.';
export const crack = 'Engineer Peter Lund found a crack of 12 metres in the outer wall.';
export const ferry = 'Captain Jens Krag moved 14 boats to the port of Sunde on Friday.';

/** The workers of delivery on a real store, run by hand as the queue would; a story and a channel of the test's own. */
export interface Bench {
  readonly queue: JobQueue;
  readonly clock: TestClock;
  readonly platform: RecordingPlatform;
  readonly subscription: Subscription;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly conversations: ConversationStore;
  /** Runs the job that a scheduler adds for a moment. */
  due(at: string): Promise<void>;
  /** Runs a job that was added for an occasion: the end of quiet hours, a wish, a look at what was missed. */
  look(kind: Occasion['kind'], at: string): Promise<void>;
  /** Runs the job that makes a preview of the channel's digest for a person, asked for at a moment; returns the newest there is. */
  preview(person: string, at: string): Promise<Delivery | undefined>;
  /** Runs the job that posts a delivery; the one composed last when none is named. */
  deliver(options?: { readonly id?: DeliveryId; readonly lastAttempt?: boolean }): Promise<void>;
  /** Runs the job that looks over the outbox. */
  tend(): Promise<void>;
  /** Runs the job that forgets old deliveries. */
  prune(): Promise<void>;
  latest(): Promise<Delivery>;
  add(text: string): Promise<void>;
  /** Where the platform's readers see the words, and how often. */
  told(words: string): number;
  /** The same store seen by a process in which something differs. */
  withNeeds(change: (needs: DeliveryNeeds) => Partial<DeliveryNeeds>): Bench;
}

/** Who posts a digest: the run that composed it, or, where that process does not serve its platform, a job of its own. */
export type PostedBy = 'the run that composes' | 'a job';
export const everyWay: readonly PostedBy[] = ['the run that composes', 'a job'];

/** Opens a store and a queue for the tests of a block; the returned function gives each test a bench of its own on them. */
export function deliveryBenches(footing: Footing): (postedBy?: PostedBy) => Promise<Bench> {
  const opened = footing.shared();
  return (postedBy = 'a job') => openBench(opened(), postedBy);
}

async function openBench({ database, queue }: OpenFooting, postedBy: PostedBy): Promise<Bench> {
  const story = { ...harbour, key: storyKeySchema.parse(`s${randomUUID().slice(0, 8)}`) };
  const clock = testClock('2025-02-18T06:00:00Z');
  const articles = articleStore(database);
  const subscriptions = subscriptionStore(database);
  const platform = recordingPlatform('test');
  const subscription = newSubscription({
    story: story.key,
    place: { platform: 'test', workspace: 'w', channel: randomUUID() },
    timing: readTiming({ at: '07:30,18:00', tz: 'Europe/Paris' }, 'UTC'),
  });
  await subscriptions.save(subscription);
  const intake = createIngest({ articles, stories: [story], clock });
  const needs: DeliveryNeeds = {
    blindSpots: async () => [],
    ...{ subscriptions, queue, clock, outbox: outboxIn(database), libraries: createLibraryDesk(articles) },
    ...{ stories: [story], platforms: new Map([['test', platform]]), log: silentLog },
  };
  return benchOn(needs, postedBy, {
    ...{ clock, queue, platform, subscription, subscriptions, outbox: needs.outbox },
    conversations: conversationStore(database),
    add: async (text) => void (await intake.take({ text, publisher: story.key })),
    told: (words) => platform.posts.filter(({ message }) => JSON.stringify(message).includes(words)).length,
  });
}

type Unchanging = Pick<
  Bench,
  'queue' | 'clock' | 'platform' | 'subscription' | 'subscriptions' | 'outbox' | 'conversations' | 'add' | 'told'
>;

function benchOn(needs: DeliveryNeeds, postedBy: PostedBy, rest: Unchanging): Bench {
  const { conversations } = rest;
  const handlers = [
    ...deliveryHandlers(needs),
    ...previewHandlers({ ...needs, draft: draftDigests(needs), conversations }),
  ];
  const composers = postedBy === 'a job' ? deliveryHandlers({ ...needs, platforms: new Map() }) : handlers;
  const run = async (
    name: string,
    payload: object,
    given: { readonly dueAt: number; readonly lastAttempt: boolean },
  ): Promise<void> => {
    const among = name === digestDue.name ? composers : handlers;
    await among
      .find(({ kind }) => kind.name === name)
      ?.run({ payload, signal: new AbortController().signal, ...given });
  };
  const latest = async (): Promise<Delivery> => {
    const found = await rest.outbox.latest(`${rest.subscription.id}:`);
    if (found === undefined) throw new Error('nothing was composed');
    return found;
  };
  return {
    ...rest,
    latest,
    due: (at) =>
      run(digestDue.name, { subscription: rest.subscription.id }, { dueAt: Date.parse(at), lastAttempt: false }),
    look: (kind, at) =>
      run(
        digestDue.name,
        { subscription: rest.subscription.id, occasion: { kind, at } },
        { dueAt: rest.clock.now(), lastAttempt: false },
      ),
    preview: async (person, at) => {
      const { story, place } = rest.subscription;
      const wish = { story, place, person, at };
      await run(digestPreview.name, wish, { dueAt: rest.clock.now(), lastAttempt: false });
      return rest.outbox.latest(previewsOf(wish));
    },
    deliver: async ({ id, lastAttempt = false } = {}) =>
      run(messageDeliver.name, { delivery: id ?? (await latest()).id }, { dueAt: rest.clock.now(), lastAttempt }),
    prune: () => run(outboxPrune.name, {}, { dueAt: rest.clock.now(), lastAttempt: true }),
    tend: () => run(outboxTend.name, {}, { dueAt: rest.clock.now(), lastAttempt: true }),
    withNeeds: (change) => benchOn({ ...needs, ...change(needs) }, postedBy, rest),
  };
}
