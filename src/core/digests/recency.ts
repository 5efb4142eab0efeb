import { publishedMs } from '../articles/published.ts';
import type { Sentence } from '../articles/article.ts';
import type { HeldArticle } from '../stories/library.ts';

const dayMs = 86_400_000;
/** What an article counts for falls to half in so many days, to a third in twice as many, and so on: never to nothing. */
const halvesInDays = 2;

/**
 * What each of some articles counts for beside the newest of them: a digest tells how things stand, not how they stood. One
 * without a day makes no other old: when it was taken in tells nothing of when it was written.
 */
export function recencyOf(articles: readonly HeldArticle[]): ReadonlyMap<HeldArticle, number> {
  const newest = newestOf(articles);
  const worth = (held: HeldArticle): number =>
    1 / (1 + Math.max(0, newest - publishedMs(held.article)) / dayMs / halvesInDays);
  return new Map(articles.map((held) => [held, worth(held)]));
}

/** When the newest of some articles tells, in milliseconds; one without a day only where all have none. */
export function newestOf(articles: readonly HeldArticle[]): number {
  const dated = articles.filter(({ article }) => article.published !== undefined);
  return (dated.length === 0 ? articles : dated).reduce(
    (latest, held) => Math.max(latest, publishedMs(held.article)),
    Number.NEGATIVE_INFINITY,
  );
}

const ahead =
  /\b(?:will|would|shall|is to|are to|agreed? to|set to|due to|expected to|plans? to|planned to|scheduled|prepar\w+ to|next (?:week|month|year))\b/iu;

/** What is left of a sentence that looks ahead to a day that has come; one without a day falls to half in so many days, never below that. */
const staleWorth = 0.2;
const agesInDays = 2;

/**
 * What is left of a sentence that looks ahead: of the days that it looks to some have come at the end of the window, so that
 * others may tell what happened on them; where it names no day to come, the more days have passed, the likelier that is. What
 * names only days that had passed when it was written tells of what has been ("agreed on Monday that they would …").
 * `newest` is when the newest article of the window tells, in milliseconds.
 */
export function foresight(
  held: HeldArticle,
  sentence: Sentence,
  { to, newest }: { to: string; newest: number },
): number {
  const { published } = held.article;
  if (published === undefined || !ahead.test(sentence.text)) return 1;
  const written = published.slice(0, 10);
  const days = held.reading.dated.filter((dated) => dated.sentence === sentence.index).map(({ date }) => date);
  const toCome = days.filter((day) => day > written);
  if (toCome.length > 0) return toCome.every((day) => day < to.slice(0, 10)) ? staleWorth : 1;
  if (days.length > 0 && days.every((day) => day < written)) return 1;
  return Math.max(staleWorth, 1 / (1 + Math.max(0, newest - publishedMs(held.article)) / dayMs / agesInDays));
}
