import type { FeedState } from './feed-state.ts';

/** What is remembered of the feeds. A feed is never removed: when its story drops it, it is only looked at no more. */
export interface FeedStore {
  get(feed: string): Promise<FeedState | undefined>;
  save(state: FeedState): Promise<void>;
  /**
   * Takes a host for the look at one of its feeds, in every process; false while another feed has it. Times are ISO 8601 UTC.
   * A look that died is begun again by the queue and has its host still; whatever happens, nobody has it longer than `until`.
   */
  takeHost(turn: HostTurn, times: { readonly now: string; readonly until: string }): Promise<boolean>;
  leaveHost(turn: HostTurn): Promise<void>;
}

/** A host and the feed that is looked at there. */
export interface HostTurn {
  readonly host: string;
  readonly feed: string;
}
