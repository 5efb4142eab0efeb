// Trains what puts sentences in order and judges whether one answers: node scripts/training/train-answers.mjs [FOLDER]
// FOLDER holds the question sets (../shared/eval): squad2-dev and realtimeqa. The weights are of features that name no word.
// It first trains on four fifths, five times over (by paragraph, and by question of the week), and prints how the fifth left out
// fares; then on all, and writes the weights. The same input gives the same file.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { makeInstalled, root } from '../ready.mjs';
import { forestText } from './forest.mjs';
import { inOrder, isRight, oddsOf, train } from './answer-learner.mjs';
import { shipModel } from './ship-model.mjs';

makeInstalled();
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
if (spawnSync(process.execPath, [tsc, '-p', 'tsconfig.eval.json'], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);
const { examplesOf, leastSupport } = await import('./answer-examples.mjs');

const folds = 5;
/** Taken off the log odds: as many answerable questions are kept as before, and more of the others are left unanswered. */
const caution = 0.1;
/** The log odds from which on a question is answered, by the model alone. */
const leastOdds = Math.log(leastSupport / (1 - leastSupport));

const examples = examplesOf(process.argv[2] ?? join(root, '..', 'shared', 'eval'), folds);
report(Array.from({ length: folds }, (_, fold) => judgedIn(fold)));
ship(train(examples));

/** The examples of a fold, judged by what is trained on all others. */
function judgedIn(fold) {
  const model = train(examples.filter((example) => example.fold !== fold));
  return examples
    .filter((example) => example.fold === fold)
    .map((example) => ({
      kind: example.kind,
      answerable: example.answerable,
      odds: oddsOf(example, model),
      right: isRight(example, model.order),
      holds: inOrder(example, model.order).map(({ holds }) => holds),
    }));
}

function report(byFold) {
  for (const kind of ['paragraph', 'library', 'week']) {
    const parts = byFold.map((judged) => judged.filter((entry) => entry.kind === kind));
    const all = parts.flat();
    const answerable = all.filter((entry) => entry.answerable);
    const half = all.toSorted((one, other) => other.odds - one.odds).slice(0, Math.floor(all.length / 2));
    const left = all.filter(({ odds }) => odds - caution < leastOdds);
    const unanswerable = all.filter((entry) => !entry.answerable);
    const both = left.filter((entry) => !entry.answerable).length;
    const share = (entries, test) => (entries.filter(test).length / entries.length).toFixed(3);
    console.log(
      [
        `${kind}, not trained on: area under the curve ${areaUnder(all).toFixed(3)}`,
        `by fold ${parts.map((part) => areaUnder(part).toFixed(3)).join(' ')}`,
        `first right ${share(answerable, ({ holds }) => holds[0])}`,
        `in three ${share(answerable, ({ holds }) => holds.slice(0, 3).includes(true))}`,
        `left unanswered F1 ${((2 * both) / (left.length + unanswerable.length)).toFixed(3)}`,
        `answerable kept ${share(answerable, (entry) => !left.includes(entry))}`,
        `right at half answered ${share(half, ({ holds }) => holds[0])}`,
      ].join(' | '),
    );
  }
}

/** The chance that one that is right has higher odds than one that is not. */
function areaUnder(judged) {
  const wrong = judged.filter(({ right }) => !right);
  const right = judged.filter((entry) => entry.right);
  const above = right.reduce((sum, { odds }) => sum + wrong.filter((other) => odds > other.odds).length, 0);
  return above / (right.length * wrong.length);
}

function ship({ order, answer, bias, columns, forest }) {
  const model = {
    bias: Number((bias - caution).toPrecision(3)),
    weights: rounded(answer),
    order: rounded(order),
    treeFeatures: columns,
    trees: forestText(forest).trim().split('\n'),
  };
  const features = [...new Set([...answer.keys(), ...order.keys(), ...columns])];
  shipModel('answers', { file: 'answers.json', text: `${JSON.stringify(model, undefined, 1)}\n`, features });
  console.log(`${answer.size} and ${order.size} weights and ${forest.length} trees written to models/`);
}

function rounded(weights) {
  return Object.fromEntries([...weights].map(([name, weight]) => [name, Number(weight.toPrecision(3))]));
}
