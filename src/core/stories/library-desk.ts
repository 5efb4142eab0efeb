import type { ArticleStore, StoredArticle } from './article-store.ts';
import { factsOf, packedFactsOf, textFactsRules } from '../articles/text-facts.ts';
import type { StoryKey } from '../ids/ids.ts';
import { buildLibrary } from './build-library.ts';
import type { Library } from './library.ts';
import { readArticle, readingRules } from '../reading/read-article.ts';
import type { Story } from './story.ts';

/** Gives out libraries; one is built anew only when the store has changed since. */
export interface LibraryDesk {
  open(story: Story): Promise<Library>;
}

export function createLibraryDesk(articles: ArticleStore): LibraryDesk {
  const built = new Map<StoryKey, { readonly revision: number; readonly library: Promise<Library> }>();

  async function build(story: Story): Promise<Library> {
    const found = await articles.inStory(story.key);
    const stored = await Promise.all(found.map((entry) => upToDate(articles, entry)));
    await keepMissing(articles, stored);
    return buildLibrary(story, stored);
  }

  return {
    open: async (story) => {
      const revision = await articles.revision();
      const known = built.get(story.key);
      if (known?.revision === revision) return known.library;
      const library = build(story);
      built.set(story.key, { revision, library });
      library.catch(() => built.delete(story.key));
      return library;
    },
  };
}

type Found = Awaited<ReturnType<ArticleStore['inStory']>>[number];

/** An article read by other rules is read again, so that every answer rests on the same rules. */
async function upToDate(articles: ArticleStore, { article, reading: known, facts }: Found): Promise<StoredArticle> {
  if (known?.rules === readingRules) return { article, reading: known, facts };
  const reading = readArticle(article, factsOf(article, facts).sentences);
  await articles.saveReading(reading);
  return { article, reading, facts };
}

const keptAtOnce = 500;

/** Keeps the facts of articles that have none, or those of other rules: the next start is the quicker for it. */
async function keepMissing(articles: ArticleStore, stored: readonly StoredArticle[]): Promise<void> {
  const missing = stored.filter(({ facts }) => facts?.rules !== textFactsRules);
  for (let at = 0; at < missing.length; at += keptAtOnce) {
    const some = missing.slice(at, at + keptAtOnce);
    await articles.keepFacts(some.map(({ article }) => ({ article: article.id, facts: packedFactsOf(article) })));
  }
}
