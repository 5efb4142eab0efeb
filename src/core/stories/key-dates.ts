import { publishedDay } from '../articles/published.ts';
import type { HeldArticle, Library } from './library.ts';
import { contentWords, overlap, standsAlone, type TimelinePlace } from './timeline.ts';

/** A day that matters in a story, with the sentences that sum it up, most telling first. */
export interface KeyDate {
  /** yyyy-mm-dd. */
  readonly date: string;
  readonly places: readonly TimelinePlace[];
}

export interface KeyDatesWanted {
  /** How many dates, and how many sentences for each, at most. */
  readonly dates: number;
  readonly sentences: number;
  /** yyyy-mm-dd, both inclusive; without them any date. */
  readonly from?: string;
  readonly to?: string;
}

/** What an origin that names a day adds to it: when it looks ahead, reports within a week, or still tells of it later. */
const mentionWorth = { ahead: 0.5, fresh: 1, later: 8 } as const;
/** What an article adds to the day on which it was published. */
const publishedWorth = 0.5;
const freshDays = 7;
/** What a sentence is worth for a day: it names the day, or opens an article of that day or of the day after. */
const sentenceWorth = { named: 1, opening: 0.3, nextOpening: 0.2 } as const;
/** A sentence that tells of a day later says what mattered. */
const laterWorth = 4;
const openingSentences = 3;

interface Candidate extends TimelinePlace {
  readonly words: ReadonlySet<string>;
  readonly worth: number;
}

interface Day {
  /** What each independent origin adds. */
  readonly origins: Map<string, number>;
  published: number;
  readonly candidates: Map<string, Candidate>;
}

/**
 * The days that matter most in a story, in order, each with sentences that sum it up. A day matters when many independent
 * origins name it, above all when they still do after a week. Pure: the same library gives the same dates.
 */
export function keyDates(library: Library, wanted: KeyDatesWanted): KeyDate[] {
  return heaviestFirst(library)
    .filter(({ date }) => date >= (wanted.from ?? '') && date <= (wanted.to ?? '9999'))
    .slice(0, wanted.dates)
    .map(({ date, day }) => ({ date, places: mostTelling([...day.candidates.values()], wanted.sentences) }))
    .filter(({ places }) => places.length > 0)
    .toSorted((left, right) => (left.date < right.date ? -1 : 1));
}

/** The days of a story, yyyy-mm-dd, those that matter most first. */
export function daysByWeight(library: Library): string[] {
  return heaviestFirst(library).map(({ date }) => date);
}

function heaviestFirst(library: Library): { readonly date: string; readonly day: Day }[] {
  const days = new Map<string, Day>();
  for (const held of library.articles) enter(held, days);
  return [...days]
    .map(([date, day]) => ({ date, day, weight: weightOf(day) }))
    .toSorted((left, right) => right.weight - left.weight || (left.date < right.date ? -1 : 1));
}

function weightOf({ origins, published }: Day): number {
  let weight = publishedWorth * published;
  for (const worth of origins.values()) weight += worth;
  return weight;
}

function enter(held: HeldArticle, days: Map<string, Day>): void {
  const published = publishedDay(held.article);
  dayOf(published, days).published += 1;
  for (const { date, precision, sentence } of held.reading.dated) {
    if (precision !== 'day') continue;
    const day = dayOf(date, days);
    const since = daysBetween(date, published);
    const kind = since < 0 ? 'ahead' : since <= freshDays ? 'fresh' : 'later';
    day.origins.set(held.origin, Math.max(day.origins.get(held.origin) ?? 0, mentionWorth[kind]));
    addCandidate(day, held, sentence, sentenceWorth.named * (kind === 'later' ? laterWorth : 1));
  }
  const [today, dayBefore] = [dayOf(published, days), dayOf(shifted(published, -1), days)];
  for (let sentence = 0; sentence < openingSentences; sentence += 1) {
    addCandidate(today, held, sentence, sentenceWorth.opening);
    addCandidate(dayBefore, held, sentence, sentenceWorth.nextOpening);
  }
}

function dayOf(date: string, days: Map<string, Day>): Day {
  const known = days.get(date);
  if (known !== undefined) return known;
  const made: Day = { origins: new Map(), published: 0, candidates: new Map() };
  days.set(date, made);
  return made;
}

function addCandidate(day: Day, held: HeldArticle, index: number, worth: number): void {
  const sentence = held.sentences[index];
  if (sentence === undefined || !standsAlone(sentence)) return;
  const key = `${held.article.id}:${index}`;
  const known = day.candidates.get(key);
  if (known !== undefined && known.worth >= worth) return;
  day.candidates.set(key, { held, sentence, worth, words: known?.words ?? contentWords(sentence.text) });
}

/** The sentences whose words most of the day's sentences share, no two of them telling the same. */
function mostTelling(candidates: readonly Candidate[], most: number): TimelinePlace[] {
  const central = new Map<string, number>();
  for (const { words, worth } of candidates)
    for (const word of words) central.set(word, (central.get(word) ?? 0) + worth);
  const waiting = candidates.map((candidate) => ({ candidate, score: centrality(candidate, central) }));
  const chosen: Candidate[] = [];
  while (chosen.length < most && waiting.length > 0) {
    const worth = ({ candidate, score }: (typeof waiting)[number]): number =>
      score * (1 - Math.max(0, ...chosen.map(({ words }) => overlap(candidate.words, words))));
    const best = waiting.reduce((one, other) => (worth(other) > worth(one) ? other : one));
    waiting.splice(waiting.indexOf(best), 1);
    chosen.push(best.candidate);
  }
  return chosen.map(({ held, sentence }) => ({ held, sentence }));
}

function centrality({ words, worth }: Candidate, central: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const word of words) sum += Math.log1p(central.get(word) ?? 0);
  return (worth * sum) / Math.sqrt(words.size + 4);
}

const dayMs = 86_400_000;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}
