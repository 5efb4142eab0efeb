import { type Claim, claimsOf } from '../disputes/claims.ts';
import { eventTerms, isOneEvent } from '../disputes/one-event.ts';
import type { Toll, TollKind } from '../disputes/tolls.ts';
import type { Line } from '../messages/line.ts';
import type { HeldArticle } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { matterOf } from '../stories/matter.ts';
import type { EarlierValue } from './answer.ts';
import type { Query } from './query.ts';
import type { Weighed } from './weigh-sentence.ts';

/** The number that the newest article gives of people whom something befell, and what earlier ones gave. */
export interface NewestCount {
  /** As worded: "at least 31". */
  readonly words: string;
  readonly line: Line;
  readonly earlier: readonly EarlierValue[];
}

const asked: readonly (readonly [TollKind, RegExp])[] = [
  [
    'dead',
    /\bdeath toll\b|\b(?:how many|number of)\b.*\b(?:die[sd]?|dead|killed|deaths|fatalities|drowned|perished|lost their lives)\b/iu,
  ],
  ['injured', /\b(?:how many|number of)\b.*\b(?:injured|hurt|wounded|injuries)\b/iu],
  ['missing', /\b(?:how many|number of)\b.*\b(?:missing|unaccounted for)\b/iu],
  ['displaced', /\b(?:how many|number of)\b.*\b(?:evacuated|displaced|homeless|fled|left their homes)\b/iu],
  ['arrested', /\b(?:how many|number of)\b.*\b(?:arrested|detained|arrests)\b/iu],
];

interface Counted {
  readonly entry: Weighed;
  readonly claim: Claim;
  readonly toll: Toll;
}

/**
 * For a question of how many people died, were hurt, are missing, fled or were arrested: the count of the newest article on the
 * event that the best sentence tells of. Undefined for other questions, for those of a past year, and where no sentence counts, or
 * none otherwise than the one that leads the answer.
 */
export function newestCount(
  { reading, terms }: Query,
  weighed: readonly Weighed[],
  lead: Line | undefined,
): NewestCount | undefined {
  const kind = asked.find(([, form]) => form.test(reading.text))?.[0];
  if (kind === undefined || /\b(?:19|20)\d\d\b/u.test(reading.text)) return undefined;
  const who = reading.focus === undefined || people.has(reading.focus) ? 'person' : reading.focus;
  const counts = countsOf(weighed, kind, who);
  const best = counts.find(({ entry }) => isOfQuestion(entry, terms));
  if (best === undefined) return undefined;
  const series = ofOneEvent(best, counts).toSorted((left, right) => left.claim.publishedMs - right.claim.publishedMs);
  const newest = series.at(-1) ?? best;
  const isOne = series.every(({ toll }) => toll.value === newest.toll.value);
  if (isOne && (lead === undefined || !isOfAnotherYear(lead, weighed))) return undefined;
  const same = series.filter(({ toll, claim }) => toll.value === newest.toll.value && claim !== newest.claim);
  const { held, sentence } = newest.claim;
  return {
    words: newest.toll.words,
    line: sentenceLine(held, sentence, onePerArticle(newest.claim, same)),
    earlier: earlierThan(newest, series),
  };
}

const people = new Set(['peopl', 'person', 'dead', 'death', 'life', 'live', 'victim']);

/** Where no sentence counts people at large, those are told of whom one counts: workers, children. */
function countsOf(weighed: readonly Weighed[], kind: TollKind, who: string): Counted[] {
  const all = weighed.flatMap((entry) => countedIn(entry, kind));
  const exact = all.filter(({ toll }) => toll.who === who);
  if (exact.length > 0 || who !== 'person') return exact;
  return all.filter(({ toll }) => toll.who === all[0]?.toll.who);
}

function countedIn(entry: Weighed, kind: TollKind): Counted[] {
  return claimsOf([entry.found.at]).flatMap((claim) => {
    const toll = claim.tolls.find((one) => one.kind === kind);
    return toll === undefined || claim.years.size > 0 ? [] : [{ entry, claim, toll }];
  });
}

/** "The earthquake of 2003 killed …" answers no question that names no year. */
function isOfAnotherYear({ receipts: [{ article, sentence }] }: Line, weighed: readonly Weighed[]): boolean {
  const leading = weighed.find(
    ({ found: { at } }) => at.sentence.article === article && at.sentence.index === sentence,
  );
  return leading !== undefined && claimsOf([leading.found.at]).some(({ years }) => years.size > 0);
}

/** Each name of the question stands in the sentence or its article. */
function isOfQuestion({ found, hits }: Weighed, terms: Query['terms']): boolean {
  const text = found.at.held.article.text.toLowerCase();
  return terms.every(({ name, word }, at) => !name || hits[at] !== undefined || text.includes(word.lower));
}

/** The counts that are of the event of one of them, or of that of another that is. */
function ofOneEvent(first: Counted, counts: readonly Counted[]): Counted[] {
  const series = [first];
  for (const one of series) {
    for (const other of counts) {
      if (!series.includes(other) && isOfOneEvent(one.claim, other.claim)) series.push(other);
    }
  }
  return series;
}

/** A bare count ("nine people are still missing") is of the event of its article, which says at its beginning where that is. */
function isOfOneEvent(one: Claim, other: Claim): boolean {
  if (eventTerms(one).length > 0 && eventTerms(other).length > 0) return isOneEvent(one, other);
  const [left, right] = [one, other].map(({ held }) => namesAtStart(held));
  return left !== undefined && right !== undefined && [...left].some((name) => right.has(name));
}

const startSentences = 2;

function namesAtStart({ sentences }: HeldArticle): ReadonlySet<string> {
  const start = sentences.filter(({ kind }) => kind === 'body').slice(0, startSentences);
  return new Set(start.flatMap(({ text }) => [...matterOf(text).names]));
}

function onePerArticle({ held }: Claim, counts: readonly Counted[]): Claim[] {
  const articles = new Set([held]);
  return counts.flatMap(({ claim }) => {
    if (articles.has(claim.held)) return [];
    articles.add(claim.held);
    return [claim];
  });
}

/** Each other value once, with the article that gave it first. */
function earlierThan({ toll: { value } }: Counted, series: readonly Counted[]): EarlierValue[] {
  const known = new Set([value]);
  return series.flatMap(({ claim, toll }) => {
    if (known.has(toll.value)) return [];
    known.add(toll.value);
    const line = sentenceLine(claim.held, claim.sentence);
    return [{ value: toll.words, line, since: new Date(claim.publishedMs).toISOString() }];
  });
}
