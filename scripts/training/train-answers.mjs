// Trains the model that judges whether a sentence answers a question: node scripts/training/train-answers.mjs [FOLDER]
// FOLDER holds the question sets (../shared/eval): squad2-dev and realtimeqa. The weights are of features that name no word.
// It first trains on either half (by paragraph, and by question of the week), choosing features anew, and prints how the other
// half fares; then on all, and writes the weights. The same input gives the same file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { makeInstalled, root } from '../ready.mjs';

const folder = process.argv[2] ?? join(root, '..', 'shared', 'eval');
makeInstalled();
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
if (spawnSync(process.execPath, [tsc, '-p', 'tsconfig.eval.json'], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);
const module = (path) => import(pathToFileURL(join(root, 'dist-eval', path)).href);
const { libraryOf } = await module('test/eval/support/library-of.js');
const { indexOf } = await module('src/core/answers/sentence-index.js');
const { queryFor } = await module('src/core/answers/query.js');
const { readQuestion } = await module('src/core/answers/read-question.js');
const { lookClosely } = await module('src/core/answers/look-closely.js');
const { modelFeatures } = await module('src/core/answers/answer-model.js');

const settings = { rounds: 200, rate: 0.1, ridge: 100, fewest: 40, steps: [100, 60] };
/** Taken off the log odds: as many answerable questions are kept as before, and more of the others are left unanswered. */
const caution = 0.2;
/** How much an example of each kind counts: few questions of the week stand for many. */
const worth = { paragraph: 1, library: 0.7, elsewhere: 0.7, week: 2 };

const examples = [...paragraphExamples(), ...weekExamples()];
for (const half of [0, 1]) {
  const model = train(examples.filter((example) => example.half !== half));
  const others = examples.filter((example) => example.half === half);
  const shown = ['paragraph', 'library', 'week'].map((kind) => {
    const set = others.filter((example) => example.kind === kind);
    return `${kind} ${areaUnder(set, model).toFixed(3)}`;
  });
  console.log(`area under the curve on half ${half}, which was not trained on: ${shown.join(', ')}`);
}
ship(train(examples));

function rowsOf(set) {
  return readdirSync(join(folder, set))
    .filter((name) => /\.jsonl(?:\.gz)?$/.test(name))
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, set, name));
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n');
    })
    .map((line) => JSON.parse(line));
}

/** Each question put to its paragraph; half of them also to all paragraphs on its subject, the rest to all others. */
function paragraphExamples() {
  const rows = rowsOf('squad2-dev');
  const articleOf = ({ title, context }) => ({ title: title.replaceAll('_', ' '), text: context });
  return rows.flatMap((row) => {
    const half = halfOf(row.context);
    const subject = rows.filter(({ title }) => title === row.title);
    const own = libraryOf([articleOf(row)]);
    const all = libraryOf(subject.map(articleOf));
    const rest = libraryOf(subject.filter((other) => other !== row).map(articleOf));
    return row.qas.flatMap(({ question, answers, impossible }, at) => {
      const holds = (text) => row.context.includes(text) && contains(text, answers);
      return [
        ...exampleOf({ kind: 'paragraph', half, question, library: own, right: () => !impossible }),
        ...(at % 2 === 0
          ? exampleOf({
              kind: 'library',
              half,
              question,
              library: all,
              right: (first) => !impossible && first.some(holds),
            })
          : []),
        ...(at % 2 === 1 && !impossible && subject.length > 3
          ? exampleOf({ kind: 'elsewhere', half, question, library: rest, right: () => false })
          : []),
      ];
    });
  });
}

function weekExamples() {
  return rowsOf('realtimeqa').flatMap(({ question, answers, docs, answer_in_docs }) => {
    const articles = (docs ?? []).flatMap(({ title, text }) => (text ? [{ title: title ?? '', text }] : []));
    if (articles.length === 0) return [];
    const right = (first) => answer_in_docs === true && first.some((text) => contains(text, answers));
    return exampleOf({ kind: 'week', half: halfOf(question), question, library: libraryOf(articles), right });
  });
}

function contains(text, answers) {
  return answers.some((answer) => text.toLowerCase().includes(answer.toLowerCase()));
}

function halfOf(text) {
  return createHash('sha1').update(text).digest()[0] % 2;
}

