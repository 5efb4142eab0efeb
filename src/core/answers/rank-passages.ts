import { type Passages, passagesOf } from './passages.ts';
import { type Query, type QueryTerm, rarity } from './query.ts';
import { partsOf } from './question-parts.ts';
import { scoresOf } from './rank-sentences.ts';
import { highest, isAmong, placeIn } from './rising.ts';
import type { IndexedSentence, SentenceIndex } from './sentence-index.ts';

/** A passage found for a question. */
export interface FoundPassage {
  /** Its number among the passages of the index. */
  readonly passage: number;
  /** Its sentence that shares most with the question. */
  readonly best: IndexedSentence;
}

/** BM25's constants for passages, by the source named in rank-sentences.ts. */
const k1 = 1.2;
const b = 0.6;
const titleShare = 0.4;
const publisherShare = 0.5;
const publishedShare = 0.3;
/** What its best sentence adds to a passage, and what a part of the question that names another outlet takes from it. */
const sentenceShare = 0.8;
const partShare = 0.5;
const otherPartShare = 0.5;
/** What a word of the question is still worth for the next passage once a passage that holds it has been taken. */
const worthAgain = 0.6;
/** What every further passage of an outlet loses once one of its passages has been taken. */
const outletAgain = 0.025;
/** Sentences whose passages are looked at, by their own words, their publisher and their day. */
const pool = 200;

/**
 * The passages that together tell most of what a question asks, best first. Made for questions that ask for several facts:
 * each of the outlets named is looked for with the words beside its name, and a passage that only repeats what those before
 * it hold, or comes from the same outlet, comes later (as in J. Carbonell and J. Goldstein, "The Use of MMR", SIGIR 1998, over the question's words).
 */
export function rankPassages(query: Query, index: SentenceIndex, limit: number): FoundPassage[] {
  const passages = passagesOf(index);
  const { own, touched, named, articleOf } = scoresOf(query, index);
  const found = highest(touched, (id) => (own[id] ?? 0) + (named[articleOf[id] ?? -1] ?? 0), pool);
  const near = [...new Set(found.map((id) => passages.of[id] ?? 0))];
  const articles = near.map((passage) => articleOf[passages.firsts[passage] ?? 0] ?? -1);
  const search = { query, index, passages, near, articles };
  const terms = query.terms.map((term) => entered(term, search));
  const all = overall(search, terms, own);
  const scores = withParts(search, terms, all);
  const counts = terms.map(({ worth }) => worth);
  const outlets = articles.map((article) => index.articles[article]?.held.article.publisher ?? '');
  return taken({ scores, weights: terms.map(({ weight }) => weight), counts, outlets }, limit).flatMap((row) => {
    const passage = near[row] ?? 0;
    const [best = 0] = highest(sentencesOf(passage, passages), (id) => own[id] ?? 0, 1);
    const at = index.sentence(best);
    return at === undefined ? [] : [{ passage, best: at }];
  });
}

interface Search {
  readonly query: Query;
  readonly index: SentenceIndex;
  readonly passages: Passages;
  /** The passages that are near. */
  readonly near: readonly number[];
  /** Number of the article of each of them. */
  readonly articles: readonly number[];
}

/** A word of the question; each list has an entry for each passage that is near. */
interface PassageTerm {
  readonly weight: number;
  /** What it is worth there, for each unit of its weight. */
  readonly worth: readonly number[];
  /** Whether the title of the passage's article holds it. */
  readonly titled: readonly boolean[];
  /** Where it stands in the question. */
  readonly start: number;
}

function entered(term: QueryTerm, { index, passages, near, articles }: Search): PassageTerm {
  const postings = term.terms.flatMap((spelling) => index.posting(spelling)?.sentences ?? []);
  const held = term.terms.reduce((sum, spelling) => sum + passages.holding(spelling), 0);
  const counts = near.map((passage) => postings.reduce((sum, ids) => sum + countIn(ids, passage, passages), 0));
  return {
    weight: term.share * rarity(held, passages.lengths.length),
    worth: near.map((passage, row) => saturated(counts[row] ?? 0, passage, passages)),
    titled: articles.map((article) => term.terms.some((spelling) => index.isTitled(article, spelling))),
    start: term.word.start,
  };
}

/** How many of some rising numbers of sentences lie in a passage. */
function countIn(sentences: Int32Array, passage: number, { firsts }: Passages): number {
  const end = firsts[passage + 1] ?? 0;
  const from = placeIn(sentences, firsts[passage] ?? 0);
  let at = from;
  while ((sentences[at] ?? end) < end) at += 1;
  return at - from;
}

