import type { FeedItem, FeedReading } from '../feeds/feed-item.ts';
import type { SourceResult } from '../feeds/source-result.ts';

/** What a server said when the feed was last fetched, handed back to it so that it may answer "not modified". */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** A feed as its server gave it. */
export type FeedAnswer =
  | { readonly kind: 'unchanged'; readonly maxAgeMs?: number }
  | {
      readonly kind: 'feed';
      readonly reading: FeedReading;
      readonly validators: Validators;
      /** How long the server or the feed asks to wait until the next look. */
      readonly maxAgeMs?: number;
    }
  /** A page for people or a challenge for robots where a feed should be. */
  | { readonly kind: 'page' };

/** Reads feeds and the articles behind their items from the open web. */
export interface FeedReader {
  /** Throws UserError (FetchError when it could not be had) for a document that is no feed. */
  read(feed: string, validators: Validators, signal: AbortSignal): Promise<FeedAnswer>;
  /** The article behind an item: its own text, else that of its page. */
  article(item: FeedItem, reading: FeedReading, signal: AbortSignal): Promise<SourceResult>;
}
