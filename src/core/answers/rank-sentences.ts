import type { Query, QueryTerm } from './query.ts';
import type { IndexedSentence, SentenceIndex } from './sentence-index.ts';

/** A sentence found for a question; the higher the score the nearer. */
export interface Found {
  readonly at: IndexedSentence;
  readonly score: number;
  /** The part of the score that its words and its title's earn, without a publisher or day named in the question. */
  readonly content: number;
}

/** Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with b and k1 for sentences. */
const k1 = 1.2;
const b = 0.4;
/** What a word in the neighbouring sentence, and the one after that, is worth beside one in the sentence itself. */
const neighbourShares = [0.2, 0.1] as const;
const titleShare = 0.25;
const publisherShare = 0.5;
const publishedShare = 0.3;

/** From how many sentences on, a further and more common term only adds to sentences already found. */
const enough = 10_000;

/** Sentences whose neighbours are looked at too, by their own score. */
const pool = 400;

/** The sentences that share most with the question, best first: by their own words, their neighbours' and their article's title. */
export function rankSentences(query: Query, index: SentenceIndex, limit: number): Found[] {
  const own = ownScores(query, index);
  const titled = titleScores(query, index);
  const named = namedScores(query, index);
  const articleScore = (id: number): number => {
    const article = index.sentences[id]?.article ?? -1;
    return (named.get(article) ?? 0) + (titled.get(article) ?? 0);
  };
  const near = new Set(
    highest(own.touched, (id) => (own.scores[id] ?? 0) + articleScore(id), pool).flatMap((id) => around(id, index)),
  );
  const score = (id: number): number => withNeighbours(own.scores, id, index) + articleScore(id);
  const scores = new Map([...near].map((id): [number, number] => [id, score(id)]));
  return highest([...near], (id) => scores.get(id) ?? 0, limit).flatMap((id) => {
    const at = index.sentences[id];
    const found = scores.get(id) ?? 0;
    return at === undefined ? [] : [{ at, score: found, content: found - (named.get(at.article) ?? 0) }];
  });
}

interface OwnScores {
  readonly scores: Float64Array;
  readonly touched: readonly number[];
}

const scored = new WeakMap<Query, OwnScores>();

/** The BM25 score of each sentence by its own words, rarest term first, and the sentences that have one; reckoned once a query. */
export function ownScores(query: Query, index: SentenceIndex): OwnScores {
  const ready = scored.get(query);
  if (ready !== undefined) return ready;
  const made = reckoned(query, index);
  scored.set(query, made);
  return made;
}

function reckoned(query: Query, index: SentenceIndex): OwnScores {
  const scores = new Float64Array(index.sentences.length);
  const touched: number[] = [];
  for (const term of query.terms.toSorted((one, other) => one.found - other.found)) {
    const full = touched.length >= enough;
    for (const id of sentencesWith(term, index)) {
      const before = scores[id] ?? 0;
      if (before === 0) {
        if (full) continue;
        touched.push(id);
      }
      scores[id] = before + (term.weight * (k1 + 1)) / (1 + k1 * (1 - b + (b * index.lengthOf(id)) / index.meanLength));
    }
  }
  return { scores, touched };
}

function sentencesWith(term: QueryTerm, index: SentenceIndex): Iterable<number> {
  const lists = term.terms.flatMap((spelling) => index.posting(spelling) ?? []);
  return lists.length === 1 ? (lists[0]?.sentences ?? []) : new Set(lists.flatMap(({ sentences }) => [...sentences]));
}

/** A sentence and those near it in its article. */
function around(id: number, index: SentenceIndex): number[] {
  const reach = neighbourShares.length;
  const ids = Array.from({ length: 2 * reach + 1 }, (_, step) => id - reach + step);
  return ids.filter((near) => index.sentences[near]?.article === index.sentences[id]?.article);
}

function withNeighbours(own: Float64Array, id: number, index: SentenceIndex): number {
  return around(id, index).reduce((sum, near) => {
    const distance = Math.abs(near - id);
    return sum + (own[near] ?? 0) * (distance === 0 ? 1 : (neighbourShares[distance - 1] ?? 0));
  }, 0);
}

/** What the question's words in an article's title add to its sentences. */
function titleScores(query: Query, index: SentenceIndex): Map<number, number> {
  const scores = new Map<number, number>();
  for (const term of query.terms) {
    for (const article of new Set(term.terms.flatMap((spelling) => index.titled(spelling))))
      add(scores, article, titleShare * term.weight);
  }
  return scores;
}

/** What an article's sentences gain when the question names its publisher or its day. */
export function namedScores(query: Query, index: SentenceIndex): Map<number, number> {
  const scores = new Map<number, number>();
  for (const article of query.publishers.articles) add(scores, article, publisherShare * query.totalWeight);
  for (const day of query.reading.days) {
    for (const article of index.published.get(day) ?? []) add(scores, article, publishedShare * query.totalWeight);
  }
  return scores;
}

function add(scores: Map<number, number>, article: number, score: number): void {
  scores.set(article, (scores.get(article) ?? 0) + score);
}

/** The ids of the highest scores, best first; equal ones in rising order. */
export function highest(ids: readonly number[], score: (id: number) => number, limit: number): number[] {
  const scores = Float64Array.from(ids, score);
  const floor = ids.length <= limit ? Number.NEGATIVE_INFINITY : (scores.toSorted()[scores.length - limit] ?? 0);
  return ids
    .map((id, at) => ({ id, score: scores[at] ?? 0 }))
    .filter((entry) => entry.score >= floor)
    .toSorted((one, other) => other.score - one.score || one.id - other.id)
    .slice(0, limit)
    .map(({ id }) => id);
}
