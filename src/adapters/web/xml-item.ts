import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import { articleUrl } from '../../core/feeds/article-url.ts';
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
}

const recordSchema = z.record(z.string(), z.unknown());

/** Wraps what the XML parser found in a feed or an item. */
export function fieldsOf(kind: FeedKind, raw: unknown): FeedFields {
  const parsed = recordSchema.safeParse(raw);
  const fields = new Map(parsed.success ? Object.entries(parsed.data) : []);
  return { kind, elements: (name) => elementsIn(fields.get(name.includes(':') ? name : `${kind}:${name}`)) };
}

/** Reads one item of RSS or Atom; `base` resolves its addresses. */
export function xmlItem(fields: FeedFields, base: string | undefined): ItemReading {
  try {
    return itemFrom({
      id: textOf(fields, 'guid') ?? textOf(fields, 'id'),
      title: titleOf(fields, 'title'),
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
  if (element === undefined) return undefined;
  const plain = fields.kind === 'atom' && isPlain(element);
  return given(fold(plain ? element['#'] : htmlToText(element['#'])));
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
  const permalink = fields.elements('guid').find((guid) => guid['@']['ispermalink']?.toLowerCase() !== 'false')?.['#'];
  const candidates = [
    textOf(fields, 'feedburner:origlink'),
    linked?.['@']['href'],
    textOf(fields, 'link'),
    permalink !== undefined && /^https?:/.test(permalink) ? permalink : undefined,
  ];
  const urls = candidates.map((candidate) => (candidate === undefined ? undefined : articleUrl(candidate, base)));
  return urls.find((url) => url !== undefined);
}

function content(fields: FeedFields): string | undefined {
  for (const name of ['content:encoded', 'content', 'description', 'summary']) {
    const element = fields.elements(name).find((candidate) => given(candidate['#']) !== undefined);
    if (element !== undefined)
      return fields.kind === 'atom' && isPlain(element) ? markedUp(element['#']) : element['#'];
  }
  return undefined;
}

/** RFC 4287, section 3.1.1: a text construct without a type is plain text. */
function isPlain(element: FeedElement): boolean {
  return !/html/.test(element['@']['type'] ?? 'text');
}

const mostCategories = 20;

function categoriesOf(fields: FeedFields): string | undefined {
  const elements = [...fields.elements('category'), ...fields.elements('dc:subject')].slice(0, mostCategories);
  return given(fold(elements.map((element) => element['@']['term'] ?? element['#']).join(', ')));
}

/** RSS names an author by address, "desk@paper.example (Ada Bruun)", Atom in an element of its own, most feeds in Dublin Core. */
function authorsOf(fields: FeedFields): string | undefined {
  const [named] = elementsIn(fields.elements('author')[0]?.['name'] ?? fields.elements('author')[0]?.['atom:name']);
  const plain = textOf(fields, 'dc:creator') ?? named?.['#'] ?? textOf(fields, 'author');
  const name = fold(/\(([^)]+)\)\s*$/.exec(plain ?? '')?.[1] ?? plain ?? '');
  return name.includes('@') ? undefined : given(name);
}

/** The publisher's name in `source`, by which aggregators say whose item it is. */
function sourceTitle(fields: FeedFields): string | undefined {
  if (fields.kind !== 'atom') return textOf(fields, 'source');
  const [title] = elementsIn(fields.elements('source')[0]?.['title']);
  return given(fold(title?.['#'] ?? ''));
}
