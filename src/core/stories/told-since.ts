import type { HeldArticle, Library } from './library.ts';
import { type Matter, matterOf } from './matter.ts';
import { putOffAt } from './put-off.ts';
import type { TimelineEntry, TimelinePlace } from './timeline.ts';

/** Names of one entry that a later sentence must have to be of it, where the sentence does not date it. */
const fewestNames = 2;

/**
 * Whether an article published on the day of something planned, or later, has a sentence that may tell of it. It asks for little:
 * only where nothing comes near may it be said that no article tells of it.
 */
export function isToldSince({ date, place, others }: TimelineEntry, library: Library): boolean {
  const planned = matterOf(place.sentence.text);
  const own = new Set([place, ...others].map(({ held }) => held));
  return library.articles.some((held) => {
    if (own.has(held) || publishedDay(held) < date || !mayName(held, planned)) return false;
    return held.sentences.some((sentence) => tellsOf(planned, { held, sentence }, date));
  });
}

/** A sentence that looks ahead or puts something off tells of nothing that has been. */
const ahead = /\b(?:will|is to|are to|due to|expected|plans? to|scheduled|planned)\b/iu;

function tellsOf(planned: Matter, { held, sentence }: TimelinePlace, date: string): boolean {
  if (sentence.kind !== 'body' || ahead.test(sentence.text) || putOffAt(held, sentence) !== undefined) return false;
  const { terms, kinds } = matterOf(sentence.text);
  const names = [...planned.names].filter((name) => terms.has(name)).length;
  const shared = [...planned.terms].filter((term) => terms.has(term)).length;
  const isDated = held.reading.dated.some((dated) => dated.sentence === sentence.index && dated.date === date);
  if (isDated) return shared >= fewestNames || names > 0;
  return names >= fewestNames || (shared > 0 && [...planned.kinds].some((kind) => kinds.has(kind)));
}

/** Most articles name nothing of it; their sentences need not be cut. */
function mayName({ article }: HeldArticle, { terms }: Matter): boolean {
  const text = article.text.toLowerCase();
  return [...terms].some((term) => text.includes(term));
}

function publishedDay({ article }: HeldArticle): string {
  return (article.published ?? article.added).slice(0, 10);
}
