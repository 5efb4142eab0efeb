import type { FeedState } from './feed-state.ts';

/** What is remembered of the feeds. A feed is never removed: when its story drops it, it is only looked at no more. */
export interface FeedStore {
  get(feed: string): Promise<FeedState | undefined>;
  save(state: FeedState): Promise<void>;
}
