import { type DomElement, type DomNode, parseDocument } from './dom.ts';
import { isJunkElement, isJunkParagraph } from './junk.ts';

const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FOOTER H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN ' +
    'OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

const skipped = new Set(
  (
    'AUDIO BUTTON CANVAS DIALOG EMBED FIGCAPTION FIGURE FORM HEAD IFRAME IMG INPUT LABEL MATH NAV NOSCRIPT OBJECT OPTION PICTURE SCRIPT ' +
    'SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO'
  ).split(' '),
);

/** A paragraph, heading or list item, on one line. */
export interface Paragraph {
  readonly text: string;
  /** The element that it stands in. */
  readonly tag: string;
  /** How much of it is link, from 0 to 1. */
  readonly linked: number;
}

/** The text of a piece of HTML: one paragraph, heading or list item a line. Throws UserError as `parseDocument` does. */
export function htmlToText(html: string): string {
  return textOf(paragraphsOf(parseDocument(html).body));
}

/** The paragraphs, one a line. */
export function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n');
}

/** The paragraphs under a node, with white space folded; without captions, scripts, hidden parts and what invites to share. */
export function paragraphsOf(root: DomNode): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open = '';
  let tag = 'BODY';
  let links = 0;
  let linkedLength = 0;

  function close(): void {
    const linked = Math.min(1, linkedLength / Math.max(1, fold(open).length));
    // Two line breaks in a row are how some publishers write a paragraph.
    for (const part of open.split(/\n(?: *\n)+/)) {
      const text = fold(part);
      if (text !== '' && !isJunkParagraph(text)) paragraphs.push({ text, tag, linked });
    }
    open = '';
    linkedLength = 0;
  }

  function visit(node: DomNode): void {
    if (node.nodeType === 1) visitElement(node);
    if (node.nodeType !== 3) return;
    const text = node.data.replaceAll(/\s+/g, ' ');
    open += text;
    if (links > 0) linkedLength += text.length;
  }

  function visitElement(element: DomElement): void {
    const name = element.tagName.toUpperCase();
    if (skipped.has(name) || isHidden(element) || isJunkElement(element)) return;
    if (name === 'BR') open += '\n';
    if (name === 'Q') open += '“';
    if (name === 'A') links += 1;
    if (blocks.has(name)) visitBlock(element, name);
    else visitChildren(element);
    if (name === 'A') links -= 1;
    if (name === 'Q') open += '”';
  }

  function visitBlock(element: DomElement, name: string): void {
    const outer = tag;
    close();
    // A paragraph in a list item or a cell is that item's.
    tag = name === 'P' && (outer === 'LI' || outer === 'TD') ? outer : name;
    visitChildren(element);
    close();
    tag = outer;
  }

  function visitChildren(parent: DomNode): void {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) visit(child);
  }

  visitChildren(root);
  close();
  return paragraphs;
}

/** Folds white space to single spaces and leaves out characters that nobody sees. */
export function fold(text: string): string {
  const visible = text.replaceAll(/[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|(?!\s)\p{Cc}/gu, '');
  return visible.replaceAll(/\s+/g, ' ').trim();
}

function isHidden(element: DomElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}
