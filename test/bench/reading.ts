import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { readSources } from '../../src/adapters/files/read-sources.ts';
import { splitSentences } from '../../src/core/articles/sentences.ts';
import { articleId } from '../../src/core/ids/ids.ts';
import { readArticle } from '../../src/core/reading/read-article.ts';
import { storyKeySchema } from '../../src/core/ids/ids.ts';
import { buildLibrary } from '../../src/core/stories/build-library.ts';

setFlagsFromString('--expose-gc');
const collect = z.function({ input: [], output: z.unknown() }).implement(runInNewContext('gc'));

const wordsEach = 600;
const rounds = 5;

/** The sentences of the shipped samples: articles of any number are put together from them, each with its own people. */
const sentences: string[] = [];
for await (const result of readSources(['config/samples'], {})) {
  if ('error' in result) throw result.error;
  sentences.push(...splitSentences(articleId('', result.draft.text), result.draft.text).map(({ text }) => text));
}
const surnames = [
  'Bruun',
  'Hallmann',
  'Quaroni',
  'Seidel',
  'Okonjo',
  'Tallis',
  'Meulen',
  'Brandt',
  'Wardell',
  'Lindqvist',
];

function article(number: number) {
  const lines: string[] = [];
  for (let index = number * 7, words = 0; words < wordsEach; index += 1 + (number % 5)) {
    const sentence = sentences[index % sentences.length] ?? '';
    lines.push(
      sentence,
      `Minister Ada ${surnames[(number + index) % surnames.length] ?? ''} said on Monday that plan ${number} of ${index} would hold.`,
    );
    words += sentence.split(' ').length + 13;
  }
  const text = lines.join('\n');
  const id = articleId(`bench ${number}`, text);
  return {
    id,
    text,
    title: `Article ${number}`,
    publisher: `Paper ${number % 50}`,
    added: '2025-02-18T08:00:00.000Z',
    published: '2025-02-18T08:00:00.000Z',
    language: 'en',
    sample: false,
  };
}

type BenchArticle = ReturnType<typeof article>;

function read(one: BenchArticle) {
  return readArticle(one, splitSentences(one.id, one.text));
}

/** What any reading has to do at least: cut the text into sentences and words, with the runtime's own segmenter. */
function bare(one: BenchArticle): number {
  const cut = new Intl.Segmenter('en', { granularity: 'sentence' });
  const words = new Intl.Segmenter('en', { granularity: 'word' });
  let count = 0;
  for (const { segment } of cut.segment(one.text)) count += [...words.segment(segment)].length;
  return count;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

function perSecond(articles: readonly BenchArticle[], work: (one: BenchArticle) => unknown): number {
  // Time of the processor, not of the clock: what others do on the machine counts for nothing.
  const started = process.cpuUsage();
  for (const one of articles) work(one);
  return articles.length / (processorMs(started) / 1_000);
}

function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

const few = Array.from({ length: 60 }, (_, number) => article(number));
for (const one of few.slice(0, 50)) read(one);
const speeds = { reading: [] as number[], bare: [] as number[] };
for (let round = 0; round < rounds; round += 1) {
  speeds.reading.push(perSecond(few, read));
  speeds.bare.push(perSecond(few, bare));
}
const [reading, plain] = [median(speeds.reading), median(speeds.bare)];
console.log(`articles of ${wordsEach} words, processor time, median of ${rounds} rounds of ${few.length}`);
console.log(`  whole of reading          ${reading.toFixed(0)} articles/s`);
console.log(
  `  bare cutting into words   ${plain.toFixed(0)} articles/s   (reading takes ${(plain / reading).toFixed(1)} times as long)`,
);

const story = {
  key: storyKeySchema.parse('bench'),
  title: 'Bench',
  since: '2025-01-01',
  language: 'en',
  timeZone: 'UTC',
  about: [],
  sources: [],
  topics: [],
  spellings: [],
};
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
console.log('growth: reading, then the library over all articles (--sizes 1000,10000 for others, --full for 100,000)');
for (const size of sizes) {
  collect();
  const before = process.memoryUsage().heapUsed;
  const started = process.cpuUsage();
  const stored = Array.from({ length: size }, (_, number) => {
    const one = article(number);
    return { article: one, reading: read(one) };
  });
  const readMs = processorMs(started);
  const builtAt = process.cpuUsage();
  const library = buildLibrary(story, stored);
  const buildMs = processorMs(builtAt);
  collect();
  const megabytes = (process.memoryUsage().heapUsed - before) / 1_000_000;
  console.log(
    `  ${String(size).padStart(7)} articles: read ${(readMs / size).toFixed(2)} ms each, library ${(buildMs / size).toFixed(2)} ms each, ${megabytes.toFixed(0)} MB kept, ${library.actors.length} actors`,
  );
}
