import { publishedMs } from '../articles/published.ts';
import { buildLibrary } from './build-library.ts';
import type { Library } from './library.ts';

/** A stretch of time, ISO 8601 UTC, both ends inclusive; an end that is absent is open. */
export interface Span {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * The story as the articles published within a span tell it, and as they told it then: a correction that came later is not
 * known yet. An article without a publication date counts from when it was taken in.
 */
export function within(library: Library, { from, to }: Span): Library {
  if (from === undefined && to === undefined) return library;
  const [first, last] = [Date.parse(from ?? '') || -Infinity, to === undefined ? Infinity : Date.parse(to)];
  const corrected = library.corrections.map(({ earlier }) => earlier);
  const kept = [...corrected, ...library.articles]
    .filter(({ article }) => publishedMs(article) >= first && publishedMs(article) <= last)
    .toSorted((left, right) => publishedMs(left.article) - publishedMs(right.article));
  return buildLibrary(library.story, kept);
}
