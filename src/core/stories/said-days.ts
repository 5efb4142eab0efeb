import type { Line } from '../messages/line.ts';
import type { Library } from './library.ts';

/** More days than this beside a line are harder to read than the line. */
const mostDays = 2;

/**
 * The days, yyyy-mm-dd, that a line names only by words that lose their meaning as it grows old: "on Tuesday", "yesterday", a
 * day of a year other than its article's. In the order of the text; none for most lines.
 */
export function saidDays({ receipts: [{ article, sentence, start, end }] }: Line, library: Library): string[] {
  const held = library.article(article);
  if (held === undefined) return [];
  const { text, published } = held.article;
  const days = held.reading.dated.flatMap(({ sentence: at, date, precision, words }): string[] => {
    if (at !== sentence || precision !== 'day' || words.start < start || words.end > end) return [];
    const said = text.slice(words.start, words.end);
    const tells = /\d/.test(said) && (/\d{4}/.test(said) || date.slice(0, 4) === published?.slice(0, 4));
    return tells ? [] : [date];
  });
  const each = [...new Set(days)];
  return each.length > mostDays ? [] : each;
}
