import type { Query, QueryTerm } from './query.ts';
import { highest, merged } from './rising.ts';
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
  const { own, touched, named, articleOf } = scoresOf(query, index);
  const titled = titleScores(query, index);
  const articleScore = (id: number): number => {
    const article = articleOf[id] ?? -1;
    return (named[article] ?? 0) + (titled[article] ?? 0);
  };
  const near = new Set(
    highest(touched, (id) => (own[id] ?? 0) + articleScore(id), pool).flatMap((id) => around(id, articleOf)),
  );
  const score = (id: number): number => withNeighbours(own, id, articleOf) + articleScore(id);
  const scores = new Map([...near].map((id): [number, number] => [id, score(id)]));
  return highest([...near], (id) => scores.get(id) ?? 0, limit).flatMap((id) => {
    const at = index.sentences[id];
    const found = scores.get(id) ?? 0;
    return at === undefined ? [] : [{ at, score: found, content: found - (named[at.article] ?? 0) }];
  });
}

/** What a question's words are worth in an index. */
export interface QueryScores {
  /** The BM25 score of each sentence by its own words, rarest term first. */
  readonly own: Float64Array;
  /** Numbers of the sentences that have one. */
  readonly touched: Int32Array;
  /** What each article's sentences gain when the question names its publisher or its day. */
  readonly named: Float64Array;
  /** Number of the article of each sentence. */
  readonly articleOf: Int32Array;
}

const scored = new WeakMap<Query, QueryScores>();

/** The scores that ranking sentences and ranking passages both start from; reckoned once a query. */
export function scoresOf(query: Query, index: SentenceIndex): QueryScores {
  const ready = scored.get(query);
  if (ready !== undefined) return ready;
  const made = { ...ownScores(query, index), named: namedScores(query, index), articleOf: index.articleOf };
  scored.set(query, made);
  return made;
}

function ownScores(query: Query, index: SentenceIndex): Pick<QueryScores, 'own' | 'touched'> {
  const own = new Float64Array(index.sentences.length);
  const touched = new Int32Array(index.sentences.length);
  let count = 0;
  for (const term of query.terms.toSorted((one, other) => one.found - other.found)) {
    const full = count >= enough;
    const ids = sentencesWith(term, index);
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      const before = own[id] ?? 0;
      if (before === 0) {
        if (full) continue;
        touched[count] = id;
        count += 1;
      }
      own[id] = before + (term.weight * (k1 + 1)) / (1 + k1 * (1 - b + (b * index.lengthOf(id)) / index.meanLength));
    }
  }
  return { own, touched: touched.subarray(0, count) };
}

const none = new Int32Array(0);

function sentencesWith(term: QueryTerm, index: SentenceIndex): Int32Array {
  const [first = none, ...others] = term.terms.flatMap((spelling) => index.posting(spelling)?.sentences ?? []);
  return others.reduce(merged, first);
}

/** A sentence and those near it in its article. */
function around(id: number, articleOf: Int32Array): number[] {
  const reach = neighbourShares.length;
  const ids = Array.from({ length: 2 * reach + 1 }, (_, step) => id - reach + step);
  return ids.filter((near) => articleOf[near] === articleOf[id]);
}

function withNeighbours(own: Float64Array, id: number, articleOf: Int32Array): number {
  return around(id, articleOf).reduce((sum, near) => {
    const distance = Math.abs(near - id);
    return sum + (own[near] ?? 0) * (distance === 0 ? 1 : (neighbourShares[distance - 1] ?? 0));
  }, 0);
}

/** What the question's words in an article's title add to its sentences, by the article's number. */
function titleScores(query: Query, index: SentenceIndex): Float64Array {
  const scores = new Float64Array(index.articles.length);
  for (const term of query.terms) {
    const [first = none, ...others] = term.terms.map((spelling) => index.titled(spelling));
    add(scores, others.reduce(merged, first), titleShare * term.weight);
  }
  return scores;
}

function namedScores(query: Query, index: SentenceIndex): Float64Array {
  const scores = new Float64Array(index.articles.length);
  add(scores, query.publishers.articles, publisherShare * query.totalWeight);
  for (const day of query.reading.days)
    add(scores, index.published.get(day) ?? none, publishedShare * query.totalWeight);
  return scores;
}

function add(scores: Float64Array, articles: Iterable<number>, score: number): void {
  for (const article of articles) scores[article] = (scores[article] ?? 0) + score;
}
