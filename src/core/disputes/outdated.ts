import type { HeldArticle, Library } from '../stories/library.ts';
import type { SentenceAt } from '../stories/lines.ts';
import { type Claim, claimsOf } from './claims.ts';
import { eventTerms, isOneEvent } from './one-event.ts';
import { tollsIn } from './tolls.ts';
import { isTollUpdate } from './updates.ts';

/** A count of people that a later article brought up to date. */
export interface Outdated extends SentenceAt {
  /** The number as worded: "at least 12". */
  readonly value: string;
  /** What it tells beside that number: how many terms that the newer sentence has not. */
  readonly besides: number;
}

/** Further back an article tells of something else, or of what is long known. */
const longestMs = 14 * 86_400_000;

/** The counts that a sentence brings up to date: each other number once, oldest first; none for most sentences. */
export function outdatedBy(at: SentenceAt, library: Library): Outdated[] {
  if (tollsIn(at.sentence.text).length === 0) return [];
  const [claim] = claimsOf([at]);
  if (claim === undefined) return [];
  const known = new Set(claim.tolls.map(({ kind, value }) => `${kind} ${value}`));
  return countsOf(library).flatMap((earlier) => {
    const age = claim.publishedMs - earlier.publishedMs;
    if (age <= 0 || age > longestMs || !isOneEvent(claim, earlier)) return [];
    return claim.tolls.flatMap((toll) => {
      const before = earlier.tolls.find(({ kind, who }) => kind === toll.kind && who === toll.who);
      if (before === undefined || !isTollUpdate(earlier, before, claim, toll)) return [];
      const key = `${before.kind} ${before.value}`;
      if (known.has(key)) return [];
      known.add(key);
      const besides = eventTerms(earlier).filter((term) => !claim.terms.has(term)).length;
      return [{ held: earlier.held, sentence: earlier.sentence, value: before.words, besides }];
    });
  });
}

const counts = new WeakMap<Library, readonly Claim[]>();

/** Every sentence of a story that counts people, oldest first. */
function countsOf(library: Library): readonly Claim[] {
  const ready = counts.get(library);
  if (ready !== undefined) return ready;
  const found = claimsOf(library.articles.flatMap(countingSentences)).filter(({ tolls }) => tolls.length > 0);
  counts.set(library, found);
  return found;
}

function countingSentences(held: HeldArticle): SentenceAt[] {
  return held.sentences.filter(({ text }) => tollsIn(text).length > 0).map((sentence) => ({ held, sentence }));
}
