import type { ArticleStore, StoredArticle } from './article-store.ts';
import { splitSentences } from '../articles/sentences.ts';
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
    const stored = await articles.inStory(story.key);
    return buildLibrary(story, await Promise.all(stored.map((entry) => upToDate(articles, entry))));
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
async function upToDate(articles: ArticleStore, { article, reading: known }: Found): Promise<StoredArticle> {
  if (known?.rules === readingRules) return { article, reading: known };
  const reading = readArticle(article, splitSentences(article.id, article.text));
  await articles.saveReading(reading);
  return { article, reading };
}
