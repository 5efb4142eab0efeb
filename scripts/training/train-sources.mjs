// Trains the weights that tell likely sources of what is said and thought: node scripts/training/train-sources.mjs [POLNEAR]
// POLNEAR is the folder of PolNeAR's rows (../shared/eval/polnear). The weights are of features that name no word of it.
// It first trains on either half of the articles and prints how the other half fares, then on all, and writes the weights.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { makeInstalled, root } from '../ready.mjs';
import { shipModel } from './ship-model.mjs';

const folder = process.argv[2] ?? join(root, '..', 'shared', 'eval', 'polnear');
makeInstalled();
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
if (spawnSync(process.execPath, [tsc, '-p', 'tsconfig.eval.json'], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);
const module = (path) => import(pathToFileURL(join(root, 'dist-eval', 'src', 'core', path)).href);
const { splitSentences } = await module('articles/sentences.js');
const { readSentences } = await module('reading/read-sentences.js');
const { findAttributions, spanOf, withQuotations } = await module('reading/statements/find-attributions.js');
const { isSourceSure, sourceFeatures } = await module('reading/statements/weigh-source.js');

const settings = { rounds: 80, rate: 0.3, ridge: 6, fewest: 15, weakest: 0.05 };
/** A source counts as likely above this score: it gives precision and recall the same worth. */
const threshold = -0.7;

const examples = readRows().flatMap(examplesOf);
for (const half of [0, 1]) {
  const model = train(examples.filter((example) => example.half === half));
  const others = examples.filter((example) => example.half !== half);
  const kept = others.filter((example) => scoreOf(model, example) > threshold);
  const right = kept.filter((example) => example.right);
  const all = others.filter((example) => example.right);
  console.log(
    `trained on half ${half}, on the other: P ${(right.length / kept.length).toFixed(3)}, of the right ones kept ${(right.length / all.length).toFixed(3)}, without weights P ${(all.length / others.length).toFixed(3)}`,
  );
}
ship(train(examples));

function readRows() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .flatMap((name) =>
      gunzipSync(readFileSync(join(folder, name)))
        .toString('utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line));
}

/** Every candidate of an article that the weights decide on, and whether an annotator marked it. */
function examplesOf({ id, text, attributions }) {
  const half = createHash('sha1').update(id).digest()[0] % 2;
  return withQuotations(readSentences(splitSentences('training', text))).flatMap((item) => {
    const candidates = findAttributions(item);
    return candidates
      .filter((candidate) => candidate.source !== undefined && !isSourceSure(candidate))
      .map((candidate) => ({
        half,
        features: sourceFeatures(item.read, candidate, candidates),
        right: attributions.some(
          ({ source, content }) =>
            overlaps(source, spanOf(item.read, candidate.source)) && overlaps(content, candidate.content),
        ),
      }));
  });
}

function overlaps(spans, { start, end }) {
  return spans.some(([from, to]) => from < end && start < to);
}

/** Logistic regression with a ridge penalty, by adaptive gradient steps over all examples. */
function train(set) {
  const uses = new Map();
  for (const { features } of set) for (const feature of features) uses.set(feature, (uses.get(feature) ?? 0) + 1);
  const names = [...uses].filter(([, count]) => count >= settings.fewest).map(([name]) => name);
  const model = { bias: 0, weights: new Map(names.map((name) => [name, 0])) };
  const steps = new Map();
  const step = (key, gradient) => {
    steps.set(key, (steps.get(key) ?? 1e-6) + gradient * gradient);
    return (settings.rate * gradient) / Math.sqrt(steps.get(key));
  };
  for (let round = 0; round < settings.rounds; round += 1) {
    const gradients = new Map(names.map((name) => [name, -settings.ridge * model.weights.get(name)]));
    let bias = 0;
    for (const example of set) {
      const error = Number(example.right) - 1 / (1 + Math.exp(-scoreOf(model, example)));
      bias += error;
      for (const feature of example.features)
        if (gradients.has(feature)) gradients.set(feature, gradients.get(feature) + error);
    }
    for (const [name, gradient] of gradients) model.weights.set(name, model.weights.get(name) + step(name, gradient));
    model.bias += step('bias', bias);
  }
  return model;
}

function scoreOf({ bias, weights }, { features }) {
  return features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias);
}

function ship({ bias, weights }) {
  const shown = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= settings.weakest)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, weight]) => [name, Number(weight.toFixed(2))]);
  const model = { bias: Number((bias - threshold).toFixed(2)), weights: Object.fromEntries(shown) };
  const features = [...new Set(shown.map(([name]) => name.split(':')[0]))];
  shipModel('sources', { file: 'sources.json', text: `${JSON.stringify(model, undefined, 1)}\n`, features });
  console.log(`${shown.length} weights written to models/`);
}
