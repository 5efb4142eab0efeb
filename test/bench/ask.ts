import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import flexsearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { z } from 'zod';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import { answerQuestion } from '../../src/core/answers/answer-question.ts';
import { indexOf } from '../../src/core/answers/sentence-index.ts';
import type { StoredArticle } from '../../src/core/stories/article-store.ts';
import { buildLibrary } from '../../src/core/stories/build-library.ts';
import type { Library } from '../../src/core/stories/library.ts';
import { benchStory, folderPlace, manyArticles, silentLog } from './support/many-articles.ts';

setFlagsFromString('--expose-gc');
const collect = z.function({ input: [], output: z.unknown() }).implement(runInNewContext('gc'));

interface Measured {
  readonly name: string;
  readonly articles: number;
  readonly buildMs: number;
  readonly megabytes: number;
  readonly median: number;
  readonly p99: number;
}

/** Reading 10,000 articles takes minutes, so only a run that asks for them (`--sizes 1000,10000`) has them. */
const sizes = z
  .string()
  .transform((given) => given.split(',').map(Number))
  .pipe(z.array(z.int().positive()))
  .parse(argument('--sizes') ?? '1000');

const given = await manyArticles();
const rows: Measured[] = [];

/** Builds something, and asks it all questions; memory is what building leaves behind after a collection. */
function measure<Built>(
  name: string,
  articles: number,
  build: () => Built,
  ask: (built: Built, question: string) => unknown,
): void {
  const before = heldMegabytes();
  const started = performance.now();
  const built = build();
  const buildMs = performance.now() - started;
  const megabytes = heldMegabytes() - before;
  for (const question of given.questions.slice(0, 20)) ask(built, question);
  const took = given.questions
    .map((question) => {
      const asked = performance.now();
      ask(built, question);
      return performance.now() - asked;
    })
    .toSorted((one, other) => one - other);
  const at = (share: number): number => took[Math.floor(took.length * share)] ?? 0;
  rows.push({ name, articles, buildMs, megabytes, median: at(0.5), p99: at(0.99) });
  console.log(rowText(rows.at(-1)));
}

function heldMegabytes(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}

function rowText(row: Measured | undefined): string {
  if (row === undefined) return '';
  return [
    row.name.padEnd(12),
    String(row.articles).padStart(8),
    `${(row.buildMs / 1_000).toFixed(2)} s`.padStart(10),
    `${row.megabytes.toFixed(0)} MB`.padStart(9),
    `${row.median.toFixed(2)} ms`.padStart(11),
    `${row.p99.toFixed(2)} ms`.padStart(11),
  ].join('');
}

function measureOwn(library: Library): void {
  measure(
    'communique',
    library.articles.length,
    () => indexOf(library),
    (_, question) => answerQuestion(question, library),
  );
}

function measureOthers(library: Library): void {
  const sentences = library.articles
    .flatMap((held) => held.sentences.filter(({ kind }) => kind === 'body'))
    .map(({ text }, id) => ({ id, text }));
  measure(
    'minisearch',
    library.articles.length,
    () => {
      const search = new MiniSearch({ fields: ['text'] });
      search.addAll(sentences);
      return search;
    },
    (search, question) => search.search(question).slice(0, 10),
  );
  measure(
    'flexsearch',
    library.articles.length,
    () => {
      const search = new flexsearch.Index({ tokenize: 'strict' });
      for (const { id, text } of sentences) search.add(id, text);
      return search;
    },
    (search, question) => search.search(question, { limit: 10, suggest: true }),
  );
}

/** From a store in a folder to the first answer, in a process of its own. */
async function opening(stored: readonly StoredArticle[]): Promise<string> {
  const folder = join(tmpdir(), `communique-bench-${process.pid}`);
  try {
    const database = await openDatabase(folderPlace(folder), silentLog);
    for (const entry of stored) await articleStore(database).save({ ...entry, stories: [benchStory.key] });
    await database.close();
    const program = fileURLToPath(new URL('support/opening.js', import.meta.url));
    return execFileSync(process.execPath, [program, folder, given.questions[0] ?? ''], { encoding: 'utf8' }).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What follows an option on the command line. */
function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** A bar for each measure, as long as its logarithm. */
function plot(unit: string, of: (row: Measured) => number): string[] {
  return rows.map((row) => {
    const bar = '#'.repeat(Math.max(1, Math.round(12 * Math.log10(1 + 10 * of(row)))));
    return `${row.name.padEnd(12)}${String(row.articles).padStart(8)} ${bar} ${of(row).toFixed(2)} ${unit}`;
  });
}

console.log(`${given.questions.length} questions; articles of some 600 words from ${given.from}`);
const head = 'engine      articles     index   memory     median        p99';
console.log(head);
const started: string[] = [];
for (const size of sizes) {
  const stored = given.make(size, 'read');
  const library = buildLibrary(benchStory, stored);
  measureOwn(library);
  if (process.argv.includes('--others')) measureOthers(library);
  started.push(await opening(stored));
  console.log(started.at(-1));
}
// Reading so many would take an hour's fourth and shows nothing of asking: they are held as sentences only.
if (process.argv.includes('--full')) measureOwn(buildLibrary(benchStory, given.make(100_000, 'unread')));

const page = [
  'Speed and memory of asking',
  '',
  head,
  ...rows.map(rowText),
  '',
  ...started,
  '',
  'Median of an answer (bars grow with the logarithm)',
  ...plot('ms', ({ median }) => median),
  '',
  'Memory that the index adds',
  ...plot('MB', ({ megabytes }) => megabytes),
  '',
  'Time to build the index',
  ...plot('s', ({ buildMs }) => buildMs / 1_000),
];
mkdirSync('eval-results', { recursive: true });
writeFileSync('eval-results/bench-ask.txt', `${page.join('\n')}\n`);
console.log('page: eval-results/bench-ask.txt');
