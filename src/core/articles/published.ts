import type { Article } from './article.ts';

type Dated = Pick<Article, 'published' | 'added'>;

const hourMs = 3_600_000;
/** A clock or a zone that is wrong puts an article at most this far ahead; one further ahead says nothing of when it was written. */
const wrongClockMs = 26 * hourMs;

/** When an article says it was published, unless that lies after it was taken in. ISO 8601 UTC. */
export function believedPublished({ published, added }: Partial<Dated>): string | undefined {
  return published !== undefined && added !== undefined && Date.parse(published) > Date.parse(added) + hourMs
    ? undefined
    : published;
}

/**
 * When an article was published, else taken in. Milliseconds since the epoch. One that says it is of a day far ahead could be
 * of any time: it counts as the oldest, for it must beat nothing.
 */
export function publishedMs({ published, added }: Dated): number {
  const [said, taken] = [Date.parse(published ?? added), Date.parse(added)];
  if (said > taken + wrongClockMs) return 0;
  return said > taken + hourMs ? taken : said;
}

/** The day, in UTC, on which an article was published, else taken in: yyyy-mm-dd. */
export function publishedDay(article: Dated): string {
  return (believedPublished(article) ?? article.added).slice(0, 'yyyy-mm-dd'.length);
}
