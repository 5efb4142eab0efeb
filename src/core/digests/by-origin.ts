import type { ArticleId } from '../ids/ids.ts';
import type { HeldArticle } from '../stories/library.ts';

/** Articles by their origin, in the order in which each first comes. */
export function byOrigin(articles: readonly HeldArticle[]): ReadonlyMap<ArticleId, readonly HeldArticle[]> {
  const origins = new Map<ArticleId, HeldArticle[]>();
  for (const held of articles) {
    const known = origins.get(held.origin);
    if (known === undefined) origins.set(held.origin, [held]);
    else known.push(held);
  }
  return origins;
}
