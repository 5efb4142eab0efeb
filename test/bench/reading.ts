import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import nlp from 'compromise';
import { z } from 'zod';
import { packedReading, unpackedReading } from '../../src/adapters/postgres/kept-reading.ts';
import type { Article } from '../../src/core/articles/article.ts';
import { splitSentences } from '../../src/core/articles/sentences.ts';
import { castOf } from '../../src/core/reading/cast.ts';
import { readArticle } from '../../src/core/reading/read-article.ts';
import type { Reading } from '../../src/core/reading/reading.ts';
import type { StoredArticle } from '../../src/core/stories/article-store.ts';
import { buildLibrary } from '../../src/core/stories/build-library.ts';
import { benchStory, manyArticles } from './support/many-articles.ts';

setFlagsFromString('--expose-gc');
const collect = z.function({ input: [], output: z.unknown() }).implement(runInNewContext('gc'));

const rounds = 5;
const given = await manyArticles();

function read(one: Article): Reading {
  return readArticle(one, splitSentences(one.id, one.text));
}

/** What any reading has to do at least: cut the text into sentences and words, with the runtime's own segmenter. */
function cut(one: Article): number {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  const words = new Intl.Segmenter('en', { granularity: 'word' });
  let count = 0;
  for (const { segment } of sentences.segment(one.text)) count += [...words.segment(segment)].length;
  return count;
}

/** A bare pass of an NLP library: its sentences with each word's part of speech, from which names are still to be made. */
function tagged(one: Article): number {
  return nlp(one.text).length;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

function perSecond(articles: readonly Article[], work: (one: Article) => unknown): number {
  // Time of the processor, not of the clock: what others do on the machine counts for nothing.
  const started = process.cpuUsage();
  for (const one of articles) work(one);
  return articles.length / (processorMs(started) / 1_000);
}

function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

const works = [
  { name: 'whole of reading', work: read },
  { name: 'bare pass of compromise', work: tagged },
  { name: 'bare cutting into words', work: cut },
] as const;

function measureSpeed(): void {
  const few = Array.from({ length: 60 }, (_, number) => given.article(number));
  for (const { work } of works) few.slice(0, 50).forEach(work);
  const speeds = new Map<string, number[]>(works.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const { name, work } of works) speeds.get(name)?.push(perSecond(few, work));
  const own = median(speeds.get('whole of reading') ?? []);
  console.log(`articles of 600 words from ${given.from}; processor time, median of ${rounds} rounds of ${few.length}`);
  for (const [name, taken] of speeds) {
    const share = `reading takes ${(median(taken) / own).toFixed(1)} times as long`;
    console.log(`  ${name.padEnd(24)} ${median(taken).toFixed(0).padStart(6)} articles/s   (${share})`);
  }
}

/** An article as the store gives it: its reading in the form in which it is kept, until somebody asks for it. */
function asKept(article: Article): StoredArticle {
  const reading = read(article);
  const kept = packedReading(reading);
  return {
    article,
    cast: castOf(reading),
    get reading(): Reading {
      return unpackedReading(kept) ?? read(article);
    },
  };
}

function measureGrowth(size: number): void {
  collect();
  const before = heldMegabytes();
  const started = process.cpuUsage();
  const stored = Array.from({ length: size }, (_, number) => asKept(given.article(number)));
  const readMs = processorMs(started);
  const builtAt = process.cpuUsage();
  const library = buildLibrary(benchStory, stored);
  const buildMs = processorMs(builtAt);
  collect();
  const megabytes = heldMegabytes() - before;
  console.log(
    `  ${String(size).padStart(7)} articles: read ${(readMs / size).toFixed(2)} ms each, library ${(buildMs / size).toFixed(2)} ms each, ${megabytes.toFixed(0)} MB kept (${((megabytes * 1_000) / size).toFixed(1)} kB each), ${library.actors.length} actors`,
  );
}

function heldMegabytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}

const asked = process.argv[process.argv.indexOf('--sizes') + 1];
const sizes = z
  .array(z.coerce.number().int().positive())
  .parse(
    process.argv.includes('--sizes')
      ? (asked ?? '').split(',')
      : process.argv.includes('--full')
        ? [1_000, 10_000, 100_000]
        : [1_000, 10_000],
  );
measureSpeed();
console.log('growth: reading, then the library over all articles (--sizes 1000,10000 for others, --full for 100,000)');
for (const size of sizes) measureGrowth(size);
