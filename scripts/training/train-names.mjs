// Trains the name tagger anew: node scripts/training/train-names.mjs CORPORA [--measure]. docs/names.md says what CORPORA holds.
// With --measure it trains on part of the corpora, prints how well the rest is tagged, and writes nothing.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeInstalled, root } from '../ready.mjs';
import { readCorpora } from './corpora.mjs';
import { shipModel } from './ship-model.mjs';

const [folder, option] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Name the folder that holds the corpora: docs/names.md says what lies there.');
makeInstalled();
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const built = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.eval.json'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const module = (path) => import(pathToFileURL(join(root, 'dist-eval', 'src', 'core', path)).href);
const { splitSentences } = await module('articles/sentences.js');
const { tokenise } = await module('reading/tokens.js');
const { isRoleNoun } = await module('reading/find-roles.js');
const { honorifics, shortTitles } = await module('reading/english/titles.js');
const { demonyms } = await module('reading/english/places.js');
const { seeWords } = await module('reading/tagger/tagged-token.js');
const { canBeNamed, featuresOf, tagFeatures } = await module('reading/tagger/features.js');
const { bestTag, scores, tags, tagWords } = await module('reading/tagger/tag-names.js');

const epochs = 8;
/** How often a word is hidden in training, so that its surroundings are learned too. */
const hidden = 0.2;
/** Weights are whole numbers of this part; features whose weights all stay below `weakest` of them are dropped. */
const grain = 0.1;
const weakest = 12;
const firstTag = { PER: 1, ORG: 3, LOC: 5 };

const corpora = readCorpora(folder).map(({ name, documents }) => ({ name, documents: documents.map(prepared) }));
if (option === '--measure') measure();
else ship(train(corpora.flatMap(({ documents }) => documents)));

/** The words of a document as the tagger sees them, with the tags that the corpus gives them. */
function prepared({ text, spans }) {
  const sentences = splitSentences('training', text).map((sentence) => tokenise(sentence.text, sentence.start));
  const gold = sentences.map((tokens) => tokens.map(() => 0));
  for (const { start, end, kind } of spans) {
    const inside = sentences.flatMap((tokens, at) =>
      tokens.flatMap((token, index) =>
        token.start >= start && token.start < end && token.end <= end + 1 ? [{ at, index, word: token.word }] : [],
      ),
    );
    for (const [place, { at, index }] of withoutTitle(inside, kind).entries())
      gold[at][index] = firstTag[kind] + Math.min(place, 1);
  }
  return seeWords(sentences).map((words, at) => ({ words, gold: gold[at] }));
}

/** Corpora differ in whether "President" belongs to the name; here it never does. */
function withoutTitle(inside, kind) {
  const isTitle = ({ word }) => honorifics.has(word) || shortTitles.has(word) || isRoleNoun(word);
  if (kind !== 'PER') return inside[0]?.word.toLowerCase() === 'the' ? inside.slice(1) : inside;
  const name = inside.slice(inside.findLastIndex((word, index) => index < inside.length - 1 && isTitle(word)) + 1);
  return name.length === 1 && (isTitle(name[0]) || demonyms.has(name[0].word)) ? [] : name;
}

/** An averaged perceptron, after Collins, "Discriminative training methods for hidden Markov models", 2002. */
function train(documents) {
  const chance = seeded(7);
  const rows = new Map();
  let step = 0;
  const sentences = documents.flat();
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { words, gold } of shuffled(sentences, chance)) {
      const given = [];
      for (const index of words.keys()) {
        if (!canBeNamed(words, index)) {
          given.push(0);
          continue;
        }
        step += 1;
        const all = [...featuresOf(words, index), ...tagFeatures(words, index, given)];
        const features = chance() < hidden ? all.filter((feature) => !/^(?:w|z|q|y|tw|rz)=/.test(feature)) : all;
        const { tag: guess } = bestTag(scores(features, rows), { word: words[index], previous: given.at(-1) ?? 0 });
        if (guess !== gold[index]) learn(rows, { features, right: gold[index], wrong: guess, step });
        given.push(chance() < 0.9 ? guess : gold[index]);
      }
    }
  }
  return averaged(rows, step);
}

function learn(rows, { features, right, wrong, step }) {
  for (const feature of features) {
    const row =
      rows.get(feature) ??
      Object.assign(
        tags.map(() => 0),
        { sums: tags.map(() => 0), since: step },
      );
    for (const tag of tags.keys()) row.sums[tag] += row[tag] * (step - row.since);
    row.since = step;
    row[right] += 1;
    row[wrong] -= 1;
    rows.set(feature, row);
  }
}

function averaged(rows, step) {
  const weights = new Map();
  for (const [feature, row] of rows) {
    const whole = tags.map((_, tag) => Math.round((row.sums[tag] + row[tag] * (step - row.since)) / step / grain));
    if (whole.some((weight) => Math.abs(weight) >= weakest)) weights.set(feature, whole);
  }
  return weights;
}

function seeded(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled(items, chance) {
  const mixed = [...items];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = Math.floor(chance() * (index + 1));
    [mixed[index], mixed[other]] = [mixed[other], mixed[index]];
  }
  return mixed;
}

/** Every third document of each corpus is kept back and tagged. */
function measure() {
  const parts = (kept) =>
    corpora.map(({ name, documents }) => ({
      name,
      documents: documents.filter((_, index) => (index % 3 === 0) === kept),
    }));
  const weights = train(parts(false).flatMap(({ documents }) => documents));
  for (const { name, documents } of parts(true)) {
    const lines = ['PER', 'ORG', 'LOC'].map((kind) => {
      const counts = { right: 0, given: 0, gold: 0 };
      for (const { words, gold } of documents.flat()) {
        const wanted = namesIn(gold, firstTag[kind]);
        const found = namesIn(
          tagWords(words, weights).map(({ tag }) => tag),
          firstTag[kind],
        );
        counts.gold += wanted.length;
        counts.given += found.length;
        counts.right += found.filter((name) => wanted.includes(name)).length;
      }
      const { right, given, gold } = counts;
      return `${kind} P ${(right / given).toFixed(3)} R ${(right / gold).toFixed(3)} F1 ${((2 * right) / (given + gold)).toFixed(3)} of ${gold}`;
    });
    console.log(name.padEnd(14), lines.join('   '));
  }
}

function namesIn(given, first) {
  const names = [];
  for (const [index, tag] of given.entries()) {
    if (tag === first) names.push(`${index}`);
    else if (tag === first + 1 && names.length > 0) names[names.length - 1] += ` ${index}`;
  }
  return names;
}

function ship(weights) {
  const lines = [...weights]
    .map(
      ([feature, row]) =>
        `${feature}\t${row.flatMap((weight, tag) => (weight === 0 ? [] : [`${'abcdefg'[tag]}${weight}`])).join('')}`,
    )
    .toSorted();
  const features = [...new Set(lines.map((line) => /^[^=\t]+/.exec(line)?.[0] ?? line))];
  shipModel('names', { file: 'english-names.txt', text: lines.join('\n'), features });
  console.log(`${lines.length} features written to models/`);
}
