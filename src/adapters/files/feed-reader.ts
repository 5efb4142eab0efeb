import type { FeedAnswer, FeedReader } from '../../core/polling/feed-reader.ts';
import { lookOf, readFeed } from '../web/feed.ts';
import { type FetchOptions, guardedFetch } from '../web/guarded-fetch.ts';
import { hostTurns } from '../web/host-turns.ts';
import { itemDraft } from './feed-drafts.ts';

/**
 * Reads feeds through the guarded fetch, with conditional requests, and articles from items or the pages behind them; of one
 * host one document at a time.
 */
export function feedReader(options: Pick<FetchOptions, 'contact' | 'allowLoopback' | 'log' | 'limits'>): FeedReader {
  const inTurn = hostTurns();
  return {
    read: async (feed, validators, signal): Promise<FeedAnswer> => {
      const fetched = await inTurn(feed, () => guardedFetch(feed, { ...options, validators, signal }));
      const waits = fetched.maxAgeMs === undefined ? {} : { maxAgeMs: fetched.maxAgeMs };
      if (fetched.notModified === true) return { kind: 'unchanged', ...waits };
      if (lookOf(fetched.text) === 'page') return { kind: 'page' };
      const reading = await readFeed(fetched.text, fetched.url);
      const { etag, lastModified } = fetched;
      return {
        kind: 'feed',
        reading,
        validators: {
          ...(etag !== undefined && { etag }),
          ...(lastModified !== undefined && { lastModified }),
        },
        ...(reading.ttlMs === undefined ? waits : { maxAgeMs: Math.max(reading.ttlMs, fetched.maxAgeMs ?? 0) }),
      };
    },
    article: (item, reading, signal) =>
      itemDraft(item, reading, {
        source: { input: reading.title ?? 'the feed' },
        chosen: {},
        fetch: (url) => inTurn(url, () => guardedFetch(url, { ...options, signal })),
      }),
  };
}
