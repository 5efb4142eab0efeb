import type { PostedMessage } from '../chat/chat-platform.ts';
import type { Place } from '../chat/place.ts';
import type { ArticleId, DeliveryId, StoryKey } from '../ids/ids.ts';
import type { Delivery } from './delivery.ts';

/** Messages waiting to be sent, and those that were. */
export interface Outbox {
  /** Stores a delivery unless one with its key is there; returns the one that is there now. */
  put(delivery: Delivery): Promise<Delivery>;
  get(id: DeliveryId): Promise<Delivery | undefined>;
  markSending(id: DeliveryId): Promise<void>;
  markSent(id: DeliveryId, posted: PostedMessage): Promise<void>;
  /** `failed` will be tried again, `given-up` will not. */
  markFailed(id: DeliveryId, state: 'failed' | 'given-up', reason: string): Promise<void>;
  /** The sent delivery whose thread this place is in. */
  findByThread(place: Place): Promise<Delivery | undefined>;
  /** The newest message of a story sent to a channel (the place's thread is ignored). */
  newestSent(story: StoryKey, place: Place): Promise<Delivery | undefined>;
  /** Messages sent to a channel that cite an article, oldest first. */
  sentCiting(article: ArticleId, place: Place): Promise<Delivery[]>;
  /** The newest delivery of any state with this prefix of its key. */
  latest(keyPrefix: string): Promise<Delivery | undefined>;
}
