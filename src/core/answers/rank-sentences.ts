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
const reach = neighbourShares.length;
const titleShare = 0.25;
const publisherShare = 0.5;
const publishedShare = 0.3;

/** From how many sentences on, a further and more common term only adds to sentences already found. */
const enough = 5_000;

/** Sentences whose neighbours are looked at too, by their own score. */
const pool = 200;

/** The sentences that share most with the question, best first: by their own words, their neighbours' and their article's title. */
export function rankSentences(query: Query, index: SentenceIndex, limit: number): Found[] {
  const { own, touched, named, articleOf } = scoresOf(query, index);
  const titled = titleScores(query, index);
  const articleScore = (id: number): number => {
    const article = articleOf[id] ?? -1;
    return (named[article] ?? 0) + (titled[article] ?? 0);
  };
  const score = (id: number): number => withNeighbours(own, id, articleOf) + articleScore(id);
  const near = new Set<number>();
  for (const id of highest(touched, (id) => (own[id] ?? 0) + articleScore(id), pool)) {
    for (let other = id - reach; other <= id + reach; other += 1) {
      if (articleOf[other] === articleOf[id]) near.add(other);
    }
  }
  return highest([...near], score, limit).flatMap((id) => {
    const at = index.sentence(id);
    const found = score(id);
    return at === undefined ? [] : [{ at, score: found, content: found - (named[at.article] ?? 0) }];
  });
}

/** What a question's words are worth in an index. */
export interface QueryScores {
  /** The BM25 score of each sentence by its own words, rarest term first. */
  readonly own: Float64Array;
  /** Numbers of the sentences that have one, at the beginning of a list with room for all. */
  readonly touched: Int32Array;
  readonly places: Int32Array;
  /** What each article's sentences gain when the question names its publisher or its day. */
  readonly named: Float64Array;
  /** Number of the article of each sentence. */
  readonly articleOf: Int32Array;
}

interface Asked {
  readonly query: Query;
  readonly index: SentenceIndex;
}

const none = new Int32Array(0);
const latest = new WeakMap<SentenceIndex, QueryScores & Asked>();

/**
 * The scores that ranking sentences and ranking passages both start from. Reckoned once for a query, and good until the next
 * query to the same index, which takes over its lists: they are as long as the index.
 */
export function scoresOf(query: Query, index: SentenceIndex): QueryScores {
  const before = latest.get(index);
  if (before?.query === query) return before;
  const own = before?.own ?? new Float64Array(index.size);
  for (const id of before?.touched ?? none) own[id] = 0;
  const places = before?.places ?? new Int32Array(index.size);
  const touched = places.subarray(0, enterOwn({ query, index, own, places }));
  const made = { query, index, own, places, touched, named: namedScores(query, index), articleOf: index.articleOf };
  latest.set(index, made);
  return made;
}

/** Enters the own scores of sentences, and in `places` the numbers of those that have one; returns how many have. */
function enterOwn({ query, index, own, places }: Pick<QueryScores, 'own' | 'places'> & Asked): number {
  const worth = worthByLength(index);
  let count = 0;
  for (const term of query.terms.toSorted((one, other) => one.found - other.found)) {
    const full = count >= enough;
    const ids = sentencesWith(term, index);
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      const before = own[id] ?? 0;
      if (before === 0) {
        if (full) continue;
        places[count] = id;
        count += 1;
      }
      own[id] = before + term.weight * (worth[index.lengths[id] ?? 0] ?? 0);
    }
  }
  return count;
}

const worths = new WeakMap<SentenceIndex, Float64Array>();

/** What a word is worth in a sentence of each length, for each unit of its weight. */
function worthByLength(index: SentenceIndex): Float64Array {
  const ready = worths.get(index);
  if (ready !== undefined) return ready;
  const longest = index.lengths.reduce((most, length) => Math.max(most, length), 0);
  const made = new Float64Array(longest + 1).map(
    (_, length) => (k1 + 1) / (1 + k1 * (1 - b + (b * length) / index.meanLength)),
  );
  worths.set(index, made);
  return made;
}

function sentencesWith(term: QueryTerm, index: SentenceIndex): Int32Array {
  const [first = none, ...others] = term.terms.flatMap((spelling) => index.posting(spelling)?.sentences ?? []);
  return others.reduce(merged, first);
}

/** A sentence's score with what its neighbours in its article add. */
function withNeighbours(own: Float64Array, id: number, articleOf: Int32Array): number {
  let sum = 0;
  for (let near = id - reach; near <= id + reach; near += 1) {
    if (articleOf[near] !== articleOf[id]) continue;
    const distance = Math.abs(near - id);
    sum += (own[near] ?? 0) * (distance === 0 ? 1 : (neighbourShares[distance - 1] ?? 0));
  }
  return sum;
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
