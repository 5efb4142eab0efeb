import type { FeedItem, FeedReading } from '../../core/feeds/feed-item.ts';
import { readPublished } from '../../core/feeds/published.ts';
import { articleId } from '../../core/ids/ids.ts';

/** An item, and what of it could not be read; a fault alone when nothing of it is of use. */
export type ItemReading = { readonly item: FeedItem; readonly fault?: string } | { readonly fault: string };

/** What a feed may ask of this program. Real feeds hold 10 to 200 items. */
export const feedLimits = {
  items: 500,
  /** Namespaces declared in all, tags open at once, attributes of a tag: the XML parser's work grows with the square of each. */
  namespaces: 2_000,
  attributes: 2_000,
  depth: 2_000,
} as const;

/** The parts of an item as its format words them; an empty text counts as absent. */
export interface ItemParts {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly date: string | undefined;
  readonly changed: string | undefined;
  readonly publisher: string | undefined;
  readonly byline: string | undefined;
  readonly section: string | undefined;
  readonly html: string | undefined;
}

/** Makes an item of its parts: it needs an address or a text, and loses a date that cannot be read. */
export function itemFrom(parts: ItemParts): ItemReading {
  const { title, url, date, publisher, byline, section, html } = parts;
  // RSS asks for nothing but a title or a text: an item of text alone is known by that text.
  const id = parts.id ?? url ?? title ?? (html === undefined ? undefined : articleId('', html));
  if (id === undefined || (url === undefined && html === undefined)) {
    return { fault: `${title === undefined ? '' : `"${title}" `}has neither an address nor a text` };
  }
  const published = date === undefined ? undefined : readPublished(date);
  const modified = parts.changed === undefined ? undefined : readPublished(parts.changed);
  const item = {
    id,
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    ...(publisher !== undefined && { publisher }),
    ...(byline !== undefined && { byline }),
    ...(section !== undefined && { section }),
    ...(html !== undefined && { html }),
  };
  if (date === undefined || published !== undefined) return { item };
  return {
    item,
    fault: `"${title ?? id}" has a date that cannot be read ("${date.slice(0, 60)}"); it was read without`,
  };
}

/** Reads the items one by one, at most `feedLimits.items`, and gathers their faults. */
export function readItems<Raw>(
  raw: readonly Raw[],
  read: (raw: Raw) => ItemReading,
): Pick<FeedReading, 'items' | 'faults'> {
  const items: FeedItem[] = [];
  const faults: string[] = [];
  raw.slice(0, feedLimits.items).forEach((each, index) => {
    const reading = read(each);
    if ('item' in reading) items.push(reading.item);
    if (reading.fault !== undefined) faults.push(`item ${index + 1}: ${reading.fault}`);
  });
  if (raw.length > feedLimits.items)
    faults.push(`the feed has more than ${feedLimits.items} items: the rest was left out`);
  return { items, faults };
}

/** Plain text as HTML: what reads items then has one form of them to deal with. */
export function markedUp(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const paragraphs = escaped.split(/\n\s*\n/).map((paragraph) => `<p>${paragraph}</p>`);
  return paragraphs.join('');
}

/** The text, or undefined for one of white space alone. */
export function given(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
