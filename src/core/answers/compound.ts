import type { Query } from './query.ts';
import type { Weighed } from './weigh-sentence.ts';

/** From how many terms on a question is taken to ask for several facts, which need not stand in one sentence. */
const compoundFrom = 12;
/** The same for a question that says from which publishers it wants its facts. */
const compoundFromNamed = 8;
/** The least content score of the nearest sentence at which the articles are taken to hold the facts. */
const leastContent = 0.165;

/** Whether a question asks for several facts at once: "which company, known for …, was accused of …". */
export function isCompound(query: Query): boolean {
  return query.terms.length >= (query.publishers.articles.size > 0 ? compoundFromNamed : compoundFrom);
}

/** Whether the sentences found are near enough to a question that asks for several facts. */
export function supportsCompound(weighed: readonly Weighed[]): boolean {
  return weighed.some(({ evidence }) => evidence.content >= leastContent);
}
