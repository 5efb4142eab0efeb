import type { DomDocument, DomElement } from './dom.ts';
import { type Paragraph, paragraphsOf } from './html-text.ts';

/** A part of a page that may be its article, and how much less prose a reading has that took the wrong part instead. */
export interface PagePart {
  readonly paragraphs: readonly Paragraph[];
  /** A reading with less than this of the part's prose is wrong. From 0 to 1. */
  readonly least: number;
}

/** Where pages say that their article stands, the surest first: the main part may hold more than the article. */
const marks = [
  { selector: '[itemprop~=articleBody]', least: 0.5 },
  { selector: 'article', least: 0.5 },
  { selector: 'main', least: 0.25 },
  { selector: '[role=main]', least: 0.25 },
] as const;
/** Of elements of one kind so many are looked at: a front page holds hundreds of them. */
const mostElements = 20;
/** A paragraph of this length is no menu and no caption. Characters. */
const leastProse = 60;

/** The parts that a page marks as its article, the surest first, and the whole of it. */
export function pageParts(document: DomDocument): PagePart[] {
  const marked = marks.map(({ selector, least }) => ({
    paragraphs: richest(document.querySelectorAll(selector)),
    least,
  }));
  return [...marked, { paragraphs: withoutLinkLists(paragraphsOf(document.body)), least: 0.15 }];
}

function richest(elements: Iterable<DomElement>): readonly Paragraph[] {
  const parts = [...elements].slice(0, mostElements).map((element) => withoutLinkLists(paragraphsOf(element)));
  return parts.reduce((best, part) => (proseLength(part) > proseLength(best) ? part : best), []);
}

/** Characters of the paragraphs that are sentences rather than names of links, in length and in kind. */
export function proseLength(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text, linked }) => {
    return text.length >= leastProse && linked < 0.5 ? sum + text.length : sum;
  }, 0);
}

function withoutLinkLists(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  return paragraphs.filter(({ linked }) => linked < 0.9);
}

/**
 * Pages that are sent in pieces hide each piece until a script has put it in its place; no script does that here, so such
 * pieces are shown where they stand: those with React's ids ("S:1"), and whatever holds most of the page's text.
 */
export function unveil(document: DomDocument): void {
  const whole = document.body.textContent.length;
  for (const element of document.querySelectorAll('[hidden]')) {
    const isPiece = /^S:\w+$/.test(element.getAttribute('id') ?? '');
    if (isPiece || element.textContent.length > whole * 0.5) element.removeAttribute('hidden');
  }
}
