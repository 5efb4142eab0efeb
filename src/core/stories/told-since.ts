import { publishedDay } from '../articles/published.ts';
import type { Sentence } from '../articles/article.ts';
import type { Library } from './library.ts';
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
    if (own.has(held) || publishedDay(held.article) < date || !mayName(held.article.text, planned)) return false;
    return held.sentences.some((sentence) => tellsOf(planned, { held, sentence }, date));
  });
}

/** A sentence that looks ahead or puts something off tells of nothing that has been. */
const ahead = /\b(?:will|is to|are to|due to|expected|plans? to|scheduled|planned)\b/iu;

function tellsOf(planned: Matter, place: TimelinePlace, date: string): boolean {
  const matter = toldIn(place);
  if (matter === undefined) return false;
  const { terms, kinds } = matter;
  const names = howMany(planned.names, terms);
  const shared = howMany(planned.terms, terms);
  const { index } = place.sentence;
  const isDated = place.held.reading.dated.some((dated) => dated.sentence === index && dated.date === date);
  if (isDated) return shared >= fewestNames || names > 0;
  return names >= fewestNames || (shared > 0 && howMany(planned.kinds, kinds) > 0);
}

function howMany<T>(wanted: ReadonlySet<T>, among: ReadonlySet<T>): number {
  let found = 0;
  for (const each of wanted) if (among.has(each)) found += 1;
  return found;
}

/** Many plans are looked for in the same sentences. */
const told = new WeakMap<Sentence, { readonly matter: Matter | undefined }>();

/** The matter of what a sentence tells of as having been; undefined where it tells of nothing such. */
function toldIn({ held, sentence }: TimelinePlace): Matter | undefined {
  const known = told.get(sentence);
  if (known !== undefined) return known.matter;
  const isTold = sentence.kind === 'body' && !ahead.test(sentence.text) && putOffAt(held, sentence) === undefined;
  const matter = isTold ? matterOf(sentence.text) : undefined;
  told.set(sentence, { matter });
  return matter;
}

/** Most articles name nothing of it; their sentences need not be cut. */
function mayName(text: string, { terms }: Matter): boolean {
  const lower = text.toLowerCase();
  for (const term of terms) if (lower.includes(term)) return true;
  return false;
}
