import type { Query, QueryTerm } from './query.ts';
import type { IndexedSentence, SentenceIndex } from './sentence-index.ts';

/** A sentence found for a question; the higher the score the nearer. */
export interface Found {
  readonly at: IndexedSentence;
  readonly score: number;
}

/** Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with b and k1 for sentences. */
const k1 = 1.2;
const b = 0.4;
/** What a word in the neighbouring sentence, and the one after that, is worth beside one in the sentence itself. */
const neighbourShares = [0.35, 0.2] as const;
const titleShare = 0.25;
const publisherShare = 0.5;
const publishedShare = 0.3;

/** The sentences that share most with the question, best first: by their own words, their neighbours' and their article's title. */
export function rankSentences(query: Query, index: SentenceIndex, limit: number): Found[] {
  const own = new Float64Array(index.sentences.length);
  const touched: number[] = [];
  for (const term of query.terms) addTerm({ own, touched, index }, term);
  const articles = articleScores(query, index);
  const scores = new Float64Array(own.length);
  const seen = new Set<number>();
  for (const id of touched) {
    for (let near = id - neighbourShares.length; near <= id + neighbourShares.length; near += 1) {
      if (seen.has(near)) continue;
      seen.add(near);
      const article = index.sentences[near]?.article;
      if (article === undefined || article !== index.sentences[id]?.article) {
        seen.delete(near);
        continue;
      }
      scores[near] = around(own, near, index) + (articles.get(article) ?? 0);
    }
  }
  return best(scores, seen, index, limit);
}

function addTerm(into: { own: Float64Array; touched: number[]; index: SentenceIndex }, term: QueryTerm): void {
  const { own, touched, index } = into;
  const counted = new Set<number>();
  for (const spelling of term.terms) {
    for (const id of index.posting(spelling)?.sentences ?? []) {
      if (term.terms.length > 1) {
        if (counted.has(id)) continue;
        counted.add(id);
      }
      const before = own[id] ?? 0;
      if (before === 0) touched.push(id);
      own[id] = before + (term.weight * (k1 + 1)) / (1 + k1 * (1 - b + (b * index.lengthOf(id)) / index.meanLength));
    }
  }
}

function around(own: Float64Array, id: number, index: SentenceIndex): number {
  const article = index.sentences[id]?.article;
  let sum = own[id] ?? 0;
  for (const [distance, share] of neighbourShares.entries()) {
    for (const near of [id - distance - 1, id + distance + 1]) {
      if (index.sentences[near]?.article === article) sum += share * (own[near] ?? 0);
    }
  }
  return sum;
}

/** What each article adds to its sentences: question words in its title, its publisher or its day named in the question. */
function articleScores(query: Query, index: SentenceIndex): Map<number, number> {
  const scores = new Map<number, number>();
  const add = (article: number, score: number): void => {
    scores.set(article, (scores.get(article) ?? 0) + score);
  };
  for (const term of query.terms) {
    for (const article of new Set(term.terms.flatMap((spelling) => index.titled(spelling)))) add(article, titleShare * term.weight);
  }
  for (const article of query.publishers.articles) add(article, publisherShare * query.totalWeight);
  for (const day of query.reading.days) {
    for (const article of index.published.get(day) ?? []) add(article, publishedShare * query.totalWeight);
  }
  return scores;
}

function best(scores: Float64Array, ids: ReadonlySet<number>, index: SentenceIndex, limit: number): Found[] {
  const floor = floorOf(scores, ids, limit);
  const found: Found[] = [];
  for (const id of ids) {
    const at = index.sentences[id];
    const score = scores[id] ?? 0;
    if (at !== undefined && score >= floor) found.push({ at, score });
  }
  return found.toSorted((one, other) => other.score - one.score || one.at.id - other.at.id).slice(0, limit);
}

/** A score that about `limit` sentences reach, so that only they need sorting. */
function floorOf(scores: Float64Array, ids: ReadonlySet<number>, limit: number): number {
  if (ids.size <= limit * 4) return 0;
  const sample = Float64Array.from(ids, (id) => scores[id] ?? 0).sort();
  return sample[sample.length - limit] ?? 0;
}
