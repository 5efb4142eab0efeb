import type { Sentence } from '../articles/article.ts';
import type { HeldArticle } from '../stories/library.ts';
import type { DigestWindow } from './window.ts';

const dayMs = 86_400_000;
/** What an article counts for falls to half in so many days, and never below the least. */
const halvesInDays = 2;
const leastRecency = 0.15;

/**
 * What each of some articles counts for beside the newest of them: a digest tells how things stand, not how they stood. One
 * without a day makes no other old: when it was taken in tells nothing of when it was written.
 */
export function recencyOf(articles: readonly HeldArticle[]): ReadonlyMap<HeldArticle, number> {
  const dated = articles.filter(({ article }) => article.published !== undefined);
  const newest = (dated.length === 0 ? articles : dated).reduce(
    (latest, held) => Math.max(latest, tellsAt(held)),
    Number.NEGATIVE_INFINITY,
  );
  const worth = (held: HeldArticle): number =>
    Math.max(leastRecency, 0.5 ** (Math.max(0, newest - tellsAt(held)) / dayMs / halvesInDays));
  return new Map(articles.map((held) => [held, worth(held)]));
}

const ahead = /\b(?:will|shall|is to|are to|set to|due to|expected to|plans? to|planned to|scheduled|prepar\w+ to)\b/iu;

/**
 * Whether a sentence looks ahead to days that have come since it was written: at the end of the window others may tell what
 * happened on them.
 */
export function isStale(held: HeldArticle, sentence: Sentence, { to }: DigestWindow): boolean {
  if (held.article.published === undefined || !ahead.test(sentence.text)) return false;
  const days = held.reading.dated.filter((dated) => dated.sentence === sentence.index).map(({ date }) => date);
  return days.length > 0 && days.every((day) => day < to.slice(0, 10));
}

/** When an article was published, else taken in. Milliseconds since the epoch. */
function tellsAt({ article }: HeldArticle): number {
  return Date.parse(article.published ?? article.added);
}
