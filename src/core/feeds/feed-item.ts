/** A feed in any format, read. */
export interface FeedReading {
  readonly title?: string;
  /** ISO 639-1 code. */
  readonly language?: string;
  /** How long the feed asks to wait between looks (RSS `ttl`), in milliseconds. */
  readonly ttlMs?: number;
  /** In the feed's order. */
  readonly items: readonly FeedItem[];
  /** One line for each item that was left out or lost something, and for a feed that was cut. */
  readonly faults: readonly string[];
}

export interface FeedItem {
  /** The feed's own id of the item, else its address, else its title. */
  readonly id: string;
  readonly title?: string;
  readonly url?: string;
  /** ISO 8601 UTC. */
  readonly published?: string;
  /** When the feed says that the item was last changed, ISO 8601 UTC. */
  readonly modified?: string;
  /** The publisher an aggregator's feed names for this item. */
  readonly publisher?: string;
  /** Who wrote it, as the feed words it. */
  readonly byline?: string;
  /** The item's categories, parted by commas. */
  readonly section?: string;
  /** The item's content, or its summary if it has none. Markup from outside: never shown as it is. */
  readonly html?: string;
}
