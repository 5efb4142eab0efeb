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

const text = z.string({ error: 'must be a text' }).optional();

/** Version 1.1 of the format; its section on items asks readers to take a number as an id too. */
const itemSchema = z.object({
  id: z.union([z.string(), z.number().transform(String)], { error: 'must be a text' }).optional(),
  url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text.catch(undefined),
  authors: z
    .array(z.object({ name: z.string() }))
    .optional()
    .catch(undefined),
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
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'it'} ${issue.message}`);
    return { fault: faults.join('; ') };
  }
  const {
    id,
    title,
    url,
    content_html: html,
    content_text: plain,
    summary,
    date_published: date,
    date_modified: changed,
    authors,
    tags,
  } = parsed.data;
  const words = given(plain) ?? given(summary);
  return itemFrom({
    id: given(id),
    title: given(fold(title ?? '')),
    url: url === undefined ? undefined : articleUrl(url, base),
    date: given(date),
    changed: given(changed),
    publisher: undefined,
    byline: given(fold((authors ?? []).map(({ name }) => name).join(', '))),
    section: given(fold((tags ?? []).join(', '))),
    html: given(html) ?? (words === undefined ? undefined : markedUp(words)),
  });
}
