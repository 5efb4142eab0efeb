import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import { articleUrl } from '../../core/feeds/article-url.ts';
import { decodeText } from '../../core/feeds/charset.ts';
import { fold, htmlToText } from './html-text.ts';
import { given, type ItemReading, itemFrom, markedUp } from './item-reading.ts';

export type FeedKind = 'rss' | 'atom' | 'rdf';

const elementSchema = z.looseObject({
  /** Attributes and text; child elements stand beside them under their names. */
  '@': z.record(z.string(), z.string()).catch({}),
  '#': z.string().catch(''),
});

type FeedElement = z.infer<typeof elementSchema>;

/** The elements of a feed or an item, as the XML parser hands them over: by name, each as often as it stands there. */
export interface FeedFields {
  readonly kind: FeedKind;
  /** The format's own elements by bare name ("title"), others by prefix ("dc:date"); names in lower case. */
  elements(name: string): readonly FeedElement[];
  /** An attribute of the feed's or the item's own tag. */
  attribute(name: string): string | undefined;
}

const recordSchema = z.record(z.string(), z.unknown());

/** Wraps what the XML parser found in a feed or an item. */
export function fieldsOf(kind: FeedKind, raw: unknown): FeedFields {
  const parsed = recordSchema.safeParse(raw);
  const fields = new Map(parsed.success ? Object.entries(parsed.data) : []);
  const attributes = z
    .record(z.string(), z.string())
    .catch({})
    .parse(fields.get(`${kind}:@`));
  return {
    kind,
    elements: (name) => elementsIn(fields.get(name.includes(':') ? name : `${kind}:${name}`)),
    attribute: (name) => given(attributes[name]),
  };
}

/** Reads one item of RSS or Atom; `base` resolves its addresses. */
export function xmlItem(fields: FeedFields, base: string | undefined): ItemReading {
  try {
    return itemFrom({
      id: textOf(fields, 'guid') ?? textOf(fields, 'id') ?? fields.attribute('about'),
      title: titleOf(fields, 'title') ?? titleOf(fields, 'dc:title') ?? titleOf(fields, 'media:title'),
      url: itemUrl(fields, base),
      date: firstText(fields, ['pubdate', 'published', 'issued', 'dc:date', 'updated', 'modified']),
      changed: firstText(fields, ['updated', 'atom:updated', 'modified', 'dcterms:modified']),
      publisher: sourceTitle(fields),
      byline: authorsOf(fields),
      section: categoriesOf(fields),
      html: content(fields),
    });
  } catch (error) {
    if (error instanceof UserError) return { fault: error.message };
    throw error;
  }
}

/** The text of the first element of this name that holds any. */
export function textOf(fields: FeedFields, name: string): string | undefined {
  const texts = fields.elements(name).map((element) => element['#'].trim());
  return texts.find((text) => text !== '');
}

/** `textOf` for a title: without markup, which most formats allow in it. */
export function titleOf(fields: FeedFields, name: string): string | undefined {
  const [element] = fields.elements(name);
  const html = element === undefined ? undefined : htmlOf(element, fields.kind);
  return html === undefined ? undefined : given(fold(htmlToText(html)));
}

function elementsIn(value: unknown): FeedElement[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((candidate) => {
    const parsed = elementSchema.safeParse(candidate);
    return parsed.success ? [parsed.data] : [];
  });
}

function firstText(fields: FeedFields, names: readonly string[]): string | undefined {
  return names.map((name) => textOf(fields, name)).find((text) => text !== undefined);
}

