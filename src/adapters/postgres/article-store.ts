import { z } from 'zod';
import type { Article } from '../../core/articles/article.ts';
import type { ArticleStore, StoredArticle } from '../../core/stories/article-store.ts';
import { articleIdSchema } from '../../core/ids/ids.ts';
import { castOf } from '../../core/reading/cast.ts';
import type { Reading } from '../../core/reading/reading.ts';
import type { Database, Queryable } from './database.ts';
import { packedCast, unpackedCast } from './kept-cast.ts';
import { packedReading, unpackedReading } from './kept-reading.ts';

/** The row's `article` column: everything but the text, which has a column of its own. */
const storedSchema = z.object({
  id: articleIdSchema,
  title: z.string(),
  url: z.string().exactOptional(),
  publisher: z.string(),
  published: z.string().exactOptional(),
  modified: z.string().exactOptional(),
  byline: z.string().exactOptional(),
  opinion: z.boolean().exactOptional(),
  added: z.string(),
  language: z.string(),
  sample: z.boolean(),
  silent: z.boolean().exactOptional(),
  supersedes: articleIdSchema.exactOptional(),
});

const articleRow = z.object({ article: storedSchema, text: z.string() });
const readRow = articleRow.extend({ reading: z.string(), actors: z.unknown(), facts: z.unknown() });

const revisionRow = z.object({ number: z.coerce.number() });

const factsSchema = z.object({
  rules: z.int(),
  sentences: z.base64(),
  sample: z.base64(),
  agencies: z.array(z.string()),
});

/** Articles in Postgres. */
export function articleStore(database: Database): ArticleStore {
  return {
    save: (entry) =>
      database.transaction(async (session) => {
        const added = await insertArticle(session, entry.article);
        const joined = await joinStories(session, entry.article.id, entry.stories);
        if (added === 1) await saveReading(session, entry);
        if (added + joined > 0) await nextRevision(session);
        return added === 1 ? 'added' : 'held';
      }),
    saveReading: (reading) =>
      database.transaction(async (session) => {
        await saveReading(session, { reading });
        await nextRevision(session);
      }),
    keepFacts: (kept) => keepFacts(database, kept),
    get: async (id) => {
      const [row] = await database.rows(articleRow, 'SELECT article, text FROM communique.articles WHERE id = $1', [
        id,
      ]);
      return row === undefined ? undefined : toArticle(row);
    },
    findByUrl: async (url) => {
      const newest = 'SELECT article, text FROM communique.articles WHERE url = $1 ORDER BY revision DESC LIMIT 1';
      const [row] = await database.rows(articleRow, newest, [url]);
      return row === undefined ? undefined : toArticle(row);
    },
    inStory: async (story) => {
      const rows = await database.rows(readRow, inStory, [story]);
      return rows.map(toKept);
    },
    revision: async () => {
      const [row] = await database.rows(revisionRow, 'SELECT number FROM communique.revision');
      return row?.number ?? 0;
    },
  };
}

const inStory = `
  SELECT a.article, a.text, r.reading::text AS reading, r.actors, r.facts
  FROM communique.story_articles s
  JOIN communique.articles a ON a.id = s.article
  JOIN communique.readings r ON r.article = a.id
  WHERE s.story = $1
    AND NOT EXISTS (
      SELECT 1 FROM communique.articles later
      WHERE later.supersedes = a.id
        AND NOT EXISTS (SELECT 1 FROM communique.story_articles l WHERE l.story = s.story AND l.article = later.id)
    )
  ORDER BY a.sorted_at, a.revision`;

function insertArticle(session: Queryable, article: Article): Promise<number> {
  const { text, ...rest } = article;
  return session.change(
    `INSERT INTO communique.articles (id, article, text, url, sorted_at, supersedes)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
    [
      article.id,
      JSON.stringify(rest),
      text,
      article.url ?? null,
      article.published ?? article.added,
      article.supersedes ?? null,
    ],
  );
}

async function joinStories(session: Queryable, id: Article['id'], stories: readonly string[]): Promise<number> {
  let joined = 0;
  for (const story of stories) {
    const insert = 'INSERT INTO communique.story_articles (story, article) VALUES ($1, $2) ON CONFLICT DO NOTHING';
    joined += await session.change(insert, [story, id]);
  }
  return joined;
}

async function saveReading(
  session: Queryable,
  { reading, facts }: Pick<StoredArticle, 'reading' | 'facts'>,
): Promise<void> {
  await session.change(
    `INSERT INTO communique.readings (article, rules, reading, actors, facts) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (article) DO UPDATE SET rules = excluded.rules, reading = excluded.reading, actors = excluded.actors`,
    [
      reading.article,
      reading.rules,
      packedReading(reading),
      JSON.stringify(packedCast(castOf(reading))),
      facts === undefined ? null : JSON.stringify(facts),
    ],
  );
}

async function keepFacts(session: Queryable, kept: Parameters<ArticleStore['keepFacts']>[0]): Promise<void> {
  await session.change(
    `UPDATE communique.readings held SET facts = given.facts, actors = given."cast"
     FROM json_to_recordset($1::json) AS given (article text, facts json, "cast" json) WHERE held.article = given.article`,
    [JSON.stringify(kept.map((entry) => ({ ...entry, cast: packedCast(entry.cast) })))],
  );
}

async function nextRevision(session: Queryable): Promise<void> {
  await session.change('UPDATE communique.revision SET number = number + 1');
}

/** A row as it is kept; its reading, which most answers need of few articles, is taken out of its text when it is asked for. */
function toKept(row: z.infer<typeof readRow>): Awaited<ReturnType<ArticleStore['inStory']>>[number] {
  let text: string | undefined = row.reading;
  let reading: Reading | undefined;
  return {
    article: toArticle(row),
    get reading(): Reading | undefined {
      if (text !== undefined) reading = unpackedReading(text);
      text = undefined;
      return reading;
    },
    cast: unpackedCast(row.actors),
    facts: factsSchema.safeParse(row.facts).data,
  };
}

function toArticle({ article, text }: z.infer<typeof articleRow>): Article {
  return { ...article, text };
}
