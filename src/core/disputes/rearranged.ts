import { publishedMs } from '../articles/published.ts';
import type { HeldArticle } from '../stories/library.ts';
import { isOfMatter, type PutOff, putOffAt, putOffIn } from '../stories/put-off.ts';
import type { Claim } from './claims.ts';
import { sameMomentMs } from './updates.ts';

/**
 * Tells of two claims that give different days whether something was put off from the one to the other, as one of them or
 * another article says: then they do not contradict each other.
 */
export function rearrangementsIn(articles: readonly HeldArticle[]): (one: Claim, other: Claim) => boolean {
  let notices: readonly PutOff[] | undefined;
  return (one, other) => {
    const [earlier, later] = one.publishedMs <= other.publishedMs ? [one, other] : [other, one];
    const own = putOffAt(later.held, later.sentence);
    if (putOffAt(earlier.held, earlier.sentence) !== undefined || own !== undefined)
      return own !== undefined && (later.publishedMs - earlier.publishedMs >= sameMomentMs || own.from !== undefined);
    notices ??= articles.flatMap(putOffIn);
    return notices.some((notice) => leadsFrom(earlier, later, notice));
  };
}

/** A notice of the same matter that names the later article's day as the new one, or the earlier one's as the old one. */
function leadsFrom(earlier: Claim, later: Claim, notice: PutOff): boolean {
  const { held, from, to } = notice;
  const [before, now] = [earlier.days[0], later.days[0]];
  const isFrom = from !== undefined && from === before && publishedMs(held.article) <= later.publishedMs;
  if (to === undefined ? !isFrom : to !== now) return false;
  return [earlier, later].every(({ sentence }) => isOfMatter(notice, sentence.text));
}
