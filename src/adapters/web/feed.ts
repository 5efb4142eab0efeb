import type { FeedReading } from '../../core/feeds/feed-item.ts';
import { readJsonFeed } from './json-feed.ts';
import { readXmlFeed } from './xml-feed.ts';

/** How a document's text looks from outside. */
export type DocumentLook = 'feed' | 'page' | 'other';

/**
 * Reads a feed: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed 1.0 and 1.1. `url` is where it was found, for relative addresses.
 * A faulty item loses no other one and is told in `faults`; after 500 items it stops and says so there.
 * Throws UserError for a text that is no feed.
 */
export async function readFeed(body: string, url?: string): Promise<FeedReading> {
  return body.trimStart().startsWith('{') ? readJsonFeed(body, url) : readXmlFeed(body, url);
}

/** Tells a feed and a page from other texts by how they begin, whatever their name or media type says. */
export function lookOf(text: string): DocumentLook {
  const start = text
    .slice(0, 4_000)
    .replaceAll(/<\?[^>]*\?>|<!--[\s\S]*?-->|<!doctype [^>[]*(?:\[[\s\S]*?\])?\s*>/gi, '')
    .trimStart();
  if (/^<(?:[\w.-]+:)?(?:rss|feed|rdf|channel|entry)[\s>]/i.test(start)) return 'feed';
  if (start.startsWith('{'))
    return /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/.test(text) ? 'feed' : 'other';
  if (/^<(?:html|head|body|title|meta|article|main|div|p|h1)[\s>]/i.test(start) || /^\s*<!doctype html/i.test(text))
    return 'page';
  return 'other';
}
