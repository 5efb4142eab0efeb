// What train-answers.mjs learns: an order of the sentences, the log odds that the first one answers, and a forest that corrects these.
import { growForest } from './forest.mjs';
import { regress, regressPairs, spreadOf } from './logistic.mjs';

/** A feature is used if at least so many sentences that come first have it. */
const fewest = 40;
const ridge = { order: 60, answer: 60 };
const trees = { trees: 60, leaf: 40, tried: 0.5, pace: 8 };

/** How much an example of each kind counts: few questions of the week stand for many. */
const worth = { paragraph: 1, library: 0.7, elsewhere: 0.7, week: 2 };
const worthInOrder = { paragraph: 1, library: 0.3, elsewhere: 0, week: 2 };

/** The sets have next to no synonyms that the product knows: whether these bring a sentence forward cannot be learnt from them. */
const tooRare = / synonym$/;
const amongMany = ', among many';

/** Trains on examples (answer-examples.mjs): the weights of `order` and `answer` by feature, `bias`, `columns` of the forest and its `forest`. */
export function train(examples) {
  const order = trainOrder(examples);
  const firsts = examples.map((example) => inOrder(example, order)[0].features);
  const names = usedNames(firsts);
  const plain = names.filter((name) => !name.endsWith(amongMany));
  const right = examples.map((example) => (isRight(example, order) ? 1 : 0));
  const weights = examples.map(({ kind }) => worth[kind]);
  const { slopes, bias } = regress({ rows: rowsOf(firsts, names), right, weights }, ridge.answer);
  const answer = new Map(names.map((name, at) => [name, slopes[at]]));
  const off = firsts.map((features, at) => right[at] - 1 / (1 + Math.exp(-bias - weighted(features, answer))));
  const forest = growForest({ rows: rowsOf(firsts, plain), off, weights }, trees);
  return { order, answer, bias, columns: plain, forest };
}

/** The sentences of an example in trained order. */
export function inOrder({ sentences, trainedShare }, order) {
  const placed = sentences.map((sentence) => ({
    sentence,
    odds: trainedShare * weighted(sentence.features, order) + (1 - trainedShare) * sentence.features.fit,
  }));
  return placed.toSorted((one, other) => other.odds - one.odds).map(({ sentence }) => sentence);
}

/** Whether the first sentences answer: in a paragraph of its own, whether the question has an answer there at all. */
export function isRight(example, order) {
  if (example.kind === 'paragraph') return example.answerable;
  return inOrder(example, order)
    .slice(0, 3)
    .some(({ holds }) => holds);
}

/** The log odds that an example is right. */
export function oddsOf(example, { order, answer, bias, columns, forest }) {
  const { features } = inOrder(example, order)[0];
  const values = columns.map((name) => features[name] ?? 0);
  return forest.reduce((sum, nodes) => sum + leafOf(nodes, values), bias + weighted(features, answer));
}

function trainOrder(examples) {
  const all = examples.filter(({ kind, answerable }) => answerable && worthInOrder[kind] > 0);
  const sentences = all.flatMap((example) => example.sentences.map(({ features }) => features));
  const names = usedNames(sentences).filter((name) => !name.endsWith(amongMany) && !tooRare.test(name));
  const { spreads } = spreadOf(rowsOf(sentences, names));
  const [differences, weights] = [[], []];
  for (const example of all) {
    const best = example.sentences.filter(({ holds }) => holds).slice(0, 3);
    const others = example.sentences.filter(({ holds }) => !holds);
    for (const one of best) {
      for (const other of others) {
        differences.push(Float64Array.from(names, (name) => (one.features[name] ?? 0) - (other.features[name] ?? 0)));
        weights.push((3 * worthInOrder[example.kind]) / (best.length * others.length));
      }
    }
  }
  const slopes = regressPairs({ differences, weights, spreads }, ridge.order);
  return new Map(names.flatMap((name, at) => (Math.abs(slopes[at]) > 1e-9 ? [[name, slopes[at]]] : [])));
}

function usedNames(all) {
  const uses = new Map();
  for (const features of all)
    for (const [name, value] of Object.entries(features)) if (value !== 0) uses.set(name, (uses.get(name) ?? 0) + 1);
  return [...uses].flatMap(([name, count]) => (count >= fewest ? [name] : [])).toSorted(byText);
}

function rowsOf(all, names) {
  return all.map((features) => Float64Array.from(names, (name) => features[name] ?? 0));
}

function weighted(features, weights) {
  let sum = 0;
  for (const [name, weight] of weights) sum += weight * (features[name] ?? 0);
  return sum;
}

function leafOf(nodes, values) {
  let at = 0;
  while (nodes[at].column !== undefined) at = values[nodes[at].column] <= nodes[at].threshold ? at + 1 : nodes[at].over;
  return nodes[at].worth;
}

function byText(one, other) {
  return one < other ? -1 : 1;
}
