import type { Article } from './article.ts';

type Dated = Pick<Article, 'published' | 'added'>;

/** When an article was published, else taken in. Milliseconds since the epoch. */
export function publishedMs({ published, added }: Dated): number {
  return Date.parse(published ?? added);
}

/** The day, in UTC, on which an article was published, else taken in: yyyy-mm-dd. */
export function publishedDay({ published, added }: Dated): string {
  return (published ?? added).slice(0, 'yyyy-mm-dd'.length);
}
