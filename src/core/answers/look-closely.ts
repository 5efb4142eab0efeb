import { inOrder } from './answer-model.ts';
import { isCompound } from './compound.ts';
import { fitOf } from './judge.ts';
import type { Query } from './query.ts';
import { rankSentences } from './rank-sentences.ts';
import type { SentenceIndex } from './sentence-index.ts';
import { type Weighed, weighSentence } from './weigh-sentence.ts';

/** Sentences looked at closely for one question. */
const looked = 24;

/**
 * The sentences that share most with a question, looked at closely, the likeliest answer first. One that asks for several facts
 * is answered by no single sentence: the fit must do.
 */
export function lookClosely(query: Query, index: SentenceIndex): Weighed[] {
  const weighed = byFit(query, index);
  return isCompound(query) ? weighed : inOrder({ weighed, query, index });
}

/** The same by fit alone: what the order is trained on. */
export function byFit(query: Query, index: SentenceIndex): Weighed[] {
  return rankSentences(query, index, looked)
    .map((found) => weighSentence(found, query, index))
    .toSorted((one, other) => fitOf(other) - fitOf(one));
}
