import { isCalledOff, mayBeCalledOff } from './meetings.ts';
import { hasNotHappened } from './not-happened.ts';
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
  toldByTitles: 10,
};

/** How well a sentence fits a question, beside other sentences for the same question. */
export function fitOf({ evidence }: Weighed): number {
  return weighted(evidence, orderWeights);
}

/** The fit that a sentence must have to answer: this much for each doubling of the sentences it was chosen from, and no more than that. */
const fitForDoubling = 1.4;
const mostNeeded = 10;

/**
 * Whether a sentence fits no better than one of so many may by chance: among many sentences some always share a few words with
 * a question, of those in one paragraph hardly any does. What somebody said and "yes or no" are judged by rules of their own.
 */
export function fitsByChance(entry: Weighed, { reading }: Query, sentences: number): boolean {
  if (reading.kind === 'statement' || reading.kind === 'yes-no') return false;
  return fitOf(entry) < fitNeeded(sentences);
}

/** The fit above which a sentence fits better than one of so many may by chance. */
export function fitNeeded(sentences: number): number {
  return Math.min(mostNeeded, fitForDoubling * Math.log2(Math.max(1, sentences)));
}

/**
 * Weights by which a sentence is judged to answer at all. Fitted by logistic regression, each bound to the sign that it
 * must have, on development questions that the text answers, that it only seems to answer, and that ask something else.
 */
const supportWeights: Partial<Record<keyof Evidence, number>> = {
  content: 1.25,
  near: 0.55,
  missingNamesNear: -3.8,
  lostDenial: -2.8,
  extraDenial: -0.95,
  sharedDenial: 0.3,
  opposite: -1.8,
  modifier: -0.2,
  typed: 0.35,
  lastWord: 0.2,
  focus: 0.1,
};

const kindBias: Record<QuestionKind, number> = {
  thing: -2.8,
  'yes-no': -2.7,
  amount: -3.3,
  count: -3.75,
  description: -2.8,
  person: -3.3,
  place: -3.05,
  reason: -3.05,
  statement: -2.8,
  time: -3.5,
};

const spanWeights: Partial<Record<QuestionKind, number>> = { count: 1.5, time: 0.9, place: 0.6, amount: 0.3 };
const lengthWeight = 0.75;
const longest = 14;

/** The log odds that a sentence answers, by the few things that hold for terse questions too. */
export function plainOdds({ evidence }: Weighed, query: Query): number {
  const { kind } = query.reading;
  const spans = (spanWeights[kind] ?? 0) * evidence.spanNear;
  const length = lengthWeight * Math.log(1 + Math.min(longest, query.terms.length));
  return kindBias[kind] + spans + length + weighted(evidence, supportWeights);
}

function weighted(evidence: Evidence, weights: Partial<Record<keyof Evidence, number>>): number {
  return Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * (isEvidence(name, evidence) ? evidence[name] : 0),
    0,
  );
}

function isEvidence(name: string, evidence: Evidence): name is keyof Evidence {
  return name in evidence;
}

/** Why a sentence cannot answer whatever else speaks for it; undefined when nothing rules it out. */
export function ruledOut({ evidence }: Weighed, query: Query): string | undefined {
  if (evidence.opposite === 1) return 'it says the opposite of a word of the question';
  if (evidence.onlyCall === 1) return 'a call is no meeting';
  if (evidence.lostDenial === 1) return 'the question denies and it does not';
  if (query.reading.kind === 'yes-no' && (evidence.near < leastForYesNo || evidence.missingNames > 0))
    return 'it does not say so';
  return undefined;
}

/** What speaks against a sentence though it may answer in words of its own: "during the war" where no date is. */
export function doubtsOf({ evidence }: Pick<Weighed, 'evidence'>, query: Query): Doubt[] {
  const { kind } = query.reading;
  const doubts: [Doubt, boolean][] = [
    ['it does not tell who did so', kind === 'person' && evidence.deed === 0],
    ['a name or number of the question is not there', evidence.missingNamesNear > mostMissingNames],
    ['no number counts what is asked for', kind === 'count' && evidence.typed < 1],
    ['no date, number, reason or place is there', lacksSpan({ evidence }, query)],
  ];
  return doubts.flatMap(([doubt, holds]) => (holds ? [doubt] : []));
}

type Doubt =
  | 'it does not tell who did so'
  | 'a name or number of the question is not there'
  | 'no number counts what is asked for'
  | 'no date, number, reason or place is there';

/** Whether a sentence says that what is asked for was called off, is only planned, or that nobody does it: it is no measure for those that tell of what happened. */
export function isOff(weighed: Weighed, query: Query): boolean {
  const { reading } = query;
  if (!happens.has(reading.kind) || reading.expects === 'condition') return false;
  if (hasNotHappened(weighed, query)) return true;
  return !mayBeCalledOff(reading.text) && isCalledOff(weighed.found.at.sentence.text, weighed);
}

/** Kinds of question that take for granted that something happens. */
const happens: ReadonlySet<QuestionKind> = new Set(['person', 'time', 'place', 'count', 'amount', 'reason']);

/** Whether a question for a date, number, reason or place meets a sentence without one. */
export function lacksSpan({ evidence }: Pick<Weighed, 'evidence'>, { reading }: Query): boolean {
  return evidence.typed === 0 && (needsSpan.has(reading.kind) || reading.expects === 'counterpart');
}

const needsSpan: ReadonlySet<QuestionKind> = new Set(['time', 'amount', 'reason', 'place']);
const mostMissingNames = 0.2;
const leastForYesNo = 0.7;