/** What a word is worth that stands in some sentences of a passage, for each unit of its weight. */
function saturated(count: number, passage: number, { lengths, meanLength }: Passages): number {
  if (count === 0) return 0;
  const length = (lengths[passage] ?? 0) / meanLength;
  return (count * (k1 + 1)) / (count + k1 * (1 - b + b * length));
}

/** The score of each passage that is near, by the question as a whole; `own` are the scores of the sentences. */
function overall(search: Search, terms: readonly PassageTerm[], own: Float64Array): number[] {
  const { query, passages, near } = search;
  const weights = terms.map(({ weight }) => weight);
  const total = sumOf(weights);
  const gain = articleGain({ search, terms, weights, days: query.reading.days }, (article) =>
    query.publishers.articles.has(article),
  );
  return near.map((passage, row) => {
    const words = terms.reduce((sum, { weight, worth }) => sum + weight * (worth[row] ?? 0), 0);
    const best = Math.max(0, ...sentencesOf(passage, passages).map((id) => own[id] ?? 0));
    return (words + sentenceShare * best + gain(row)) / total;
  });
}

interface Gaining {
  readonly search: Search;
  readonly terms: readonly PassageTerm[];
  readonly weights: readonly number[];
  readonly days: readonly string[];
}

/** What a passage that is near gains by its article's title, its publisher, if that is named, and its day. */
function articleGain(
  { search, terms, weights, days }: Gaining,
  isNamed: (article: number) => boolean,
): (row: number) => number {
  const total = sumOf(weights);
  const dated = days.map((day) => search.index.published.get(day) ?? []);
  return (row) => {
    const article = search.articles[row] ?? -1;
    const title = terms.reduce((sum, { titled }, at) => sum + (titled[row] === true ? (weights[at] ?? 0) : 0), 0);
    const days = dated.filter((articles) => isAmong(articles, article)).length;
    return titleShare * title + total * (publisherShare * (isNamed(article) ? 1 : 0) + publishedShare * days);
  };
}

/** The scores of the passages that are near, each with what it is worth to the part of the question that it fits best. */
function withParts(search: Search, terms: readonly PassageTerm[], all: readonly number[]): number[] {
  const { query, index, near } = search;
  const parts = partsOf(query.reading.text, index.publishers).map(({ start: from, end, articles, days }) => {
    const weights = terms.map(({ weight, start }) => (from <= start && start < end ? weight : otherPartShare * weight));
    const gain = articleGain({ search, terms, weights, days }, (article) => isAmong(articles, article));
    return { weights, total: sumOf(weights), gain };
  });
  return near.map((_, row) => {
    const fits = parts.map(
      ({ weights, total, gain }) =>
        weights.reduce((sum, weight, at) => sum + weight * (terms[at]?.worth[row] ?? 0), gain(row)) / total,
    );
    return (all[row] ?? 0) + partShare * Math.max(0, ...fits);
  });
}

/** The sum of weights, never 0, so that one may divide by it. */
function sumOf(weights: readonly number[]): number {
  return Math.max(
    weights.reduce((sum, weight) => sum + weight, 0),
    1e-9,
  );
}

interface Rows {
  readonly scores: readonly number[];
  readonly weights: readonly number[];
  readonly counts: readonly (readonly number[])[];
  readonly outlets: readonly string[];
}

/** The rows of the best passages, each chosen by what it adds to those before it. */
function taken({ scores, weights, counts, outlets }: Rows, limit: number): number[] {
  const total = sumOf(weights);
  const lost = weights.map(() => 0);
  const left = new Set(scores.keys());
  const worth = Float64Array.from(scores);
  const rows: number[] = [];
  while (rows.length < limit && left.size > 0) {
    const [best = 0] = highest([...left], (row) => worth[row] ?? 0, 1);
    left.delete(best);
    rows.push(best);
    for (const row of left) if (outlets[row] === outlets[best]) worth[row] = (worth[row] ?? 0) - outletAgain;
    for (const [at, weight] of weights.entries()) {
      const worths = counts[at] ?? [];
      if ((worths[best] ?? 0) === 0) continue;
      const gone = lost[at] ?? 0;
      lost[at] = weight - (weight - gone) * worthAgain;
      const loss = (lost[at] - gone) / total;
      for (const row of left) worth[row] = (worth[row] ?? 0) - loss * (worths[row] ?? 0);
    }
  }
  return rows;
}

function sentencesOf(passage: number, { firsts }: Passages): number[] {
  const first = firsts[passage] ?? 0;
  return Array.from({ length: (firsts[passage + 1] ?? first) - first }, (_, step) => first + step);
}
