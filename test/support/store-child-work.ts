import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { folderDatabase } from './memory-database.ts';
import { newStory, readArticle } from './stored-things.ts';

/** Saves one article after the other until it is killed; writes the id of each when the store has acknowledged it. */
export async function saveUntilKilled(folder: string): Promise<void> {
  const articles = articleStore(await folderDatabase(folder));
  const story = newStory();
  for (;;) {
    const entry = readArticle();
    await articles.save({ ...entry, stories: [story] });
    process.stdout.write(`${entry.article.id}\n`);
  }
}
