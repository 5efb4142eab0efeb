import type { PostedMessage } from '../messages/posted-message.ts';
import type { Place } from '../chat/place.ts';
import type { ArticleId, DeliveryId, StoryKey, SubscriptionId } from '../ids/ids.ts';
import type { Run } from '../schedules/run.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { Delivery, Envelope } from './delivery.ts';

/** How many deliveries are in each state, and since when the oldest of those on their way waits (ISO 8601 UTC). */
export interface OutboxSummary {
  readonly states: Readonly<Record<Delivery['state'], number>>;
  readonly oldestOnItsWay: string | undefined;
}

/** Everything of a subscription's story that was added up to `until` (ISO 8601 UTC) has been told. */
export interface Told {
  readonly subscription: SubscriptionId;
  readonly until: string;
}

/** How a subscription stands: what it wishes for, and the newest of its digests, whatever became of that. */
export interface Standing {
  readonly subscription: Subscription;
  readonly latest: Envelope | undefined;
  /** Of the articles, as `ArticleStore.revision` gives it. */
  readonly revision: number;
}

/** Messages waiting to be sent, and those that were. All moments are ISO 8601 UTC. */
export interface Outbox {
  /**
   * Stores a delivery unless one with its key is there, and with it what came of the time for which it was composed; returns
   * the one that is there now. One that is `sending` is taken by whoever puts it, since its `takenAt`.
   */
  put(delivery: Delivery, run?: Run): Promise<Delivery>;
  /** Read in one step; undefined when there is no such subscription. */
  standing(id: SubscriptionId): Promise<Standing | undefined>;
  get(id: DeliveryId): Promise<Delivery | undefined>;
  /**
   * Takes a delivery for one run, which begins at the moment `at`; false when it is not on its way, or another run took it
   * less than `holdMs` milliseconds ago and has not said what became of it: two runs at once could post it twice.
   */
  markSending(id: DeliveryId, at: string, holdMs: number): Promise<boolean>;
  /** With `told`, its subscription learns in the same step up to where its channel has been told; never moves backwards. */
  markSent(id: DeliveryId, posted: PostedMessage, told?: Told): Promise<void>;
  /** `failed` will be tried again, at the moment named where it is known; `given-up` will not. */
  markFailed(id: DeliveryId, state: 'failed' | 'given-up', reason: string, nextTryAt?: string): Promise<void>;
  /** The sent delivery whose thread this place is in. */
  findByThread(place: Place): Promise<Delivery | undefined>;
  /** The newest message of a story sent to a channel (the place's thread is ignored). */
  newestSent(story: StoryKey, place: Place): Promise<Delivery | undefined>;
  /** Messages sent to a channel that cite an article, oldest first. */
  sentCiting(article: ArticleId, place: Place): Promise<Delivery[]>;
  /** The newest delivery of any state with this prefix of its key. */
  latest(keyPrefix: string): Promise<Delivery | undefined>;
  /** Oldest first, at most 1,000: what is on its way, and what was composed after `since` and given up; of a channel, if named. */
  unsent(since: string, channel?: Place): Promise<Delivery[]>;
  /** Oldest first, at most 1,000: what is on its way and should have been tried before this moment. Its job may be lost. */
  overdue(before: string): Promise<DeliveryId[]>;
  /** Lets a delivery wait anew, as if composed at the moment `at`; undefined when it was sent or is just being sent. */
  putBack(id: DeliveryId, at: string): Promise<Delivery | undefined>;
  /**
   * Forgets, oldest first and at most 1,000, what was sent or given up and composed before this moment; returns how many.
   * The newest of each subscription stays, whatever its age: it knows up to where that channel was told. What belongs to
   * none goes.
   */
  forget(before: string): Promise<number>;
  summary(): Promise<OutboxSummary>;
}
