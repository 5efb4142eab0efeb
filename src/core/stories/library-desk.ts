import type { ArticleStore, StoredArticle } from './article-store.ts';
import type { Article } from '../articles/article.ts';
import { factsOf, packedFactsOf, textFactsRules } from '../articles/text-facts.ts';
import type { ArticleId, StoryKey } from '../ids/ids.ts';
import { buildLibrary } from './build-library.ts';
import type { Library } from './library.ts';
import { castOf } from '../reading/cast.ts';
import { readArticle, readingRules } from '../reading/read-article.ts';
import type { Reading } from '../reading/reading.ts';
import type { Story } from './story.ts';

/** Gives out libraries; one is built anew only when the store has changed since. */
export interface LibraryDesk {
  /** `revision` is that of the articles, from whoever has just read it with something else. */
  open(story: Story, revision?: number): Promise<Library>;
}

export function createLibraryDesk(articles: ArticleStore): LibraryDesk {
  const built = new Map<StoryKey, { readonly revision: number; readonly library: Promise<Library> }>();

  const held = new Map<StoryKey, ReadonlyMap<ArticleId, Article>>();

  async function build(story: Story): Promise<Library> {
    const before = held.get(story.key);
    const found = (await articles.inStory(story.key)).map((entry) => withHeld(entry, before?.get(entry.article.id)));
    held.set(story.key, new Map(found.map(({ article }) => [article.id, article])));
    const stored = await Promise.all(found.map((entry) => upToDate(articles, entry)));
    await keepMissing(articles, stored);
    return buildLibrary(story, stored);
  }

  return {
    open: async (story, read) => {
      const revision = read ?? (await articles.revision());
      const known = built.get(story.key);
      // Whoever read a revision before others may come after them, and has no use for an older library.
      if (known !== undefined && known.revision >= revision) return known.library;
      const library = build(story);
      built.set(story.key, { revision, library });
      library.catch(() => built.delete(story.key));
      return library;
    },
  };
}

type Found = Awaited<ReturnType<ArticleStore['inStory']>>[number];

/** The entry with the article's object of the library before: what was found out about its text is known by that object. */
function withHeld(entry: Found, before: Article | undefined): Found {
  if (before === undefined || !isSame(before, entry.article)) return entry;
  return {
    article: before,
    cast: entry.cast,
    facts: entry.facts,
    get reading(): Reading | undefined {
      return entry.reading;
    },
  };
}

function isSame(one: Article, other: Article): boolean {
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return left.size === right.size && [...left].every(([field, value]) => right.get(field) === value);
}

/**
 * An article read by other rules is read again, so that every answer rests on the same rules. A kept cast tells by which an
 * article was read, without its reading.
 */
async function upToDate(articles: ArticleStore, entry: Found): Promise<StoredArticle> {
  const { article, cast, facts } = entry;
  if (cast?.rules === readingRules) {
    let reading: Reading | undefined;
    return {
      article,
      cast,
      facts,
      get reading(): Reading {
        reading ??= entry.reading ?? readArticle(article, factsOf(article).sentences);
        return reading;
      },
    };
  }
  const known = entry.reading;
  if (known?.rules === readingRules) return { article, reading: known, facts };
  const reading = readArticle(article, factsOf(article, facts).sentences);
  await articles.saveReading(reading);
  return { article, reading, cast: castOf(reading), facts };
}

const keptAtOnce = 500;

/** Keeps the facts and casts of articles that have none, or facts of other rules: the next start is the quicker for it. */
async function keepMissing(articles: ArticleStore, stored: readonly StoredArticle[]): Promise<void> {
  const missing = stored.filter(({ cast, facts }) => cast === undefined || facts?.rules !== textFactsRules);
  for (let at = 0; at < missing.length; at += keptAtOnce) {
    const some = missing.slice(at, at + keptAtOnce);
    await articles.keepFacts(
      some.map((entry) => ({
        article: entry.article.id,
        facts: packedFactsOf(entry.article),
        cast: entry.cast ?? castOf(entry.reading),
      })),
    );
  }
}
