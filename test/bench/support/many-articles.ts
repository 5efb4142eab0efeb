import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../../src/core/articles/article.ts';
import { factsOf, packedFactsOf } from '../../../src/core/articles/text-facts.ts';
import { articleId, storyKeySchema } from '../../../src/core/ids/ids.ts';
import type { DatabasePlace } from '../../../src/adapters/postgres/open-database.ts';
import type { Log } from '../../../src/core/log/log.ts';
import { readSources } from '../../../src/adapters/files/read-sources.ts';
import { readArticle } from '../../../src/core/reading/read-article.ts';
import type { StoredArticle } from '../../../src/core/stories/article-store.ts';
import type { Story } from '../../../src/core/stories/story.ts';
import { rowsOf, setFolder } from '../../eval/support/rows.ts';

/** Articles of any number and questions about them, put together from real news where the folder of the sets is there. */
export interface ManyArticles {
  readonly from: string;
  readonly questions: readonly string[];
  /** The article of a number from 0. */
  article(number: number): Article;
  /** The first `count` articles; without `read` nobody has read them: sentences only. */
  make(count: number, reading: 'read' | 'unread'): StoredArticle[];
}

const wordsEach = 600;
const corpusRow = z.object({ title: z.string(), source: z.string(), published_at: z.string(), text: z.string() });
const questionRow = z.object({ query: z.string() });

export const benchStory: Story = {
  key: storyKeySchema.parse('bench'),
  title: 'Bench',
  since: '2020-01-01',
  language: 'en',
  timeZone: 'UTC',
  about: [],
  sources: [],
  topics: [],
  spellings: [],
};

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLog,
};

/** A store in a folder. */
export function folderPlace(folder: string): DatabasePlace {
  return { kind: 'folder', folder, template: join(folder, 'template.tar.gz') };
}

interface Part {
  readonly title: string;
  readonly publisher: string;
  readonly day: string;
  readonly text: string;
}

export async function manyArticles(): Promise<ManyArticles> {
  const corpus = existsSync(join(setFolder(), 'multihop-rag'));
  const parts = corpus ? corpusParts() : await sampleParts();
  const questions = corpus
    ? rowsOf('multihop-rag', questionRow).map(({ query }) => query)
    : parts.map(({ text }) => `What is known of ${text.split(/\s+/).slice(2, 10).join(' ')}?`);
  return {
    from: corpus ? 'paragraphs of the multihop-rag corpus' : 'lines of the shipped samples',
    questions: questions.slice(0, 300),
    article: (number) => articleOf(parts, number),
    make: (count, reading) => Array.from({ length: count }, (_, number) => stored(articleOf(parts, number), reading)),
  };
}

function corpusParts(): Part[] {
  return rowsOf('multihop-rag', corpusRow, 'corpus').flatMap(({ title, source, published_at, text }) =>
    text
      .split(/\n+/)
      .filter((line) => line.split(' ').length > 8)
      .map((line) => ({ title, publisher: source, day: published_at.slice(0, 10), text: line })),
  );
}

async function sampleParts(): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const result of readSources(['config/samples'], {})) {
    if ('error' in result) throw result.error;
    const { title = '', publisher = 'A Paper', text } = result.draft;
    for (const line of text.split('\n').filter((one) => one.split(' ').length > 8))
      parts.push({ title, publisher, day: '2025-02-18', text: line });
  }
  return parts;
}

/** Paragraphs drawn by a fixed rule, so that every run has the same articles. */
function articleOf(parts: readonly Part[], number: number): Article {
  const lines: string[] = [];
  const [first] = [parts[(number * 13) % parts.length]];
  let words = 0;
  for (let drawn = Math.imul(number + 1, 0x9e_37_79_b1); words < wordsEach;) {
    drawn = Math.imul(drawn ^ (drawn >>> 15), 0x2c_1b_3c_6d) + 0x3c_6e_f3_72;
    const line = parts[(drawn >>> 0) % parts.length]?.text ?? '';
    lines.push(line);
    words += line.split(' ').length;
  }
  const text = lines.join('\n');
  const id = articleId(`bench ${number}`, text);
  return {
    id,
    text,
    title: `${first?.title ?? ''} ${number}`,
    publisher: first?.publisher ?? 'A Paper',
    added: '2025-02-18T08:00:00.000Z',
    published: `${first?.day ?? '2025-02-18'}T08:00:00.000Z`,
    language: 'en',
    sample: false,
  };
}

function stored(article: Article, reading: 'read' | 'unread'): StoredArticle {
  return reading === 'read'
    ? { article, facts: packedFactsOf(article), reading: readArticle(article, factsOf(article).sentences) }
    : { article, reading: { article: article.id, rules: 0, actors: [], statements: [], dated: [] } };
}
