import { publishedMs } from '../articles/published.ts';
import type { Sentence } from '../articles/article.ts';
import type { HeldArticle } from '../stories/library.ts';

const count =
  /^(?:the |its |their )?(?<subject>\p{L}[\p{L}'’ -]{2,50}?) (?:(?:has|had|have|is|was|are|were) )?(?:now |then |since |already )?(?:stands?|stood|rose|risen|climbed|grew|grown|reached|passed|fell|fallen|dropped|put|estimated)\b(?=.*?(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion)\b))/iu;

/** What a sentence gives the present number of, when it begins with it: "the death toll" of "The death toll rose to nine". */
export function countedIn(sentence: Sentence): string | undefined {
  return count.exec(sentence.text)?.groups?.['subject']?.toLowerCase();
}

/** When each thing was counted by some articles. Milliseconds since the epoch. */
export type Counts = ReadonlyMap<string, ReadonlySet<number>>;

export function countsIn(articles: Iterable<HeldArticle>): Counts {
  const counts = new Map<string, Set<number>>();
  for (const held of articles) {
    if (held.article.published === undefined) continue;
    for (const subject of held.sentences.map(countedIn)) {
      if (subject === undefined) continue;
      const known = counts.get(subject) ?? new Set<number>();
      counts.set(subject, known.add(publishedMs(held.article)));
    }
  }
  return counts;
}

/** What a sentence is worth whose number a later article has counted anew: it was right, and is no longer how things stand. */
const overtakenWorth = 0.2;
/** What the last of several counts is worth: a number that is counted again and again is one that readers wait for. */
const lastCountWorth = 1.5;

/** What a sentence is worth as a count of something, beside one that counts nothing. */
export function countWorth(held: HeldArticle, sentence: Sentence, counts: Counts): number {
  const subject = held.article.published === undefined ? undefined : countedIn(sentence);
  const counted = subject === undefined ? undefined : counts.get(subject);
  if (counted === undefined || counted.size === 1) return 1;
  return Math.max(...counted) > publishedMs(held.article) ? overtakenWorth : lastCountWorth;
}
