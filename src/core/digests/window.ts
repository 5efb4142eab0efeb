import type { HeldArticle, Library } from '../stories/library.ts';

/** A stretch of time in which articles came: `from` exclusive, `to` inclusive, ISO 8601 UTC. */
export interface DigestWindow {
  readonly from: string;
  readonly to: string;
  /** Articles count from when they were published, where that is known. Otherwise from when they were taken in. */
  readonly counts?: 'published';
}

/** The articles that came in a window, in the library's order. */
export function articlesIn(library: Library, window: DigestWindow): HeldArticle[] {
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  return library.articles.filter((held) => {
    const came = momentIn(held, window);
    // What stood in a feed before it was followed is no news, but the first digest of a channel tells how things stand.
    return came > from && came <= to && !(held.article.silent === true && from > 0);
  });
}

/** When an article came, as a window counts. Milliseconds since the epoch. */
export function momentIn({ article }: HeldArticle, { counts }: DigestWindow): number {
  return Date.parse(counts === 'published' ? (article.published ?? article.added) : article.added);
}
