import type { StoredArticle } from './article-store.ts';
import { findOrigins } from '../articles/origins.ts';
import { splitSentences } from '../articles/sentences.ts';
import type { HeldArticle, Library } from './library.ts';
import { mergeActors } from './merge-actors.ts';
import type { Story } from './story.ts';

/** Puts a story's stored articles together: sentences, origins and the actors merged over all of them. */
export function buildLibrary(story: Story, stored: readonly StoredArticle[]): Library {
  const origins = findOrigins(stored.map(({ article }) => article));
  const articles = stored.map(({ article, reading }): HeldArticle => ({
    article,
    reading,
    sentences: splitSentences(article.id, article.text),
    origin: origins.get(article.id) ?? article.id,
  }));
  const byId = new Map(articles.map((held) => [held.article.id, held]));
  return { story, articles, actors: mergeActors(articles, story), article: (id) => byId.get(id) };
}
