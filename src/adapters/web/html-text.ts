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

/** The text of a piece of HTML: one paragraph, heading or list item a line. Throws UserError as `parseDocument` does. */
export function htmlToText(html: string): string {
  return paragraphsOf(parseDocument(html).body).join('\n');
}

/** The paragraphs under a node, with white space folded; without captions, scripts, hidden parts and what invites to share. */
export function paragraphsOf(root: DomNode): string[] {
  const paragraphs: string[] = [];
  let open = '';

  function close(): void {
    // Two line breaks in a row are how some publishers write a paragraph.
    for (const part of open.split(/\n(?: *\n)+/)) {
      const paragraph = fold(part);
      if (paragraph !== '' && !isJunkParagraph(paragraph)) paragraphs.push(paragraph);
    }
    open = '';
  }

  function visit(node: DomNode): void {
    if (node.nodeType === 3) open += node.data.replaceAll(/\s+/g, ' ');
    else if (node.nodeType === 1) visitElement(node);
  }

  function visitElement(element: DomElement): void {
    const tag = element.tagName.toUpperCase();
    if (skipped.has(tag) || isHidden(element) || isJunkElement(element)) return;
    if (tag === 'BR') open += '\n';
    if (blocks.has(tag)) close();
    if (tag === 'Q') open += '“';
    visitChildren(element);
    if (tag === 'Q') open += '”';
    if (blocks.has(tag)) close();
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
