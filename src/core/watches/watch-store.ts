import type { Place } from '../chat/place.ts';
import type { StoryKey, SubscriptionId } from '../ids/ids.ts';
import type { Watch } from './watch.ts';

export interface WatchStore {
  add(watch: Watch): Promise<void>;
  /** Replaces the one with the same id; does nothing when it was removed meanwhile. */
  change(watch: Watch): Promise<void>;
  /** Of all channels, oldest first. */
  list(): Promise<Watch[]>;
  /** Of a story in a channel (the place's thread is ignored), oldest first. */
  inChannel(story: StoryKey, place: Place): Promise<Watch[]>;
  remove(id: SubscriptionId): Promise<void>;
}
