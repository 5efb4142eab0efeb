import { Readability } from '@mozilla/readability';
import type { ArticleDraft } from '../../core/articles/article.ts';
import { UserError } from '../../core/errors/errors.ts';
import { type DomDocument, type DomElement, parseDocument } from './dom.ts';
import { fold, type Paragraph, paragraphsOf, textOf } from './html-text.ts';
import { type PagePart, pageParts, proseLength, unveil } from './main-part.ts';
import { readMetadata } from './page-metadata.ts';
import { trimParagraphs } from './trim-paragraphs.ts';

/**
 * Reads an article out of a web page: its text, one paragraph or heading a line, and what the page says of title,
 * publisher, time, language and its own address. `url` is where the page was found; a file has none.
 * Throws UserError for a page without readable text.
 */
export function readPage(html: string, url?: string): ArticleDraft {
  const document = parseDocument(html);
  // The reader takes the page apart, scripts first: what the page says of itself is read before.
  const metadata = readMetadata(document, url);
  unveil(document);
  const heading = document.querySelector('h1') ?? document.querySelector('title');
  const plain = { heading: heading?.textContent ?? '', parts: pageParts(document) };
  const reading = readable(document);
  const title = tidyTitle(metadata.title ?? (reading.title || plain.heading), metadata.publisher);
  const paragraphs = trimParagraphs(rightPart(reading.paragraphs, plain.parts)).filter(
    ({ text }, index) => index > 0 || text !== title,
  );
  if (!paragraphs.some(({ text }) => /\p{L}/u.test(text))) {
    throw new UserError(
      `The page${url === undefined ? '' : ` ${url}`} holds no readable text.`,
      'It may need a browser: open it there, save its text as a file and add that.',
    );
  }
  return { ...metadata, text: textOf(paragraphs), ...(title === '' ? {} : { title }) };
}

/** What the reader took, or the part that it should have taken. */
function rightPart(read: readonly Paragraph[], parts: readonly PagePart[]): readonly Paragraph[] {
  const prose = proseLength(read);
  const missed = parts.find(({ paragraphs, least }) => prose < proseLength(paragraphs) * least);
  if (missed !== undefined) return missed.paragraphs;
  return read.length > 0 ? read : (parts.at(-1)?.paragraphs ?? []);
}

interface Readable {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

/** What the reading library takes for the article; it takes the document apart. */
function readable(document: DomDocument): Readable {
  const reader = new Readability<DomElement>(document, { serializer: (element) => element, keepClasses: true });
  const read = reader.parse();
  const content = read?.content ?? undefined;
  return { title: read?.title ?? '', paragraphs: content === undefined ? [] : paragraphsOf(content) };
}

/** A title without the name of the site behind it. */
function tidyTitle(title: string, site: string | undefined): string {
  const folded = fold(title);
  if (site === undefined) return folded;
  const [last = ''] = /\s[|–—·-]\s[^|–—·]+$/.exec(folded) ?? [];
  return last.slice(3).toLowerCase() === site.toLowerCase() ? folded.slice(0, -last.length) : folded;
}
