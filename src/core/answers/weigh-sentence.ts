import type { TextSpan } from '../articles/article.ts';
import { answerSpans } from './answer-spans.ts';
import { fitsExpected } from './fitting-spans.ts';
import { happeningsOf, isOnlyCall } from './meetings.ts';
import type { Query, QueryTerm } from './query.ts';
import type { Found } from './rank-sentences.ts';
import { isNegation } from './read-question.ts';
import type { SentenceIndex } from './sentence-index.ts';
import { toldByTitles } from './told-by-titles.ts';
import { stem } from '../words/stem.ts';
import type { Word } from '../words/words.ts';

/** What speaks for and against a sentence as the answer; every number is from 0 to 1 unless it says otherwise. */
export interface Evidence {
  /** Share of the question's weight that the sentence holds. */
  readonly cover: number;
  /** The same with its neighbours and title, at a lower rate. */
  readonly near: number;
  /** Weight of missing names and numbers, as a share of all. */
  readonly missingNames: number;
  /** The same, when neither its neighbours nor its title hold them. */
  readonly missingNamesNear: number;
  /** Weight of words that it lacks and its neighbours hold. */
  readonly elsewhere: number;
  /** Full words that it lacks: 0, 1 or 2 for more. */
  readonly missing: number;
  /** Neighbouring question words that are near each other in the sentence too. */
  readonly pairs: number;
  /** An answering span of the asked kind is there; 0.5 when the kind has no such spans, 0.4 for a number of something else or a place without a name. */
  readonly typed: number;
  /** How near the best span is to the words found. */
  readonly spanNear: number;
  /** The thing counted or chosen from is there, and how near to the words found. */
  readonly focus: number;
  readonly focusNear: number;
  /** The last full word of the question is there. */
  readonly lastWord: number;
  /** A word found stands there with another word before it: "inner core" for "outer core". */
  readonly modifier: number;
  /** The sentence holds the opposite of a word that it lacks. */
  readonly opposite: number;
  /** The sentence tells what the one asked for does, or the question does not ask who did something. */
  readonly deed: number;
  /** A meeting is asked for, and it tells of a call. */
  readonly onlyCall: number;
  /** The question denies and the sentence does not; the sentence denies a word found and the question does not; both deny. */
  readonly lostDenial: number;
  readonly extraDenial: number;
  readonly sharedDenial: number;
  /** The score by which it was found, for each unit of the question's weight; about 0 to 3. */
  readonly score: number;
  /** The same without what a named publisher or day adds. */
  readonly content: number;
  /** How much of what the titles nearest to the question tell beyond it stands in the sentence. */
  readonly toldByTitles: number;
}

/** A sentence with what speaks for it. */
export interface Weighed {
  readonly found: Found;
  readonly words: readonly Word[];
  readonly evidence: Evidence;
  /** Spans of the asked kind, by offsets from the sentence's start. */
  readonly spans: readonly TextSpan[];
  /** For each query term its first place among the words. */
  readonly hits: Hits;
}

/** For each query term the index of the word that meets it. */
export type Hits = readonly (number | undefined)[];

/** Looks closely at one sentence that was found for a question. */
export function weighSentence(found: Found, query: Query, index: SentenceIndex): Weighed {
  const words = index.words(found.at.id);
  const places = placesOf(words);
  const asked = new Set(query.terms.flatMap((term) => term.terms));
  const own = new Set(query.terms.map((term) => term.word.term));
  const place = {
    text: found.at.sentence.text,
    words,
    asked,
    after: query.reading.preposition,
    expects: query.reading.expects,
  };
  const spans = answerSpans(query.reading.kind, place).filter((span) => fitsExpected(span, query.reading, place));
  const lasting = query.reading.kind === 'amount' ? durationIn(words, spans) : undefined;
  const hits = query.terms.map((term) => placeOf(term, places) ?? (lasts.has(term.word.term) ? lasting : undefined));
  const near = query.reading.kind === 'time' ? [...hits, ...happeningsOf(own, words)] : hits;
  const implied = query.terms.reduce((sum, term, at) => sum + (isImplied(term, hits[at], places) ? term.weight : 0), 0);
  const evidence: Evidence = {
    ...coverage({ found, query, index, hits }),
    ...denials(query, words, hits),
    pairs: pairsOf(hits),
    typed: typedOf(query, spans, words),
    spanNear: Math.min(1, Math.max(0, ...spans.map((span) => closeness(wordAt(words, span), near)))),
    focus: query.reading.focus === undefined ? 0.5 : places.has(query.reading.focus) ? 1 : 0,
    focusNear: Math.min(1, closeness(places.get(query.reading.focus ?? ''), hits)),
    modifier: otherModifier(query, words, hits) ? 1 : 0,
    opposite: query.terms.some((term, at) => hits[at] === undefined && term.opposites.some((word) => places.has(word)))
      ? 1
      : 0,
    deed: tellsDeed(query, hits, words) ? 1 : 0,
    onlyCall: isOnlyCall(own, words) ? 1 : 0,
    score: (found.score + implied) / Math.max(query.totalWeight, 1e-9),
    content: (found.content + implied) / Math.max(query.totalWeight, 1e-9),
    toldByTitles: toldByTitles(places.keys(), query, index),
  };
  return { found, words, evidence, spans, hits };
}

