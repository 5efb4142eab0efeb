import { expect, it } from 'vitest';
import { articleStore } from '../../../src/adapters/postgres/article-store.ts';
import { createIngest } from '../../../src/core/stories/ingest.ts';
import { createLibraryDesk } from '../../../src/core/stories/library-desk.ts';
import { readSources } from '../../../src/adapters/files/read-sources.ts';
import { harbour } from '../../support/held-library.ts';
import { memoryDatabase } from '../../support/memory-database.ts';

it('builds a library anew when articles were added, and not for one who read the revision before that', async () => {
  const database = await memoryDatabase();
  const articles = articleStore(database);
  const ingest = createIngest({ articles, stories: [harbour], clock: { now: () => Date.now() } });
  const desk = createLibraryDesk(articles);
  const before = await articles.revision();
  const empty = await desk.open(harbour, before);
  expect(await desk.open(harbour)).toBe(empty);
  for await (const result of readSources(['config/samples'], {}))
    if (!('error' in result)) await ingest.take(result.draft);
  const full = await desk.open(harbour);
  expect(full.articles.length).toBeGreaterThan(empty.articles.length);
  expect(await desk.open(harbour, before)).toBe(full);
  expect(await desk.open(harbour, await articles.revision())).toBe(full);
  await database.close();
});

it('keeps the articles it holds when it builds anew, so that what was found out about their texts is not sought again', async () => {
  const database = await memoryDatabase();
  const articles = articleStore(database);
  const ingest = createIngest({ articles, stories: [harbour], clock: { now: () => Date.now() } });
  const desk = createLibraryDesk(articles);
  const draft = { title: 'A bridge', publisher: 'The Paper', text: 'The mayor opened the bridge on Monday.' };
  await ingest.take(draft);
  const [first] = (await desk.open(harbour)).articles;
  await ingest.take({ ...draft, title: 'A ferry', text: 'The ferry was sold to the town on Friday.' });
  const grown = await desk.open(harbour);
  expect(grown.articles.length).toBe(2);
  expect(grown.articles.find(({ article }) => article.title === 'A bridge')?.article).toBe(first?.article);
  await database.close();
});
