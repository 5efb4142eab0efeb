import { wordsOf } from '../words/words.ts';
import type { Query } from './query.ts';
import type { SentenceIndex } from './sentence-index.ts';

/** Titles looked at for one question: those that hold most of it. */
const looked = 5;
const told = new WeakMap<Query, ReadonlyMap<string, number>>();

/**
 * How much of what the titles tell beyond the question stands in a sentence, from 0 to 1. A title that holds much of a
 * question is about what is asked, and what it says more is often the answer: "Finland, happiest country in the world, …".
 * Of `terms`, each given once, the best two count: a first and a last name, or an action and its object.
 */
export function toldByTitles(terms: Iterable<string>, query: Query, index: SentenceIndex): number {
  const worth = told.get(query) ?? titleWords(query, index);
  told.set(query, worth);
  let [best, second] = [0, 0];
  for (const term of worth.size === 0 ? [] : terms) {
    const found = worth.get(term) ?? 0;
    if (found > best) [best, second] = [found, best];
    else if (found > second) second = found;
  }
  return (best + second) / 2;
}

/** What each word of the nearest titles is worth that the question lacks: more the more of the question stands beside it. */
function titleWords(query: Query, index: SentenceIndex): ReadonlyMap<string, number> {
  const nearest = [...coverOfTitles(query, index)].toSorted(([, one], [, other]) => other - one).slice(0, looked);
  const total = nearest.reduce((sum, [, cover]) => sum + cover, 0);
  const asked = new Set(query.terms.flatMap(({ terms }) => terms));
  for (const { term } of wordsOf(query.reading.text)) asked.add(term);
  const worth = new Map<string, number>();
  for (const [article, cover] of nearest) {
    const words = wordsOf(index.articles[article]?.held.article.title ?? '');
    const fresh = new Set(words.flatMap(({ term, weight }) => (weight === 'stop' || asked.has(term) ? [] : [term])));
    for (const term of fresh) worth.set(term, (worth.get(term) ?? 0) + cover ** 2 / total);
  }
  return worth;
}

/** Which share of the question each title holds that holds any of it, by the article's number. */
function coverOfTitles({ terms }: Query, index: SentenceIndex): Map<number, number> {
  const total = terms.reduce((sum, { share }) => sum + share, 0);
  const covers = new Map<number, number>();
  for (const { terms: spellings, share } of terms) {
    const articles = new Set(spellings.flatMap((spelling) => [...index.titled(spelling)]));
    for (const article of articles) covers.set(article, (covers.get(article) ?? 0) + share / total);
  }
  return covers;
}