/** The features of the sentence that comes first; `right` is asked of the first three. */
function exampleOf({ kind, half, question, library, right }) {
  const index = indexOf(library);
  const query = queryFor(readQuestion(question), library, index);
  const weighed = lookClosely(query, index);
  if (weighed.length === 0) return [];
  const first = weighed.slice(0, 3).map(({ found }) => found.at.sentence.text);
  return [{ kind, half, features: modelFeatures(weighed[0], { weighed, query, index }), right: right(first) }];
}

/** Trains on all features, keeps the strongest, and trains on those alone. */
function train(set) {
  const uses = new Map();
  for (const { features } of set)
    for (const [name, value] of Object.entries(features)) if (value !== 0) uses.set(name, (uses.get(name) ?? 0) + 1);
  let names = [...uses].flatMap(([name, count]) => (count >= settings.fewest ? [name] : [])).toSorted(byText);
  let model = regress(set, names);
  for (const kept of settings.steps) {
    const strength = new Map(names.map((name, at) => [name, Math.abs(model.strengths[at])]));
    names = names
      .toSorted((one, other) => strength.get(other) - strength.get(one))
      .slice(0, kept)
      .toSorted(byText);
    model = regress(set, names);
  }
  return model;
}

/** Logistic regression with a ridge penalty on standardised features, by Adam (Kingma and Ba, 2015) over all examples. */
function regress(set, names) {
  const rows = set.map(({ features }) => names.map((name) => features[name] ?? 0));
  const means = names.map((_, at) => rows.reduce((sum, row) => sum + row[at], 0) / rows.length);
  const spreads = names.map(
    (_, at) => Math.sqrt(rows.reduce((sum, row) => sum + (row[at] - means[at]) ** 2, 0) / rows.length) || 1,
  );
  const columns = rows.map((row) =>
    Float64Array.from([...row.map((value, at) => (value - means[at]) / spreads[at]), 1]),
  );
  const size = names.length + 1;
  const [weights, first, second] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let round = 1; round <= settings.rounds; round += 1) {
    const gradient = new Float64Array(size);
    for (const [at, column] of columns.entries()) {
      const score = column.reduce((sum, value, place) => sum + value * weights[place], 0);
      const error = (Number(set[at].right) - 1 / (1 + Math.exp(-score))) * worth[set[at].kind];
      for (let place = 0; place < size; place += 1) gradient[place] += error * column[place];
    }
    for (let place = 0; place < size; place += 1) {
      const slope = (gradient[place] - (place < names.length ? settings.ridge * weights[place] : 0)) / set.length;
      first[place] = 0.9 * first[place] + 0.1 * slope;
      second[place] = 0.999 * second[place] + 0.001 * slope ** 2;
      const pace = (settings.rate * Math.sqrt(1 - 0.999 ** round)) / (1 - 0.9 ** round);
      weights[place] += (pace * first[place]) / (Math.sqrt(second[place]) + 1e-8);
    }
  }
  const raw = names.map((_, at) => weights[at] / spreads[at]);
  const bias = weights[names.length] - raw.reduce((sum, weight, at) => sum + weight * means[at], 0);
  return { bias, weights: new Map(names.map((name, at) => [name, raw[at]])), strengths: weights };
}

function byText(one, other) {
  return one < other ? -1 : 1;
}

function scoreOf({ bias, weights }, { features }) {
  return Object.entries(features).reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), bias);
}

function areaUnder(set, model) {
  const scores = (right) => set.filter((example) => example.right === right).map((example) => scoreOf(model, example));
  const wrong = scores(false);
  const right = scores(true);
  const above = right.reduce((sum, one) => sum + wrong.filter((other) => one > other).length, 0);
  return above / (right.length * wrong.length);
}

function ship({ bias, weights }) {
  const shown = [...weights].map(([name, weight]) => `${name}=${weight.toPrecision(3)}`);
  const file = join(root, 'src', 'core', 'answers', 'answer-weights.ts');
  writeFileSync(
    file,
    `/** Written by scripts/training/train-answers.mjs: what each feature of a sentence adds to the log odds that it answers. */
export const answerWeights: ReadonlyMap<string, number> = new Map(
  \`
${shown.join('\n')}
\`
    .trim()
    .split('\\n')
    .map((entry): [string, number] => {
      const at = entry.lastIndexOf('=');
      return [entry.slice(0, at), Number(entry.slice(at + 1))];
    }),
);

/** The log odds of a sentence without features, less what the script takes off for caution. */
export const answerBias = ${(bias - caution).toPrecision(3)};
`,
  );
  spawnSync('npx', ['oxfmt', file], { cwd: root });
  console.log(`${shown.length} weights written to ${file}`);
}
