import type { Sentence } from '../articles/article.ts';
import type { HeldArticle, Library } from './library.ts';
import { isLooseDate } from './loose-dates.ts';
import { type PutOff, putOffIn } from './put-off.ts';
import { withChanges } from './plan-changes.ts';
import { isCity } from '../reading/english/cities.ts';
import type { DatedReading } from '../reading/reading.ts';
import { contradictionBetween, tellOne } from '../events/relate.ts';
import { apart } from '../events/sets.ts';
import { folded } from '../text/fold.ts';
import { calendarWord } from '../words/calendar.ts';
import { wordsOf } from '../words/words.ts';

export interface TimelinePlace {
  readonly held: HeldArticle;
  readonly sentence: Sentence;
}

/** Something that happened, or will, on a date: the sentence that tells it best, and others that tell the same. */
export interface TimelineEntry {
  /** yyyy-mm-dd, yyyy-mm or yyyy. */
  readonly date: string;
  readonly precision: DatedReading['precision'];
  readonly place: TimelinePlace;
  readonly others: readonly TimelinePlace[];
  /** It will not be on this day, or was to be on another: what says so may be `place` itself. */
  readonly change?: PlanChange;
}

/** That something planned was put off, called off or moved, with the sentence that says so. */
export interface PlanChange extends TimelinePlace {
  readonly how: PutOff['how'];
  /** yyyy-mm-dd, where it is known. */
  readonly from?: string;
  readonly to?: string;
}

interface Dated extends TimelinePlace {
  readonly date: string;
  readonly precision: DatedReading['precision'];
  readonly words: ReadonlySet<string>;
  /** The last words of the names of those whom it names. */
  readonly actors: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
}

/** Two sentences of one date that share this much of the shorter one's content words tell the same event. */
const sameEvent = 0.6;

/**
 * The dated sentences of a story in order of their dates; the same event told by several articles stands once, and what was
 * put off stands with the sentence that says so.
 */
export function timeline(library: Library): TimelineEntry[] {
  const notices = library.articles.flatMap(putOffIn);
  const told = new Map(notices.map((notice) => [notice.sentence, notice]));
  const entries: { readonly lead: Dated; readonly others: Dated[] }[] = [];
  for (const dated of library.articles.flatMap((held) => datedSentences(held, told))) {
    const same = entries.find(({ lead }) => tellSame(lead, dated));
    if (same === undefined) entries.push({ lead: dated, others: [] });
    else if (same.lead.held !== dated.held && !same.others.some((other) => other.held === dated.held))
      same.others.push(dated);
  }
  const plain = entries.map(({ lead, others }) => ({
    date: lead.date,
    precision: lead.precision,
    place: place(lead),
    others: others.map(place),
  }));
  return withChanges(plain, notices)
    .filter((entry) => standsAlone(entry.place.sentence))
    .toSorted((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0));
}

/** Sentences of one date that are alike, or tell one deed, unless they contradict each other or name different people or cities. */
function tellSame(one: Dated, other: Dated): boolean {
  if (one.date !== other.date || apart(one.actors, other.actors) || apart(one.cities, other.cities)) return false;
  const [left, right] = [one.sentence.text, other.sentence.text];
  if (overlap(one.words, other.words) >= sameEvent) return contradictionBetween(left, right) === undefined;
  return tellOne(left, right);
}

function place({ held, sentence }: Dated): TimelinePlace {
  return { held, sentence };
}

/**
 * Each sentence under its first date, one that puts something off under the new day; one that cannot stand alone (a question,
 * a correction note), or only says for which day something was planned, is left out.
 */
function datedSentences(held: HeldArticle, notices: ReadonlyMap<Sentence, PutOff>): Dated[] {
  const seen = new Set<number>();
  return held.reading.dated.flatMap((dated) => {
    const sentence = held.sentences[dated.sentence];
    if (sentence === undefined || seen.has(dated.sentence) || !standsAlone(sentence)) return [];
    const notice = notices.get(sentence);
    if (notice?.to === undefined && notice?.from !== undefined) return [];
    if (notice?.to !== undefined ? notice.to !== dated.date : isLooseDate(held.article.text, dated)) return [];
    seen.add(dated.sentence);
    return [{ held, sentence, date: dated.date, precision: dated.precision, ...wordingOf(held, sentence) }];
  });
}

function wordingOf(
  { reading }: HeldArticle,
  { text, index }: Sentence,
): Omit<Dated, keyof TimelinePlace | 'date' | 'precision'> {
  const named = reading.actors.flatMap(({ mentions }) => mentions.filter(({ sentence }) => sentence === index));
  const words = wordsOf(text);
  return {
    words: new Set(
      words
        .filter(({ lower, weight }) => weight === 'full' && !calendarWord.test(lower))
        .flatMap(({ raw }) => [...contentWords(raw)]),
    ),
    cities: new Set(words.filter(({ raw }) => isCity(raw)).map(({ term }) => term)),
    actors: new Set(named.map((mention) => folded(mention.text.split(' ').at(-1) ?? ''))),
  };
}

/** Whether a sentence can stand in a timeline: no heading, question, fragment or note of a correction. */
export function standsAlone(sentence: Sentence): boolean {
  return (
    sentence.kind === 'body' &&
    !/\?[”"’']?$/u.test(sentence.text) &&
    sentence.text.split(/\s+/).length >= 5 &&
    !/^Correction\b/u.test(sentence.text)
  );
}

/** The longer words of a sentence, without their endings. */
export function contentWords(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 6)));
}

/** Which part of the smaller set the other holds. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const smaller = Math.min(left.size, right.size);
  if (smaller === 0) return 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared / smaller;
}
