import { Readability } from '@mozilla/readability';
import type { ArticleDraft } from '../../core/articles/article.ts';
import { UserError } from '../../core/errors/errors.ts';
import { type DomDocument, type DomElement, parseDocument } from './dom.ts';
import { fold, paragraphsOf } from './html-text.ts';
import { readMetadata } from './page-metadata.ts';

/**
 * Reads an article out of a web page: its text, one paragraph or heading a line, and what the page says of title,
 * publisher, time, language and its own address. `url` is where the page was found; a file has none.
 * Throws UserError for a page without readable text.
 */
export function readPage(html: string, url?: string): ArticleDraft {
  const document = parseDocument(html);
  // The reader takes the page apart, scripts first: what the page says of itself is read before.
  const metadata = readMetadata(document, url);
  const plain = plainReading(document);
  const reading = readable(document) ?? plain;
  const title = tidyTitle(metadata.title ?? (reading.title === '' ? plain.title : reading.title), metadata.publisher);
  const paragraphs = reading.paragraphs.filter((paragraph, index) => index > 0 || paragraph !== title);
  if (!paragraphs.some((paragraph) => /\p{L}/u.test(paragraph))) {
    throw new UserError(
      `The page${url === undefined ? '' : ` ${url}`} holds no readable text.`,
      'It may need a browser: open it there, save its text as a file and add that.',
    );
  }
  return { ...metadata, text: paragraphs.join('\n'), ...(title === '' ? {} : { title }) };
}

interface ReadablePart {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

function readable(document: DomDocument): ReadablePart | undefined {
  const reader = new Readability<DomElement>(document, { serializer: elementOf, keepClasses: true });
  const read = reader.parse();
  if (read === null || read.content === null || read.content === undefined) return undefined;
  const paragraphs = paragraphsOf(read.content);
  return paragraphs.length === 0 ? undefined : { title: read.title ?? '', paragraphs };
}

function elementOf(element: DomElement): DomElement {
  return element;
}

/** The main part of a page in which the reader finds no article. */
function plainReading(document: DomDocument): ReadablePart {
  const part = document.querySelector('article') ?? document.querySelector('main') ?? document.body;
  const title = document.querySelector('h1') ?? document.querySelector('title');
  return { title: title?.textContent ?? '', paragraphs: paragraphsOf(part) };
}

/** A title without the name of the site behind it. */
function tidyTitle(title: string, site: string | undefined): string {
  const folded = fold(title);
  if (site === undefined) return folded;
  const [last = ''] = /\s[|–—·-]\s[^|–—·]+$/.exec(folded) ?? [];
  return last.slice(3).toLowerCase() === site.toLowerCase() ? folded.slice(0, -last.length) : folded;
}
