/** Namespaces that the XML parser knows a feed's outermost element by; the first is the one that is put in. */
const namespaces = {
  feed: ['http://www.w3.org/2005/Atom', 'http://purl.org/atom/ns#'],
  rdf: ['http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
} as const;

/** What stands around documents that leave a feed's outermost element out. RFC 4287, section 2, allows a bare entry. */
const wrappers = { channel: '<rss version="2.0">', entry: `<feed xmlns="${namespaces.feed[0]}">` } as const;

/** CDATA, comments, instructions, the document type, tags. Each begins where it cannot end late more than once: linear. */
const marks =
  /(<!\[CDATA\[)[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!doctype[^<>[]*(?:\[[\s\S]*?(?:\]\s*>|$)|>)|<(\/?)([a-z_][\w.-]*(?::[\w.-]+)?)(?=[\s/>])([^<>]*)>/gi;

/** Elements that hold a text, by local name; in each of them some feed puts markup as it is. */
const textNames = new Set(
  'title description summary content encoded body fullitem subtitle tagline info abstract'.split(' '),
);

/** Where these begin or end, a text that is still open was never closed. */
const itemNames = new Set(['item', 'entry', 'channel', 'feed', 'rss', 'rdf']);

const dataStart = '<![CDATA[';

interface Piece {
  readonly kind: 'text' | 'data' | 'tag' | 'other';
  readonly xml: string;
}

interface Tag {
  readonly closes: boolean;
  readonly empty: boolean;
  /** As it is written; the two parts of it in lower case. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly attributes: string;
}

/** A text element that has begun: the place of its tag, how often its name is open, whether tags stand in it. */
interface OpenText {
  readonly start: number;
  readonly name: string;
  depth: number;
  marked: boolean;
}

/** The name of a document's outermost element as it is written; undefined for a text without tags. */
export function rootName(xml: string): string | undefined {
  for (const match of xml.matchAll(marks)) {
    const tag = tagOf(match);
    if (tag !== undefined && !tag.closes) return tag.name;
  }
  return undefined;
}

/**
 * A feed's XML as the parser reads all of it: the outermost element in the namespace that it is known by, and markup that
 * stands in a text as it is (XHTML, or HTML that nobody escaped) as escaped markup, since the parser would part it from the
 * words around it. The work grows with the length alone.
 */
export function tidyXml(xml: string): string {
  const pieces: Piece[] = [];
  let from = 0;
  let root: Tag | undefined;
  let open: OpenText | undefined;
  for (const match of xml.matchAll(marks)) {
    if (match.index > from) pieces.push({ kind: 'text', xml: words(xml.slice(from, match.index), open) });
    from = match.index + match[0].length;
    const tag = tagOf(match);
    if (tag === undefined) {
      pieces.push({ kind: match[1] === undefined ? 'other' : 'data', xml: match[0] });
    } else if (root === undefined) {
      if (!tag.closes) root = tag;
      pieces.push({ kind: 'other', xml: rootTag(tag) });
    } else {
      pieces.push({ kind: 'tag', xml: written(tag, root) });
      open = nextOpen(open, { tag, root }, pieces);
    }
  }
  pieces.push({ kind: 'text', xml: xml.slice(from) });
  return pieces.map((piece) => piece.xml).join('');
}

/** What stands between two tags. An ampersand that begins no entity, and in a text a bracket that begins no tag, are words. */
function words(xml: string, open: OpenText | undefined): string {
  const told = xml.replaceAll(/&(?!#?\w{1,32};)/g, '&amp;');
  return open === undefined ? told : told.replaceAll('<', '&lt;');
}

function tagOf([, , closing, name, attributes]: RegExpMatchArray): Tag | undefined {
  if (name === undefined || attributes === undefined) return undefined;
  const [local = '', prefix = ''] = name.toLowerCase().split(':').toReversed();
  return { closes: closing === '/', empty: attributes.endsWith('/'), name, prefix, local, attributes };
}

/** The outermost tag as the parser knows it; it knows no RSS under a prefix. */
function rootTag(tag: Tag): string {
  const { local, attributes } = tag;
  if (local === 'rss') return `<rss${attributes}>`;
  if (local === 'channel') return `${wrappers.channel}<channel${attributes}>`;
  if (local === 'entry') return `${wrappers.entry}${bound(tag, 'feed')}`;
  return local === 'feed' || local === 'rdf' ? bound(tag, local) : `<${tag.closes ? '/' : ''}${tag.name}${attributes}>`;
}

/** A tag whose name stands in the namespace of this kind of feed, as it should. */
function bound({ name, prefix, attributes }: Tag, kind: keyof typeof namespaces): string {
  const declares = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const declaration = new RegExp(`\\s${declares}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i');
  const [, double, single] = declaration.exec(attributes) ?? [];
  const known: readonly string[] = namespaces[kind];
  if (known.includes(double ?? single ?? '')) return `<${name}${attributes}>`;
  return `<${name} ${declares}="${namespaces[kind][0]}"${attributes.replace(declaration, '')}>`;
}

/** A tag without the prefix that RSS stands under. */
function written({ closes, name, prefix, local, attributes }: Tag, root: Tag): string {
  const underRoot = prefix !== '' && prefix === root.prefix && (root.local === 'rss' || root.local === 'channel');
  return `<${closes ? '/' : ''}${underRoot ? local : name}${attributes}>`;
}

/** The text that is open after a tag, which is the last piece; one that ends here is made whole. */
function nextOpen(
  open: OpenText | undefined,
  { tag, root }: { readonly tag: Tag; readonly root: Tag },
  pieces: Piece[],
): OpenText | undefined {
  if (open === undefined || itemNames.has(tag.local))
    return isText(tag, root) ? opened(tag, pieces.length - 1) : undefined;
  if (tag.name === open.name && !tag.empty) open.depth += tag.closes ? -1 : 1;
  if (open.depth > 0) {
    open.marked = true;
    return open;
  }
  if (open.marked) escapeFrom(open.start, pieces);
  return undefined;
}

function isText({ closes, empty, local, prefix }: Tag, root: Tag): boolean {
  if (closes || empty || !textNames.has(local)) return false;
  // What others call content has elements of its own ("media:content").
  return local !== 'content' || prefix === '' || prefix === root.prefix;
}

function opened({ name, attributes }: Tag, start: number): OpenText {
  return { start, name, depth: 1, marked: /\stype\s*=\s*["']xhtml/i.test(attributes) };
}

/** Turns the markup between the tag at `start` and the last piece into a part of the text. */
function escapeFrom(start: number, pieces: Piece[]): void {
  const [opening, ...inner] = pieces.splice(start);
  const closing = inner.pop();
  if (opening === undefined || closing === undefined) return;
  const tag = opening.xml.replace(/\s(?:type|mode)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '').replace(/>$/, ' type="html">');
  const html = inner.filter(({ kind }) => kind !== 'other').map(asHtml);
  pieces.push({ kind: 'tag', xml: `${tag}${escaped(html.join(''))}` }, closing);
}

/** A piece of XML as HTML: the same words, tags without prefixes. */
function asHtml({ kind, xml }: Piece): string {
  if (kind === 'data') return escaped(xml.slice(dataStart.length).replace(/\]\]>$/, ''));
  return kind === 'tag' ? xml.replace(/^(<\/?)[\w.-]+:/, '$1') : xml;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
