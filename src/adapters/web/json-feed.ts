import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import { articleUrl } from '../../core/feeds/article-url.ts';
import type { FeedReading } from '../../core/feeds/feed-item.ts';
import { fold } from './html-text.ts';
import { given, type ItemReading, itemFrom, markedUp, readItems } from './item-reading.ts';
import { languageCode } from './page-metadata.ts';

const feedSchema = z.object({
  version: z.string().regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1(?:\.\d+)?$/),
  title: z.string().optional().catch(undefined),
  home_page_url: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
  items: z.array(z.unknown()),
});

const texts = [
  'url',
  'external_url',
  'title',
  'content_html',
  'content_text',
  'summary',
  'date_published',
  'date_modified',
] as const;

const text = z.string().optional().catch(undefined);
const name = z.object({ name: z.string() }).transform((author) => author.name);

/** A field of the wrong kind loses itself and not its item. Version 1.1 asks readers to take a number as an id too. */
const itemSchema = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  /** Version 1.0 knows a single author. */
  author: name.optional().catch(undefined),
  authors: z.array(name).optional().catch(undefined),
  tags: z.array(z.string()).optional().catch(undefined),
});

/** Reads JSON Feed 1.0 and 1.1. Throws UserError for other JSON, or none. */
export function readJsonFeed(body: string, url?: string): FeedReading {
  const feed = parseFeed(body, url);
  const title = given(fold(feed.title ?? ''));
  const language = languageCode(feed.language);
  return {
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...readItems(feed.items, (raw) => jsonItem(raw, url ?? feed.home_page_url)),
  };
}

function parseFeed(body: string, url: string | undefined): z.infer<typeof feedSchema> {
  const mend = 'A JSON Feed is an object with "version": "https://jsonfeed.org/version/1.1" and a list of "items".';
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new UserError(`${url ?? 'The text'} is not valid JSON.`, mend, { cause });
  }
  const parsed = feedSchema.safeParse(value);
  if (!parsed.success)
    throw new UserError(`${url ?? 'The text'} is JSON, but no JSON Feed.`, mend, { cause: parsed.error });
  return parsed.data;
}

function jsonItem(raw: unknown, base: string | undefined): ItemReading {
  const parsed = itemSchema.safeParse(raw);
  if (!parsed.success) return { fault: 'it is no object' };
  const { data } = parsed;
  const words = given(data.content_text) ?? given(data.summary);
  const urls = [data.url, data.external_url].map((url) => (url === undefined ? undefined : articleUrl(url, base)));
  const authors = data.authors ?? (data.author === undefined ? [] : [data.author]);
  const reading = itemFrom({
    id: given(data.id),
    title: given(fold(data.title ?? '')),
    url: urls.find((url) => url !== undefined),
    date: given(data.date_published),
    changed: given(data.date_modified),
    publisher: undefined,
    byline: given(fold(authors.join(', '))),
    section: given(fold((data.tags ?? []).join(', '))),
    html: given(data.content_html) ?? (words === undefined ? undefined : markedUp(words)),
  });
  const faults = [...wrongTexts(raw), ...(reading.fault === undefined ? [] : [reading.fault])];
  return faults.length === 0 ? reading : { ...reading, fault: faults.join('; ') };
}

/** What stands where a text should and is none; the item is read without. */
function wrongTexts(raw: unknown): string[] {
  const item = z.record(z.string(), z.unknown()).parse(raw);
  return texts
    .filter((field) => !['string', 'undefined'].includes(typeof item[field]) && item[field] !== null)
    .map((field) => `${field} must be a text`);
}
