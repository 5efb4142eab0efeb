import type { Sentence, TextSpan } from '../articles/article.ts';
import type { DatedReading } from './reading.ts';
import { months, weekdayNames } from './english/function-words.ts';

interface FoundDate {
  readonly date: string;
  readonly precision: DatedReading['precision'];
  readonly words: TextSpan;
}

const monthNames = `${months.join('|')}|${months.map((month) => `${month.slice(0, 3)}\\.?`).join('|')}|Sept\\.?`;
const dayMonth = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (${monthNames})(?:,? (\d{4}))?(?![\p{L}\d])`,
  'gu',
);
const monthDay = new RegExp(String.raw`\b(${monthNames}) (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?![\p{L}\d:])`, 'gu');
const monthYear = new RegExp(String.raw`\b(${monthNames}),? (\d{4})\b`, 'gu');
const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/gu;
const onlyYear = /\b(?:in|since|of|by|during|from|until|before|after) ((?:19|20)\d{2})\b(?!-)/giu;
const weekday = new RegExp(
  String.raw`\b(?:(last|next|this|past|coming) )?(${weekdayNames.join('|')})\b(?:’s|'s)?`,
  'gu',
);
const nearDays = /\b(today|tonight|yesterday|tomorrow|this morning|this afternoon|this evening|last night)\b/giu;

/**
 * The dates of a sentence, with the words that give them. Relative ones ("on Monday", "yesterday") count from
 * `published` (ISO 8601 UTC); without it only absolute ones with a year are found.
 * In news a bare weekday is the last one up to publication, unless the sentence speaks of what is to come.
 */
export function findDates(sentence: Sentence, published: string | undefined): DatedReading[] {
  const anchor = published === undefined ? undefined : Date.parse(`${published.slice(0, 10)}T00:00:00Z`);
  const found = [
    ...absolute(sentence.text, anchor),
    ...(anchor === undefined ? [] : [...nearby(sentence.text, anchor), ...weekdays(sentence.text, anchor)]),
    ...vague(sentence.text),
  ];
  return withoutOverlaps(found).map(({ date, precision, words }) => ({
    sentence: sentence.index,
    start: sentence.start,
    end: sentence.end,
    date,
    precision,
    words: { start: sentence.start + words.start, end: sentence.start + words.end },
  }));
}

function absolute(text: string, anchor: number | undefined): FoundDate[] {
  const found: (FoundDate | undefined)[] = [];
  for (const match of text.matchAll(iso))
    found.push(day(match, { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }));
  for (const match of text.matchAll(dayMonth))
    found.push(dayOf(match, { day: match[1], month: match[2], year: match[3] }, anchor));
  for (const match of text.matchAll(monthDay))
    found.push(dayOf(match, { day: match[2], month: match[1], year: match[3] }, anchor));
  return found.filter((date) => date !== undefined);
}

function vague(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(monthYear)) {
    const month = String(monthNumber(match[1] ?? '')).padStart(2, '0');
    found.push({ date: `${match[2] ?? ''}-${month}`, precision: 'month', words: spanOf(match) });
  }
  for (const match of text.matchAll(onlyYear))
    found.push({ date: match[1] ?? '', precision: 'year', words: spanOf(match) });
  return found;
}

function nearby(text: string, anchor: number): FoundDate[] {
  return [...text.matchAll(nearDays)].map((match) => {
    const word = (match[1] ?? '').toLowerCase();
    const offset = word === 'yesterday' || word === 'last night' ? -1 : word === 'tomorrow' ? 1 : 0;
    return { date: isoDay(anchor + offset * dayMs), precision: 'day', words: spanOf(match) };
  });
}

function weekdays(text: string, anchor: number): FoundDate[] {
  return [...text.matchAll(weekday)].map((match) => {
    const wanted = weekdayNames.indexOf(match[2] ?? '');
    const today = new Date(anchor).getUTCDay();
    const ahead = (wanted - today + 7) % 7;
    const behind = (today - wanted + 7) % 7;
    const offset = weekdayOffset(match[1]?.toLowerCase(), { ahead, behind, future: speaksOfFuture(text, match.index) });
    return { date: isoDay(anchor + offset * dayMs), precision: 'day', words: spanOf(match) };
  });
}

function weekdayOffset(
  qualifier: string | undefined,
  { ahead, behind, future }: { readonly ahead: number; readonly behind: number; readonly future: boolean },
): number {
  if (qualifier === 'next' || qualifier === 'coming') return ahead === 0 ? 7 : ahead;
  if (qualifier === 'last' || qualifier === 'past') return behind === 0 ? -7 : -behind;
  return future ? ahead : -behind;
}

const futureWords =
  /\b(?:will|would|shall|going to|expected to|is expected|are expected|due to|is due|are due|plans? to|planned for|scheduled|set to|to be held|to meet|is to|are to|ahead of|later this|upcoming|prepares? to|on the eve of)\b/iu;

/** Looks at the clause around the weekday: what is announced lies ahead, what is reported lies behind. */
function speaksOfFuture(text: string, at: number): boolean {
  const from = Math.max(text.lastIndexOf(',', at), text.lastIndexOf(';', at), 0);
  const clause = text.slice(from, at + 40);
  if (/\bsaid (?:on )?$/u.test(text.slice(0, at))) return false;
  return futureWords.test(clause);
}

interface WrittenDay {
  readonly day: string | undefined;
  readonly month: string | undefined;
  readonly year: string | undefined;
}

/** A day without a year is the one nearest to publication, at most half a year ahead. */
function dayOf(match: RegExpExecArray, written: WrittenDay, anchor: number | undefined): FoundDate | undefined {
  const month = monthNumber(written.month ?? '');
  const dayNumber = Number(written.day);
  if (written.year !== undefined) return day(match, { year: Number(written.year), month, day: dayNumber });
  if (anchor === undefined) return undefined;
  const year = new Date(anchor).getUTCFullYear();
  const distance = (candidate: number): number =>
    Math.abs(Date.UTC(candidate, month - 1, dayNumber) - anchor - 30 * dayMs);
  const nearestYear = [year - 1, year, year + 1].reduce(
    (best, candidate) => (distance(candidate) < distance(best) ? candidate : best),
    year,
  );
  return day(match, { year: nearestYear, month, day: dayNumber });
}

function day(
  match: RegExpExecArray,
  date: { readonly year: number; readonly month: number; readonly day: number },
): FoundDate | undefined {
  const at = new Date(Date.UTC(date.year, date.month - 1, date.day));
  if (at.getUTCMonth() !== date.month - 1 || at.getUTCDate() !== date.day || date.day === 0) return undefined;
  return { date: isoDay(at.getTime()), precision: 'day', words: spanOf(match) };
}

function monthNumber(name: string): number {
  return months.findIndex((month) => month.slice(0, 3) === name.slice(0, 3)) + 1;
}

/** Where two readings share words, the more exact one stands, then the longer one. */
function withoutOverlaps(found: readonly FoundDate[]): FoundDate[] {
  const rank = { day: 0, month: 1, year: 2 } as const;
  const best = found.toSorted(
    (left, right) =>
      rank[left.precision] - rank[right.precision] ||
      right.words.end - right.words.start - (left.words.end - left.words.start),
  );
  const kept: FoundDate[] = [];
  for (const date of best) {
    if (!kept.some((other) => date.words.start < other.words.end && other.words.start < date.words.end))
      kept.push(date);
  }
  return kept.toSorted((left, right) => left.words.start - right.words.start);
}

const dayMs = 86_400_000;

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function spanOf(match: RegExpExecArray): TextSpan {
  return { start: match.index, end: match.index + match[0].length };
}