function tellsDeed({ reading: { deed }, terms }: Query, hits: Hits, words: readonly Word[]): boolean {
  return (
    deed === undefined ||
    terms.some(({ word }, at) => {
      const done = words[hits[at] ?? -1];
      // "Commanders said": those who do so, and not what they do.
      return (
        word.term === deed.term && done !== undefined && (done.lower === deed.lower || !/[eo]rs$/.test(done.lower))
      );
    })
  );
}

/** "How long did it last?" is answered by "they met for five hours" too: the hours stand for the word. */
const lasts = new Set(['last', 'take'].map(stem));
const timeUnit = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year'].map(stem));

/** Which word is the number of the first duration: "for FOUR and a half hours". */
function durationIn(words: readonly Word[], spans: readonly TextSpan[]): number | undefined {
  for (const span of spans) {
    const from = wordAt(words, span);
    const near = words.filter((word) => word.end > span.start && word.start <= span.end + 1);
    if (near.some((word) => timeUnit.has(word.term)) && words[from - 1]?.lower === 'for') return from;
  }
  return undefined;
}

function isImplied(term: QueryTerm, hit: number | undefined, places: ReadonlyMap<string, number>): boolean {
  return hit !== undefined && placeOf(term, places) === undefined;
}

/** How many words may stand between a number and what it counts: "three main types of movement". */
const boundWithin = 4;

/** Whether the number counts what is asked for. */
export function isBound(span: TextSpan, focus: string, words: readonly Word[]): boolean {
  const after = words.filter((word) => word.start >= span.end).slice(0, boundWithin);
  const inside = words.filter((word) => word.start >= span.start && word.end <= span.end);
  return [...inside, ...after].some((word) => word.term === focus);
}

function placesOf(words: readonly Word[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, word] of words.entries()) if (!places.has(word.term)) places.set(word.term, at);
  return places;
}

function placeOf(term: QueryTerm, places: ReadonlyMap<string, number>): number | undefined {
  for (const spelling of term.terms) {
    const place = places.get(spelling);
    if (place !== undefined) return place;
  }
  return undefined;
}

const neighbourWorth = 0.5;
/** The same for a name in the sentence just before one that begins with a pronoun: "He stressed that …". */
const pronounWorth = 0.9;
const titleWorth = 0.6;

type Coverage = 'cover' | 'near' | 'missingNames' | 'missingNamesNear' | 'elsewhere' | 'missing' | 'lastWord';

function coverage(of: { found: Found; query: Query; index: SentenceIndex; hits: Hits }): Pick<Evidence, Coverage> {
  const { found, query, index, hits } = of;
  const total = Math.max(query.totalWeight, 1e-9);
  const worth = query.terms.map((term, at) => (hits[at] === undefined ? nearWorth(term, found, index) : 1));
  const share = (test: (term: QueryTerm, worth: number) => boolean): number =>
    query.terms.reduce((sum, term, at) => sum + (test(term, worth[at] ?? 0) ? term.weight : 0), 0) / total;
  const full = query.terms.flatMap((term, at) => (term.word.weight === 'full' ? [worth[at] ?? 0] : []));
  return {
    cover: share((_, found) => found === 1),
    near: query.terms.reduce((sum, term, at) => sum + term.weight * (worth[at] ?? 0), 0) / total,
    missingNames: share((term, found) => found < 1 && isName(term)),
    missingNamesNear: share((term, found) => found === 0 && isName(term)),
    elsewhere: share((_, found) => found > 0 && found < 1),
    missing: Math.min(2, full.filter((found) => found < 1).length),
    lastWord: full.at(-1) === 1 ? 1 : 0,
  };
}

