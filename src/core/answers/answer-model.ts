import { amongMany } from './answer-feature-names.ts';
import { type Features, featuresOf } from './answer-features.ts';
import { type Among, besideOthers } from './beside-others.ts';
import { doubtsOf, fitOf, plainOdds } from './judge.ts';
import type { Query } from './query.ts';
import { answerModel, weighted } from './trained-answers.ts';
import type { Weighed } from './weigh-sentence.ts';

export type { Among } from './beside-others.ts';

/**
 * The chance, from 0 to 1, that a sentence answers: a logistic model over the features and a forest that corrects it, trained by
 * scripts/training/train-answers.mjs. The questions they are trained on are seldom terse, so the fewer words a question has, the
 * more the plain odds count.
 */
export function supportOf(entry: Weighed, among: Among): number {
  const share = trainedShare(among.query);
  const trained = share === 0 ? 0 : trainedOdds(entry, among);
  return 1 / (1 + Math.exp(-(share * trained + (1 - share) * plainOdds(entry, among.query))));
}

/** Up to how many terms only the plain odds count, and from how many on only the trained ones. */
const terse = 2;
const longEnough = 5;

/** The least chance of being the answer at which a sentence is given as one; more where something speaks against it. */
export const leastSupport = 0.44;
const leastInDoubt = 0.6;

/** Whether enough speaks for a sentence to give it as the answer. Against a doubt only the trained model has enough to say. */
export function isSupported(entry: Weighed, among: Among): boolean {
  if (doubtsOf(entry, among.query).length === 0) return supportOf(entry, among) >= leastSupport;
  return trainedShare(among.query) === 1 && supportOf(entry, among) >= leastInDoubt;
}

/** How much of the judgement of a question is trained, from 0 to 1. */
export function trainedShare({ terms }: Query): number {
  return Math.min(1, Math.max(0, (terms.length - terse) / (longEnough - terse)));
}

function trainedOdds(entry: Weighed, among: Among): number {
  const { bias, weights, correction } = answerModel();
  const features = modelFeatures(entry, among);
  return bias + weighted(features, weights) + correction(features);
}

/** How many of the sentences that fit best are put in the order that the trained model gives. */
export const ordered = 6;

/** The sentences with the first few in trained order; the terser the question, the more the fit counts. */
export function inOrder(among: Among): Weighed[] {
  const { weighed, query } = among;
  const share = trainedShare(query);
  if (share === 0) return [...weighed];
  const { order } = answerModel();
  const first = weighed.slice(0, ordered).map((entry) => ({
    entry,
    odds: share * weighted(seen(entry, among), order) + (1 - share) * fitOf(entry),
  }));
  const best = first.toSorted((one, other) => other.odds - one.odds).map(({ entry }) => entry);
  return [...best, ...weighed.slice(ordered)];
}

/** All that the model is trained on: the features, and each once more by how many sentences it was chosen from. */
export function modelFeatures(entry: Weighed, among: Among): Features {
  const features = seen(entry, among);
  const many = manyOf(among);
  const scaled = Object.entries(features).map(([name, value]): [string, number] => [name + amongMany, value * many]);
  return { ...features, ...Object.fromEntries(scaled), many };
}

const known = new WeakMap<Weighed, Features>();

function seen(entry: Weighed, among: Among): Features {
  const ready = known.get(entry) ?? { ...featuresOf(entry, among.query, among.index), ...besideOthers(entry, among) };
  known.set(entry, ready);
  return ready;
}

function manyOf({ index }: Among): number {
  return Math.log2(1 + index.size) / 10 - manyFrom;
}

/** A paragraph's few sentences are not many; a thousand are .75. */
const manyFrom = 0.25;
