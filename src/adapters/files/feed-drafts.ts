import type { ArticleDraft } from '../../core/articles/article.ts';
import { UserError } from '../../core/errors/errors.ts';
import type { FeedItem, FeedReading } from '../../core/feeds/feed-item.ts';
import type { Fetch } from '../../core/feeds/fetching.ts';
import type { SourceResult } from '../../core/feeds/source-result.ts';
import { htmlToText } from '../web/html-text.ts';
import { readPage } from '../web/page.ts';
import { completeDraft } from './complete-draft.ts';
import type { Source } from './open-source.ts';

/** An item's own text counts as the whole article from this length on, in characters. */
const fullTextLength = 500;

interface FeedNeeds {
  /** What the feed is called in messages, and where it was found. */
  readonly source: Pick<Source, 'input' | 'url'>;
  /** What the person said of all articles; it goes before what feed and page say. */
  readonly chosen: Pick<ArticleDraft, 'published' | 'publisher'>;
  /** Reads items' pages; without it their own text has to do. */
  readonly fetch?: Fetch;
}

/**
 * One result for each item of a feed: its own text if that is the whole article, else the text of its page, else its
 * summary, with a note that says so. The feed's faults come last, each as a result with its error.
 */
export async function* feedDrafts(feed: FeedReading, needs: FeedNeeds): AsyncGenerator<SourceResult, void, void> {
  const { input } = needs.source;
  if (feed.items.length === 0 && feed.faults.length === 0) {
    yield { input, error: new UserError(`The feed ${input} holds no items.`, 'Look at it again when it has some.') };
  }
  for (const item of feed.items) yield await itemDraft(item, feed, needs);
  for (const fault of feed.faults) {
    yield { input, error: new UserError(`${input}, ${fault}.`, "Add the article's own address if it is missing.") };
  }
}

/** The article of one item, or why there is none. */
export async function itemDraft(item: FeedItem, feed: FeedReading, needs: FeedNeeds): Promise<SourceResult> {
  const input = `${needs.source.input}, "${item.title ?? item.id}"`;
  try {
    const { note, ...read } = await readItem(item, needs.fetch);
    const publisher = read.publisher ?? item.publisher ?? feed.title;
    const published = item.published ?? read.published;
    const byline = read.byline ?? item.byline;
    const section = [read.section, item.section].filter((name) => name !== undefined).join(', ');
    const draft = {
      ...read,
      ...(feed.language !== undefined && { language: read.language ?? feed.language }),
      ...(item.title !== undefined && { title: item.title }),
      ...(publisher !== undefined && { publisher }),
      ...(published !== undefined && { published }),
      ...(byline !== undefined && { byline }),
      ...(section !== '' && { section }),
      ...needs.chosen,
    };
    const complete = await completeDraft(draft, { ...needs.source, input });
    return { input, draft: complete, ...(note !== undefined && { note }) };
  } catch (error) {
    if (error instanceof UserError) return { input, error };
    throw error;
  }
}

type ItemText = ArticleDraft & { readonly note?: string };

async function readItem(item: FeedItem, fetch: Fetch | undefined): Promise<ItemText> {
  const text = item.html === undefined ? '' : htmlToText(item.html);
  const own = { text, ...(item.url !== undefined && { url: item.url }) };
  if (text.length >= fullTextLength && !isTeaser(text)) return own;
  const hasWords = /\p{L}/u.test(text);
  if (item.url === undefined || fetch === undefined) {
    if (hasWords) return { ...own, note: 'the feed holds only a summary' };
    throw new UserError(
      'The item has no text of its own, and its page was not read.',
      "Add the article's own address.",
    );
  }
  try {
    const fetched = await fetch(item.url);
    const page = readPage(fetched.text, fetched.url);
    return page.text.length >= text.length ? page : { ...own, note: 'only the summary was taken: its page holds less' };
  } catch (error) {
    if (!(error instanceof UserError) || !hasWords) throw error;
    return { ...own, note: `only the summary was taken: ${error.message}` };
  }
}

/** A text that a feed cut off itself. */
function isTeaser(text: string): boolean {
  return /(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\W*$/.test(text);
}
