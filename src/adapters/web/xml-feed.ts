import { setImmediate } from 'node:timers/promises';
import FeedParser from 'feedparser';
import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import type { FeedReading } from '../../core/feeds/feed-item.ts';
import { feedLimits, readItems } from './item-reading.ts';
import { languageCode } from './page-metadata.ts';
import { refuseHostile } from './refuse-hostile.ts';
import { rootName, tidyXml } from './tidy-xml.ts';
import { type FeedFields, fieldsOf, textOf, titleOf, xmlItem } from './xml-item.ts';

/** How much is parsed before other work has its turn, in characters. */
const chunkLength = 8_192;

/** How much of a name from outside is repeated, in characters. */
const longestName = 40;

/** Reads RSS and Atom. External entities are never loaded and internal ones never unfolded: the parser knows none. */
export async function readXmlFeed(body: string, url?: string): Promise<FeedReading> {
  refuseHostile(body);
  const { feed, items: raw, failure } = await parseXml(tidyXml(body));
  if (feed === undefined) throw notAFeed(body, url, failure);
  const title = titleOf(feed, 'title');
  const language = languageCode(textOf(feed, 'language') ?? textOf(feed, 'dc:language') ?? feed.attribute('xml:lang'));
  const ttl = Number(textOf(feed, 'ttl'));
  const base = url ?? textOf(feed, 'link');
  const { items, faults } = readItems(raw, (fields) => xmlItem(fields, base));
  return {
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(ttl > 0 && ttl < 100_000 && { ttlMs: ttl * 60_000 }),
    items,
    faults: [...faults, ...breakOf(body, raw.length, failure)],
  };
}

/** A feed that ends before its first item: the parser takes what it has for the whole. */
function breakOf(body: string, items: number, failure: Error | undefined): string[] {
  if (failure !== undefined) return [`the feed breaks off after item ${items}: ${failure.message}`];
  const ends = /<\/(?:\w+:)?(?:rss|feed|rdf|channel|entry)\s*>/i.test(body.slice(-5_000)) || items > 0;
  return ends ? [] : ['the feed breaks off before its first item'];
}

interface ParsedFeed {
  /** Absent when the document turned out to be no feed. */
  readonly feed?: FeedFields;
  readonly items: readonly FeedFields[];
  readonly failure?: Error;
}

async function parseXml(body: string): Promise<ParsedFeed> {
  // Its normalising looks through an item's HTML again and again: hours, for a feed made to that end.
  const parser = new FeedParser({ addmeta: false, normalize: false });
  const items: unknown[] = [];
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    parser.on('data', (item: unknown) => items.push(item));
    parser.on('end', resolve);
    parser.on('error', (error) => {
      failure ??= error;
      resolve();
    });
  });
  // Without a title of its own here the parser would read the whole channel again before every item.
  parser.on('meta', (meta) => {
    meta.title ??= '-';
  });
  for (
    let start = 0;
    start < body.length && failure === undefined && items.length <= feedLimits.items;
    start += chunkLength
  ) {
    parser.write(body.slice(start, start + chunkLength));
    await setImmediate();
  }
  parser.end();
  await ended;
  const broken = failure === undefined ? {} : { failure };
  const kind = z.enum(['rss', 'atom', 'rdf']).safeParse(parser.meta['#type']);
  if (!kind.success) return { items: [], ...broken };
  return { feed: fieldsOf(kind.data, parser.meta), items: items.map((item) => fieldsOf(kind.data, item)), ...broken };
}

function notAFeed(body: string, url: string | undefined, cause: Error | undefined): UserError {
  const root = rootName(body)?.slice(0, longestName);
  const found = root === undefined ? 'it holds no tags' : `its outermost element is <${root}>`;
  return new UserError(
    `${url ?? 'The text'} is no feed: ${found}, and feeds begin with <rss>, <rdf:RDF> or <feed>.`,
    "Give the feed's own address or file; publishers link it as RSS, Atom or feed.",
    { cause },
  );
}