function itemUrl(fields: FeedFields, base: string | undefined): string | undefined {
  const links = fields.elements('link');
  const linked = links.find(
    (link) => (link['@']['rel'] ?? 'alternate') === 'alternate' && link['@']['href'] !== undefined,
  );
  const guid = fields.elements('guid').find((element) => element['@']['ispermalink']?.toLowerCase() !== 'false')?.['#'];
  const permalink = guid !== undefined && /^https?:/.test(guid) ? guid : undefined;
  const candidates = [
    textOf(fields, 'feedburner:origlink'),
    linked?.['@']['href'],
    textOf(fields, 'link'),
    permalink,
    // RSS 1.0, section 5.5: the item's own name is its address. Of Atom's id that is often true.
    fields.attribute('about') ?? textOf(fields, 'id'),
    fields.attribute('href'),
  ];
  const urls = candidates.map((candidate) => (candidate === undefined ? undefined : articleUrl(candidate, base)));
  return urls.find((url) => url !== undefined);
}

/** Where feeds put an item's text, the whole ones first: the formats' own elements, modules, and what old feeds made up. */
const textNames = (
  'content:encoded encoded content fullitem body xhtml:body description dc:description summary abstract ' +
  'media:description itunes:summary itunes:subtitle'
).split(' ');

function content(fields: FeedFields): string | undefined {
  const grouped = fields.elements('media:group').flatMap((group) => elementsIn(group['media:description']));
  const elements = [...textNames.flatMap((name) => fields.elements(name)), ...grouped];
  return elements.map((element) => htmlOf(element, fields.kind)).find((html) => html !== undefined);
}

/**
 * An element's text as HTML. RFC 4287, section 3.1.1: a text construct without a type is plain text; section 4.1.3.3: content
 * of another media type is Base64, which Atom 0.3 says with a mode of its own. Undefined for none, and for what is no text.
 */
function htmlOf(element: FeedElement, kind: FeedKind): string | undefined {
  const { type = 'text', mode } = element['@'];
  const raw = given(element['#']);
  if (raw === undefined || kind !== 'atom') return raw;
  const isHtml = /html/.test(type);
  if (mode === 'base64') return given(isHtml ? fromBase64(raw) : markedUp(fromBase64(raw) ?? ''));
  if (mode === undefined && type.includes('/') && !isHtml && !/^text\/|[/+]xml$/i.test(type))
    return given(fromBase64(raw));
  return isHtml ? raw : markedUp(raw);
}

/** The text that Base64 holds; undefined when it holds a picture or the like. */
function fromBase64(data: string): string | undefined {
  const bytes = Buffer.from(data, 'base64');
  return bytes.includes(0) ? undefined : decodeText(bytes, 'plain');
}

const mostCategories = 20;
const mostAuthors = 20;

function categoriesOf(fields: FeedFields): string | undefined {
  const elements = [...fields.elements('category'), ...fields.elements('dc:subject')].slice(0, mostCategories);
  return given(fold(elements.map((element) => element['@']['term'] ?? element['#']).join(', ')));
}

/** RSS names an author by address, "desk@paper.example (Ada Bruun)", Atom in an element of its own, most feeds in Dublin Core. */
function authorsOf(fields: FeedFields): string | undefined {
  const own = fields.elements('author').flatMap((author) => {
    const named = elementsIn(author['name'] ?? author['atom:name']);
    return named.length > 0 ? named : [author];
  });
  const lists = [fields.elements('dc:creator'), own, fields.elements('itunes:author'), fields.elements('dc:author')];
  const names = lists.map((list) =>
    list.map((element) => authorName(element['#'])).filter((name) => name !== undefined),
  );
  return names
    .find((list) => list.length > 0)
    ?.slice(0, mostAuthors)
    .join(', ');
}

function authorName(text: string): string | undefined {
  const name = fold(/\(([^()]+)\)\s*$/.exec(text)?.[1] ?? text);
  return name.includes('@') ? undefined : given(name);
}

/** The publisher's name in `source`, by which aggregators say whose item it is. */
function sourceTitle(fields: FeedFields): string | undefined {
  if (fields.kind !== 'atom') return textOf(fields, 'source');
  const [title] = elementsIn(fields.elements('source')[0]?.['title']);
  return given(fold(title?.['#'] ?? ''));
}
