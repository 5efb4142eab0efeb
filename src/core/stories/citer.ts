import type { Line, Receipt } from '../messages/line.ts';
import type { Citation, Span } from '../messages/message.ts';
import { text as words, writtenMark } from '../messages/spans.ts';
import { weekdayWords } from '../messages/day-words.ts';
import type { Library } from './library.ts';
import { saidDays } from './said-days.ts';

/** Numbers the receipts of one message: the same place keeps its number. Citations are made here and nowhere else. */
export interface Citer {
  /** The line's text with the numbers of its receipts. */
  excerpt(line: Line): Span;
  /** What the line shows: its text, or marked what a language model wrote for it, with the numbers that this rests on. */
  shown(line: Line): Span[];
  /** What `shown` gives, and behind it the days that the line names only as "Tuesday" or "yesterday": (Tue 18 Feb). */
  dated(line: Line): Span[];
  /** The text, between quotation marks: for words that the article has between such marks. */
  quotation(line: Line): Span;
  /** All citations so far, by number. */
  citations(): Citation[];
}

/** A citer for a message whose lines come from this library. */
export function citerFor(library: Library): Citer {
  const numbers = new Map<string, number>();
  const cited: Receipt[] = [];

  function numberOf(receipt: Receipt): number {
    const key = `${receipt.article}:${receipt.sentence}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    cited.push(receipt);
    numbers.set(key, cited.length);
    return cited.length;
  }

  const excerpt = ({ text, receipts }: Line): Extract<Span, { kind: 'excerpt' }> => ({
    kind: 'excerpt',
    text,
    cites: [...new Set(receipts.map(numberOf))],
    ...(isOpinionOnly(library, receipts) && { opinion: true }),
  });
  const shown = (line: Line): Span[] => {
    const { written } = line;
    if (written === undefined) return [excerpt(line)];
    const cites = [...new Set(written.restsOn.map(numberOf))];
    return [words(writtenMark), { kind: 'written', text: written.text, cites }];
  };
  return {
    excerpt,
    shown,
    dated: (line) => {
      const days = saidDays(line, library);
      const own = shown(line);
      return days.length === 0 ? own : [...own, words(` (${days.map((day) => weekdayWords(day)).join(', ')})`)];
    },
    quotation: (line) => ({ ...excerpt(line), shown: 'quoted' }),
    citations: () => cited.map((receipt, index) => citationOf(library, receipt, index + 1)),
  };
}

/** A line that a report has too is no mere opinion. */
function isOpinionOnly(library: Library, receipts: readonly Receipt[]): boolean {
  return receipts.every((receipt) => library.article(receipt.article)?.article.opinion === true);
}

function citationOf(library: Library, receipt: Receipt, number: number): Citation {
  const held = library.article(receipt.article);
  if (held === undefined) throw new Error(`a line cites article ${receipt.article}, which the library does not hold`);
  const sentence = held.sentences[receipt.sentence];
  if (sentence === undefined) throw new Error(`article ${receipt.article} has no sentence ${receipt.sentence}`);
  return {
    number,
    article: receipt.article,
    publisher: receipt.publisher,
    title: held.article.title,
    url: receipt.url,
    published: held.article.published ?? null,
    sample: held.article.sample,
    ...(held.article.opinion === true && { opinion: true }),
    sentence: receipt.sentence,
    start: receipt.start,
    end: receipt.end,
    sha256: receipt.sha256,
  };
}
