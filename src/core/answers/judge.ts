import type { Query } from './query.ts';
import type { QuestionKind } from './read-question.ts';
import type { Evidence, Weighed } from './weigh-sentence.ts';

/** Weights by which sentences are put in order; fitted by logistic regression on pairs of sentences of development questions. */
const orderWeights: Partial<Record<keyof Evidence, number>> = {
  score: 2.9,
  near: 4.8,
  cover: 3.7,
  missingNames: 2.1,
  elsewhere: 0.6,
  pairs: 1,
  typed: 1.2,
  spanNear: 1,
  focus: 0.5,
  focusNear: 0.9,
  modifier: 0.4,
  missing: 0.3,
  extraDenial: -0.4,
};

/** How well a sentence fits a question, beside other sentences for the same question. */
export function fitOf({ evidence }: Weighed): number {
  return Object.entries(orderWeights).reduce((sum, [name, weight]) => sum + weight * (isEvidence(name, evidence) ? evidence[name] : 0), 0);
}

function isEvidence(name: string, evidence: Evidence): name is keyof Evidence {
  return name in evidence;
}

/**
 * Weights by which a sentence is judged to answer at all. Fitted by logistic regression, each bound to the sign that it
 * must have, on development questions that the text answers, that it only seems to answer, and that ask something else.
 */
const supportWeights: Partial<Record<keyof Evidence, number>> = {
  content: 1.35,
  missingNames: -0.15,
  missingNamesNear: -3.9,
  lostDenial: -3.2,
  extraDenial: -1,
  sharedDenial: 0.4,
  opposite: -2.2,
  modifier: -0.4,
  typed: 0.35,
  lastWord: 0.2,
};

const kindBias: Record<QuestionKind, number> = {
  thing: -2.4,
  'yes-no': -2.3,
  amount: -2.7,
  count: -3.3,
  description: -2.4,
  person: -2.95,
  place: -2.6,
  reason: -2.4,
  statement: -2.4,
  time: -3,
};

const spanWeights: Partial<Record<QuestionKind, number>> = { count: 1.5, time: 0.75, place: 0.6, amount: 0.1 };
const lengthWeight = 0.6;
const marginWeight = 0.15;
const widestMargin = 3;
const longest = 14;

/** The chance, from 0 to 1, that a sentence answers; `margin` is by how much it fits better than the next. */
export function supportOf({ evidence }: Weighed, query: Query, margin: number): number {
  const { kind } = query.reading;
  let sum = kindBias[kind] + (spanWeights[kind] ?? 0) * evidence.spanNear;
  sum += lengthWeight * Math.log(1 + Math.min(longest, query.terms.length)) + marginWeight * Math.min(widestMargin, margin);
  for (const [name, weight] of Object.entries(supportWeights)) sum += weight * (isEvidence(name, evidence) ? evidence[name] : 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Why a sentence cannot answer whatever else speaks for it; undefined when nothing rules it out. */
export function ruledOut({ evidence }: Weighed, query: Query): string | undefined {
  const { kind } = query.reading;
  if (evidence.opposite === 1) return 'it says the opposite of a word of the question';
  if (evidence.lostDenial === 1) return 'the question denies and it does not';
  if (evidence.missingNamesNear > mostMissingNames) return 'a name or number of the question is not there';
  if (kind === 'count' && evidence.typed < 1) return 'no number counts what is asked for';
  if (evidence.typed === 0 && needsSpan.has(kind)) return 'no date, number, reason or place is there';
  if (kind === 'yes-no' && (evidence.near < leastForYesNo || evidence.missingNames > 0)) return 'it does not say so';
  return undefined;
}

const needsSpan: ReadonlySet<QuestionKind> = new Set(['time', 'amount', 'reason', 'place']);
const mostMissingNames = 0.2;
const leastForYesNo = 0.7;
