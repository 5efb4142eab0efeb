import { z } from 'zod';
import { readModel } from '../trained/model-files.ts';
import type { Features } from './answer-features.ts';
import { isAnswerFeature } from './answer-feature-names.ts';
import { forestOf } from './forest.ts';

const schema = z.object({
  bias: z.number(),
  weights: z.record(z.string(), z.number()),
  order: z.record(z.string(), z.number()),
  treeFeatures: z.array(z.string()),
  trees: z.array(z.string()),
});

/** What scripts/training/train-answers.mjs learnt. */
interface AnswerModel {
  /** The log odds of a sentence without features, less what the script takes off for caution. */
  readonly bias: number;
  /** What each feature adds to the log odds that a sentence answers, and to the odds that it stands before the others. */
  readonly weights: ReadonlyMap<string, number>;
  readonly order: ReadonlyMap<string, number>;
  /** What the forest adds to the log odds. */
  readonly correction: (features: Features) => number;
}

let loaded: AnswerModel | undefined;

/** The model that judges answers, read when the first one is judged. */
export function answerModel(): AnswerModel {
  loaded ??= load();
  return loaded;
}

function load(): AnswerModel {
  const { bias, weights, order, treeFeatures, trees } = schema.parse(JSON.parse(readModel('answers', isAnswerFeature)));
  const forest = forestOf(trees.join('\n'));
  return {
    bias,
    weights: new Map(Object.entries(weights)),
    order: new Map(Object.entries(order)),
    // A feature that a sentence does not have is 0 to the trees; that each is one the code gives was seen to above.
    correction: (features) => forest(treeFeatures.map((name) => features[name] ?? 0)),
  };
}

/** The sum of what the features weigh. Throws when one is of no name that the model could have been trained on. */
export function weighted(features: Features, weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [name, value] of Object.entries(features)) {
    const weight = weights.get(name);
    if (weight !== undefined) sum += value * weight;
    else if (!isAnswerFeature(name)) throw new Error(`"${name}" is no feature that answers are judged by`);
  }
  return sum;
}
