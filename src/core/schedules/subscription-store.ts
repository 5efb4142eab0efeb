import type { Place } from '../chat/place.ts';
import type { StoryKey, SubscriptionId } from '../ids/ids.ts';
import type { Run } from './run.ts';
import type { Subscription } from './subscription.ts';

export interface SubscriptionStore {
  /** Inserts, or replaces the one with the same id. */
  save(subscription: Subscription): Promise<void>;
  get(id: SubscriptionId): Promise<Subscription | undefined>;
  /** The subscription of a story in a channel (the place's thread is ignored). */
  find(story: StoryKey, place: Place): Promise<Subscription | undefined>;
  list(): Promise<Subscription[]>;
  remove(id: SubscriptionId): Promise<void>;
  /** Records that everything added up to this moment (ISO 8601 UTC) has been told; never moves backwards. */
  markTold(id: SubscriptionId, until: string): Promise<void>;
  /** Records what came of a time at which a digest was due; what was composed for a slot stays so. The newest 50 are kept. */
  noteRun(id: SubscriptionId, run: Run): Promise<void>;
  /** Newest due first. */
  runs(id: SubscriptionId): Promise<Run[]>;
  /** The newest run of each subscription that has one, those that people asked for left out. */
  lastRuns(): Promise<ReadonlyMap<SubscriptionId, Run>>;
}
