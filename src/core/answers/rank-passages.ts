import { type Passages, passagesOf } from './passages.ts';
import { type Query, type QueryTerm, rarity } from './query.ts';
import { partsOf } from './question-parts.ts';
import { highest, namedScores, ownScores } from './rank-sentences.ts';
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
/** Sentences whose passages are looked at, by their own words, their publisher and their day. */
const pool = 300;

/**
 * The passages that together tell most of what a question asks, best first. Made for questions that ask for several facts:
 * each of the outlets named is looked for with the words beside its name, and a passage that only repeats what those before
 * it hold comes later (as in J. Carbonell and J. Goldstein, "The Use of MMR", SIGIR 1998, over the question's words).
 */
export function rankPassages(query: Query, index: SentenceIndex, limit: number): FoundPassage[] {
  const passages = passagesOf(index);
  const own = ownScores(query, index);
  const named = namedScores(query, index);
  const score = (id: number): number => (own.scores[id] ?? 0) + (named.get(index.sentences[id]?.article ?? -1) ?? 0);
  const near = [...new Set(highest(own.touched, score, pool).map((id) => passages.of[id] ?? 0))];
  const rows = new Int32Array(passages.lengths.length).fill(-1);
  for (const [row, passage] of near.entries()) rows[passage] = row;
  const terms = query.terms.map((term) => entered(term, { index, passages, near, rows }));
  const all = overall({ query, index, passages, terms, near, sentences: own.scores });
  const scores = withParts({ query, index, passages, terms, near, all });
  const counts = terms.map(({ worth }) => worth);
  return taken({ scores, weights: terms.map(({ weight }) => weight), counts }, limit).flatMap((row) => {
    const passage = near[row] ?? 0;
    const [best = 0] = highest(sentencesOf(passage, passages), (id) => own.scores[id] ?? 0, 1);
    const at = index.sentences[best];
    return at === undefined ? [] : [{ passage, best: at }];
  });
}

interface PassageTerm {
  readonly weight: number;
  /** What it is worth in each passage that is near, for each unit of its weight. */
  readonly worth: readonly number[];
  /** Numbers of the articles whose title holds it. */
  readonly titled: ReadonlySet<number>;
  /** Where it stands in the question. */
  readonly start: number;
}

interface Nearby {
  readonly index: SentenceIndex;
  readonly passages: Passages;
  /** The passages that are near, and each passage's place among them; -1 for none. */
  readonly near: readonly number[];
  readonly rows: Int32Array;
}

function entered(term: QueryTerm, { index, passages, near, rows }: Nearby): PassageTerm {
  const counts = new Float64Array(near.length);
  let held = 0;
  for (const spelling of term.terms) {
    let last = -1;
    for (const id of index.posting(spelling)?.sentences ?? []) {
      const passage = passages.of[id] ?? 0;
      const row = rows[passage] ?? -1;
      if (row >= 0) counts[row] = (counts[row] ?? 0) + 1;
      if (passage !== last) held += 1;
      last = passage;
    }
  }
  return {
    weight: term.share * rarity(held, passages.lengths.length),
    worth: near.map((passage, row) => saturated(counts[row] ?? 0, passage, passages)),
    titled: new Set(term.terms.flatMap((spelling) => index.titled(spelling))),
    start: term.word.start,
  };
}

interface Search {
  readonly query: Query;
  readonly index: SentenceIndex;
  readonly passages: Passages;
  readonly terms: readonly PassageTerm[];
  readonly near: readonly number[];
}

/** What a word is worth that stands in some sentences of a passage, for each unit of its weight. */
function saturated(count: number, passage: number, { lengths, meanLength }: Passages): number {
  if (count === 0) return 0;
  const length = (lengths[passage] ?? 0) / meanLength;
  return (count * (k1 + 1)) / (count + k1 * (1 - b + b * length));
}

/** The score of each passage that is near, by the question as a whole. */
function overall({ query, index, passages, terms, near, sentences }: Search & { sentences: Float64Array }): number[] {
  const given = articleScores(
    { index, terms, named: query.publishers.articles, days: query.reading.days },
    terms.map(({ weight }) => weight),
  );
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  return near.map((passage, row) => {
    const words = terms.reduce((sum, { weight, worth }) => sum + weight * (worth[row] ?? 0), 0);
    const best = Math.max(0, ...sentencesOf(passage, passages).map((id) => sentences[id] ?? 0));
    const article = index.sentences[passages.firsts[passage] ?? 0]?.article ?? -1;
    return (words + sentenceShare * best + (given.get(article) ?? 0)) / Math.max(total, 1e-9);
  });
}

interface Named {
  readonly index: SentenceIndex;
  readonly terms: readonly PassageTerm[];
  readonly named: Iterable<number>;
  readonly days: readonly string[];
}

/** What an article's passages gain by its title, its publisher and its day. */
function articleScores({ index, terms, named, days }: Named, weights: readonly number[]): Map<number, number> {
  const scores = new Map<number, number>();
  const add = (article: number, score: number): void => void scores.set(article, (scores.get(article) ?? 0) + score);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [at, { titled }] of terms.entries()) {
    for (const article of titled) add(article, titleShare * (weights[at] ?? 0));
  }
  for (const article of named) add(article, publisherShare * total);
  for (const day of days) {
    for (const article of index.published.get(day) ?? []) add(article, publishedShare * total);
  }
  return scores;
}

/** The scores of the passages that are near, each with what it is worth to the part of the question that it fits best. */
function withParts({ query, index, passages, terms, near, all }: Search & { all: readonly number[] }): number[] {
  const parts = partsOf(query.reading.text, index.publishers).map((part) => {
    const weights = terms.map(({ weight, start }) =>
      part.start <= start && start < part.end ? weight : otherPartShare * weight,
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const given = articleScores({ index, terms, named: part.articles, days: part.days }, weights);
    return { weights, total: Math.max(total, 1e-9), given };
  });
  return near.map((passage, row) => {
    const article = index.sentences[passages.firsts[passage] ?? 0]?.article ?? -1;
    const fits = parts.map(
      ({ weights, total, given }) =>
        weights.reduce((sum, weight, at) => sum + weight * (terms[at]?.worth[row] ?? 0), given.get(article) ?? 0) /
        total,
    );
    return (all[row] ?? 0) + partShare * Math.max(0, ...fits);
  });
}

interface Rows {
  readonly scores: readonly number[];
  readonly weights: readonly number[];
  readonly counts: readonly (readonly number[])[];
}

/** The rows of the best passages, each chosen by what it adds to those before it. */
function taken({ scores, weights, counts }: Rows, limit: number): number[] {
  const total = Math.max(
    weights.reduce((sum, weight) => sum + weight, 0),
    1e-9,
  );
  const lost = weights.map(() => 0);
  const left = new Set(scores.keys());
  const rows: number[] = [];
  while (rows.length < limit && left.size > 0) {
    const worth = (row: number): number =>
      (scores[row] ?? 0) - lost.reduce((sum, gone, at) => sum + gone * (counts[at]?.[row] ?? 0), 0) / total;
    const [best = 0] = highest([...left], worth, 1);
    left.delete(best);
    rows.push(best);
    for (const [at, weight] of weights.entries()) {
      if ((counts[at]?.[best] ?? 0) > 0) lost[at] = weight - (weight - (lost[at] ?? 0)) * worthAgain;
    }
  }
  return rows;
}

function sentencesOf(passage: number, { firsts }: Passages): number[] {
  const first = firsts[passage] ?? 0;
  return Array.from({ length: (firsts[passage + 1] ?? first) - first }, (_, step) => first + step);
}
