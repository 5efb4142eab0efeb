import type { TextSpan } from '../articles/article.ts';
import type { PassageYear } from './passage-years.ts';
import { months } from './english/function-words.ts';

/** A month or a year that words give. */
export interface VagueDate {
  /** yyyy-mm or yyyy. */
  readonly date: string;
  readonly precision: 'month' | 'year';
  readonly words: TextSpan;
}

const shortNames = months.map((month) => `${month.slice(0, 3)}\\.`).join('|');
const monthYear = new RegExp(String.raw`\b(${months.join('|')}|${shortNames}|Sept\.),? (?:of )?(\d{4})\b`, 'gu');
/** Behind one of these words it is a month and no name: "in May", "since March". */
const lead = String.raw`in|since|by|from|until|till|of|during|before|after|through|last|next|this|early|late|mid`;
const monthAlone = new RegExp(
  String.raw`\b(?:(${lead})[ -])(?:(early|late|mid|last|next)[ -])?(${months.join('|')}|${shortNames}|Sept\.)(?![\p{L}\d’'-]|,? \d| \p{Lu}\p{Ll})`,
  'giu',
);
const year =
  /(?<![\d.,$€£#/:–-])\b((?:19[2-9]|20[0-4])\d)\b(?![\d’'-]|[.,:/]\d|%)(?! (?:percent|per cent|p\.m|a\.m))/gu;
/** "2000 troops" is a number; "the 1992 protests" and "in 1992" are a year. */
const counted = /^ \p{Ll}{3,}s\b/u;
const yearLead = /\b(?:the|in|since|of|by|during|from|until|before|after|to|and|early|late|mid-?|through) ?$/iu;
const relative =
  /\b(?:(?:earlier|later|late|early) )?(this|last|next|the coming|the past|the previous) (year|month)(?![\p{L}-])/giu;

/**
 * Finds months and years. Those without a year, and "last month", count from `anchor` (epoch milliseconds of the day of
 * publication); without it only those with a year are found. `isAhead` tells whether the words at a place speak of what is
 * to come.
 */
export function vagueDates(
  text: string,
  anchor: number | undefined,
  { isAhead, passage }: { readonly isAhead: (words: TextSpan) => boolean; readonly passage?: PassageYear },
): VagueDate[] {
  const found: VagueDate[] = [];
  for (const match of text.matchAll(monthYear))
    found.push(monthAt(Number(match[2]), monthIndex(match[1] ?? ''), spanOf(match)));
  for (const match of text.matchAll(year)) {
    const end = match.index + match[0].length;
    const led = yearLead.test(text.slice(0, match.index));
    if (!led && (counted.test(text.slice(end)) || !/^(?:$|[\s,.;:)”"—–])/u.test(text.slice(end)))) continue;
    found.push({ date: match[1] ?? '', precision: 'year', words: spanOf(match) });
  }
  if (anchor === undefined) return found;
  for (const match of text.matchAll(monthAlone)) {
    const name = match[3] ?? '';
    if (!/^\p{Lu}/u.test(name) || (name === 'May' && isPerson(match))) continue;
    const start = match.index + match[0].length - name.length;
    const qualifier = (match[2] ?? match[1] ?? '').toLowerCase();
    const words = { start, end: start + name.length };
    const ahead = isAhead(words);
    const ofPassage = passage?.sure === true && !ahead && !/^(?:this|last|next)$/.test(qualifier);
    found.push(
      ofPassage
        ? monthAt(passage.year, monthIndex(name), words)
        : monthNear(anchor, monthIndex(name), { qualifier, ahead, words }),
    );
  }
  for (const match of text.matchAll(relative)) found.push(relativeDate(match, anchor));
  return found;
}

/** "a letter from May": of the months, one is a surname that news knows well. */
function isPerson([, lead = '', qualifier]: RegExpExecArray): boolean {
  return qualifier === undefined && /^(?:by|from|of|before|after|through)$/i.test(lead);
}

interface Nearness {
  readonly qualifier: string;
  readonly ahead: boolean;
  readonly words: TextSpan;
}

/** A bare month is the last one up to publication, or the next one where the words look ahead. */
function monthNear(anchor: number, month: number, { qualifier, ahead, words }: Nearness): VagueDate {
  const now = new Date(anchor);
  const thisYear = now.getUTCFullYear();
  const later = month - now.getUTCMonth();
  if (qualifier === 'this') return monthAt(thisYear, month, words);
  if (qualifier === 'last') return monthAt(later >= 0 ? thisYear - 1 : thisYear, month, words);
  if (qualifier === 'next' || ahead)
    return monthAt(later < 0 || (qualifier === 'next' && later === 0) ? thisYear + 1 : thisYear, month, words);
  return monthAt(later > 0 ? thisYear - 1 : thisYear, month, words);
}

function relativeDate(match: RegExpExecArray, anchor: number): VagueDate {
  const which = (match[1] ?? '').toLowerCase();
  const step = which === 'this' ? 0 : which === 'next' || which === 'the coming' ? 1 : -1;
  const now = new Date(anchor);
  const words = spanOf(match);
  if (match[2]?.toLowerCase() === 'year')
    return { date: String(now.getUTCFullYear() + step), precision: 'year', words };
  return monthAt(now.getUTCFullYear(), now.getUTCMonth() + step, words);
}

/** `month` counts from 0 and may lie outside the year. */
function monthAt(yearNumber: number, month: number, words: TextSpan): VagueDate {
  return { date: new Date(Date.UTC(yearNumber, month, 1)).toISOString().slice(0, 7), precision: 'month', words };
}

function monthIndex(name: string): number {
  return months.findIndex((month) => month.slice(0, 3) === name.slice(0, 3));
}

function spanOf(match: RegExpExecArray): TextSpan {
  return { start: match.index, end: match.index + match[0].length };
}