function isName(term: QueryTerm): boolean {
  return term.name || term.word.number;
}

const opensWithPronoun = /^["“'‘]?(?:he|she|they)\b/i;

/** A name may have been given before, never after; any other word may stand in a neighbour. */
function nearWorth(term: QueryTerm, { at }: Found, index: SentenceIndex): number {
  if (term.terms.some((spelling) => index.isTitled(at.article, spelling))) return titleWorth;
  const inArticle = (id: number): boolean => index.articleOf[id] === at.article;
  if (
    isName(term) &&
    inArticle(at.id - 1) &&
    opensWithPronoun.test(at.sentence.text) &&
    term.terms.some((spelling) => index.holds(at.id - 1, spelling))
  )
    return pronounWorth;
  const near = isName(term) ? [at.id - 2, at.id - 1] : [at.id - 2, at.id - 1, at.id + 1];
  const inside = near.filter(inArticle);
  return inside.some((id) => term.terms.some((spelling) => index.holds(id, spelling))) ? neighbourWorth : 0;
}

function denials(
  query: Query,
  words: readonly Word[],
  hits: Hits,
): Pick<Evidence, 'lostDenial' | 'extraDenial' | 'sharedDenial'> {
  const found = new Set(hits);
  // "will not agree unless …" is how a condition is told.
  if (query.reading.expects === 'condition') return { lostDenial: 0, extraDenial: 0, sharedDenial: 0 };
  const denying = words.flatMap((_, at) => (isNegation(words, at) ? [at] : []));
  const denied = denying.some((at) => [1, 2, 3].some((step) => found.has(at + step)));
  return {
    lostDenial: query.reading.negated && denying.length === 0 ? 1 : 0,
    extraDenial: !query.reading.negated && denied ? 1 : 0,
    sharedDenial: query.reading.negated && denied ? 1 : 0,
  };
}

function pairsOf(hits: Hits): number {
  if (hits.length < 2) return 0.5;
  const together = hits.filter((hit, at) => {
    const before = at === 0 ? undefined : hits[at - 1];
    return hit !== undefined && before !== undefined && Math.abs(hit - before) <= 4;
  });
  return together.length / (hits.length - 1);
}

function typedOf(query: Query, spans: readonly TextSpan[], words: readonly Word[]): number {
  const { kind, focus } = query.reading;
  if (kind === 'thing' || kind === 'statement' || kind === 'yes-no' || kind === 'description') return 0.5;
  if (spans.length === 0)
    return kind === 'place' && words.some((word, at) => isSomewhere(word, words[at + 1], words[at + 2])) ? 0.4 : 0;
  if (kind !== 'count' || focus === undefined) return 1;
  return spans.some((span) => isBound(span, focus, words)) ? 1 : 0.4;
}

/** Nouns that follow "in the" and name no place. */
const nowhere = new Set(
  'midst wake course context face process past future meantime end event case light name form hope statement phone telephone call conversation interview speech letter report message bid effort attempt war conflict crisis dispute'.split(
    ' ',
  ),
);

/** "in the south", "near a river": a place without a name. */
function isSomewhere(word: Word, next: Word | undefined, noun: Word | undefined): boolean {
  return (
    !nowhere.has(noun?.lower ?? '') &&
    /^(?:in|at|near|along|across|outside|inside|into|from|on|to)$/.test(word.lower) &&
    /^(?:the|a|an|its|their|his|her)$/.test(next?.lower ?? '')
  );
}

function wordAt(words: readonly Word[], span: TextSpan): number {
  return words.findIndex((word) => word.end > span.start);
}

/** The sum of the inverse distances from a place to the words found; 0 for no place. */
export function closeness(place: number | undefined, hits: Hits): number {
  if (place === undefined) return 0;
  return hits.reduce<number>(
    (sum, hit) => (hit === undefined || hit === place ? sum : sum + 1 / (1 + Math.abs(hit - place))),
    0,
  );
}

function otherModifier(query: Query, words: readonly Word[], hits: Hits): boolean {
  return query.terms.some((term, at) => {
    const next = query.terms[at + 1];
    const place = hits[at + 1];
    if (next === undefined || place === undefined || hits[at] !== undefined) return false;
    return next.word.start - term.word.end <= 1 && words[place - 1]?.weight === 'full';
  });
}
