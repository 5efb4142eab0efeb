import type { StoredArticle } from './article-store.ts';
import { findOrigins } from '../articles/origins.ts';
import { factsOf } from '../articles/text-facts.ts';
import type { HeldArticle, Library } from './library.ts';
import { mergeActors } from './merge-actors.ts';
import type { Story } from './story.ts';

/**
 * Puts a story's stored articles together: sentences, origins and the actors merged over all of them. A text that another
 * of them supersedes is only kept to show what was corrected.
 */
export function buildLibrary(story: Story, stored: readonly StoredArticle[]): Library {
  for (const { article, facts } of stored) factsOf(article, facts);
  const superseded = new Set(stored.flatMap(({ article }) => article.supersedes ?? []));
  const current = stored.filter(({ article }) => !superseded.has(article.id));
  const origins = findOrigins(current.map(({ article }) => article));
  const hold = ({ article, reading }: StoredArticle): HeldArticle => ({
    article,
    reading,
    sentences: factsOf(article).sentences,
    origin: origins.get(article.id) ?? article.id,
  });
  const articles = current.map(hold);
  const earlier = stored.filter(({ article }) => superseded.has(article.id)).map(hold);
  const byId = new Map([...earlier, ...articles].map((held) => [held.article.id, held]));
  return {
    story,
    articles,
    corrections: [...byId.values()].flatMap((later) => {
      const before = later.article.supersedes === undefined ? undefined : byId.get(later.article.supersedes);
      return before === undefined ? [] : [{ earlier: before, later }];
    }),
    actors: mergeActors(articles, story),
    article: (id) => byId.get(id),
  };
}
