import { z } from 'zod';

/** How a feed stands, in the words that `/summit health` shows. */
export const feedConditions = ['new', 'ok', 'unchanged', 'empty', 'undated', 'blocked', 'broken', 'timeout'] as const;

const lostItemSchema = z.object({ item: z.string(), reason: z.string(), at: z.string() });

/** What is remembered of a feed between two looks at it. All moments are ISO 8601 UTC. */
export const feedStateSchema = z.object({
  feed: z.string(),
  publisher: z.string(),
  condition: z.enum(feedConditions),
  /** Why it is blocked, broken or late, for people. */
  reason: z.string().optional(),
  checkedAt: z.string().optional(),
  succeededAt: z.string().optional(),
  /** Since when no look has succeeded. */
  troubleSince: z.string().optional(),
  /** The channels have been told of this trouble. */
  troubleTold: z.boolean(),
  nextAt: z.string(),
  /** Looks that failed in a row. */
  failures: z.int().nonnegative(),
  /** How long the feed asked to wait when it was last read whole; milliseconds. "Not modified" leaves it as it was. */
  waitMs: z.number().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Identities of the items that have been dealt with, newest last. */
  known: z.array(z.string()),
  /** Items that could not be read, newest last. */
  lost: z.array(lostItemSchema),
  /** When the whole window of the feed had turned over since the look before: items in between may be lost. */
  gapAt: z.string().optional(),
});

export type FeedState = z.infer<typeof feedStateSchema>;
export type FeedCondition = FeedState['condition'];

/** A feed that has never been looked at; due at once. */
export function newFeedState(feed: string, publisher: string, now: string): FeedState {
  return { feed, publisher, condition: 'new', troubleTold: false, nextAt: now, failures: 0, known: [], lost: [] };
}

/** The conditions in which nothing that the feed brings is seen. */
export type FeedTrouble = Extract<FeedCondition, 'blocked' | 'broken' | 'timeout'>;

export function isTrouble(condition: FeedCondition): condition is FeedTrouble {
  return condition === 'blocked' || condition === 'broken' || condition === 'timeout';
}

export function isInTrouble({ condition }: FeedState): boolean {
  return isTrouble(condition);
}
