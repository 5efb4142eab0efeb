import { parseHTML } from 'linkedom';
import { UserError } from '../../core/errors/errors.ts';
import { hasCrowdedTag } from './crowded-tags.ts';

/** The little of the DOM that is used here; the parser's own types need the browser's, which this program does not have. */
export type DomNode = DomElement | DomText | DomOther;

export interface DomElement {
  readonly nodeType: 1;
  /** The tag's name, in capitals for HTML. */
  readonly tagName: string;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

interface DomText {
  readonly nodeType: 3;
  readonly parentNode: DomNode | null;
  readonly firstChild: null;
  readonly nextSibling: DomNode | null;
  readonly data: string;
}

interface DomOther {
  readonly nodeType: 4 | 7 | 8 | 9 | 10 | 11;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
}

export interface DomDocument {
  readonly documentElement: DomElement;
  readonly body: DomElement;
  readonly title: string;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** What real pages keep well below; the time that the libraries take grows with the square of each. */
const domLimits = { tags: 40_000, entities: 40_000, depth: 200, attributes: 4_000 } as const;

/** Parses HTML: a page or a fragment, well-formed or not. Throws UserError for markup beyond every real page's size. */
export function parseDocument(html: string): DomDocument {
  if (html.split('<').length > domLimits.tags) throw tooComplex(`more than ${domLimits.tags} tags`);
  if (html.split('&').length > domLimits.entities) throw tooComplex(`more than ${domLimits.entities} entities`);
  if (hasCrowdedTag(html, domLimits.attributes))
    throw tooComplex(`more than ${domLimits.attributes} attributes in a tag`);
  const { document }: { document: DomDocument } = parseHTML(whole(html));
  if (depthExceeds(document.documentElement, domLimits.depth))
    throw tooComplex(`tags more than ${domLimits.depth} deep`);
  return document;
}

/** The parser makes no html, head or body of its own: a page that leaves them out (HTML allows it) gets them here. */
function whole(html: string): string {
  if (/<html[\s>]/i.test(html) && /<body[\s>]/i.test(html)) return html;
  const attributes = /<html(\s[^<>]*)>/i.exec(html)?.[1] ?? '';
  const inner = html.replaceAll(/<!doctype[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '');
  return `<html${attributes}><head></head><body>${inner}</body></html>`;
}

function depthExceeds(root: DomElement, limit: number): boolean {
  let node: DomNode = root;
  let depth = 1;
  for (;;) {
    if (depth > limit) return true;
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node.nextSibling === null) {
      if (node === root || node.parentNode === null) return false;
      node = node.parentNode;
      depth -= 1;
    }
    if (node === root) return false;
    node = node.nextSibling;
  }
}

function tooComplex(what: string): UserError {
  return new UserError(
    `The markup has ${what}, which no real page has.`,
    'Save the text of the article as a plain text file and add that.',
  );
}
