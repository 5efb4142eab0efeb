import type { StoredArticle } from './article-store.ts';
import { findOrigins } from '../articles/origins.ts';
import { factsOf } from '../articles/text-facts.ts';
import { castOf } from '../reading/cast.ts';
import type { Reading } from '../reading/reading.ts';
import type { Sentence } from '../articles/article.ts';
import type { ArticleId } from '../ids/ids.ts';
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
  const originOf = findOrigins(current.map(({ article }) => article));
  const hold = (entry: StoredArticle): HeldArticle => held(entry, originOf);
  const articles = current.map(hold);
  const earlier = stored.filter(({ article }) => superseded.has(article.id)).map(hold);
  const byId = new Map([...earlier, ...articles].map((each) => [each.article.id, each]));
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

/** Origin, sentences and reading are made at first need: what is asked needs those of few articles. */
function held(entry: StoredArticle, originOf: (id: ArticleId) => ArticleId): HeldArticle {
  const { article } = entry;
  return {
    article,
    get origin(): ArticleId {
      return originOf(article.id);
    },
    cast: entry.cast ?? castOf(entry.reading),
    get reading(): Reading {
      return entry.reading;
    },
    get sentences(): readonly Sentence[] {
      return factsOf(article).sentences;
    },
  };
}
