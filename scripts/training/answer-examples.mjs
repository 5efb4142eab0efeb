// The examples that train-answers.mjs trains on: questions put to paragraphs and articles, with the sentences that fit best.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { root } from '../ready.mjs';

const module = (path) => import(pathToFileURL(join(root, 'dist-eval', path)).href);
const { libraryOf } = await module('test/eval/support/library-of.js');
const { indexOf } = await module('src/core/answers/sentence-index.js');
const { queryFor } = await module('src/core/answers/query.js');
const { readQuestion } = await module('src/core/answers/read-question.js');
const { byFit } = await module('src/core/answers/look-closely.js');
const { leastSupport, modelFeatures, ordered, trainedShare } = await module('src/core/answers/answer-model.js');

export { leastSupport };

/**
 * All examples of a folder of question sets. Each has its `kind`, `fold` (0 to `folds` - 1), how much of its judgement is trained
 * (`trainedShare`), whether it is `answerable`, and the `sentences` that fit best: `features` by name and whether each `holds` an accepted answer.
 */
export function examplesOf(folder, folds) {
  return [...paragraphExamples(folder, folds), ...weekExamples(folder, folds)];
}

function rowsOf(folder, set) {
  return readdirSync(join(folder, set))
    .filter((name) => /\.jsonl(?:\.gz)?$/.test(name))
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, set, name));
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n');
    })
    .map((line) => JSON.parse(line));
}

/** Each question put to its paragraph; half of them also to all paragraphs on its subject, the rest to all others. */
function paragraphExamples(folder, folds) {
  const rows = rowsOf(folder, 'squad2-dev');
  const articleOf = ({ title, context }) => ({ title: title.replaceAll('_', ' '), text: context });
  const subjects = new Map(rows.map(({ title }) => [title, rows.filter((other) => other.title === title)]));
  const libraries = new Map([...subjects].map(([title, subject]) => [title, libraryOf(subject.map(articleOf))]));
  return rows.flatMap((row) => {
    const fold = foldOf(row.context, folds);
    const subject = subjects.get(row.title);
    const own = libraryOf([articleOf(row)]);
    const rest = libraryOf(subject.filter((other) => other !== row).map(articleOf));
    return row.qas.flatMap(({ question, answers, impossible }, at) => {
      const asked = { fold, question, answers, answerable: !impossible };
      const holds = (text) => row.context.includes(text) && contains(text, answers);
      const all = { ...asked, kind: 'library', library: libraries.get(row.title), holds };
      const elsewhere = { ...asked, kind: 'elsewhere', library: rest, answerable: false };
      return [
        ...exampleOf({ ...asked, kind: 'paragraph', library: own }),
        ...(at % 2 === 0 ? exampleOf(all) : []),
        ...(at % 2 === 1 && !impossible && subject.length > 3 ? exampleOf(elsewhere) : []),
      ];
    });
  });
}

function weekExamples(folder, folds) {
  return rowsOf(folder, 'realtimeqa').flatMap(({ question, answers, docs, answer_in_docs }) => {
    const articles = (docs ?? []).flatMap(({ title, text }) => (text ? [{ title: title ?? '', text }] : []));
    if (articles.length === 0) return [];
    const answerable = answer_in_docs === true;
    const fold = foldOf(question, folds);
    return exampleOf({ kind: 'week', fold, question, answers, answerable, library: libraryOf(articles) });
  });
}

function contains(text, answers) {
  return answers.some((answer) => text.toLowerCase().includes(answer.toLowerCase()));
}

function foldOf(text, folds) {
  return createHash('sha1').update(text).digest().readUInt32BE(0) % folds;
}

function exampleOf({ kind, fold, question, answers, answerable, library, holds = (text) => contains(text, answers) }) {
  const index = indexOf(library);
  const query = queryFor(readQuestion(question), library, index);
  const weighed = byFit(query, index);
  if (weighed.length === 0) return [];
  const sentences = weighed.slice(0, ordered).map((entry) => ({
    features: modelFeatures(entry, { weighed, query, index }),
    holds: answerable && holds(entry.found.at.sentence.text),
  }));
  return [{ kind, fold, trainedShare: trainedShare(query), answerable, sentences }];
}
