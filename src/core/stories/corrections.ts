import type { Sentence } from '../articles/article.ts';
import type { HeldArticle } from './library.ts';

/** An article whose publisher changed its text: both texts are held. */
export interface Correction {
  readonly earlier: HeldArticle;
  readonly later: HeldArticle;
}

/** A sentence that a correction changed: only `before` when it was taken out, only `after` when it was put in. */
export interface ChangedSentence {
  readonly before?: Sentence;
  readonly after?: Sentence;
}

/** Words that two sentences must share, of the shorter one's, to be one sentence reworded. */
const reworded = 0.5;

/** The sentences that a correction changed, in the order of the later text; what was taken out comes last. */
export function changedSentences({ earlier, later }: Correction): ChangedSentence[] {
  const gone = without(earlier, later);
  const changes = without(later, earlier).map((after): ChangedSentence => {
    const before = closest(after, gone);
    if (before === undefined) return { after };
    gone.splice(gone.indexOf(before), 1);
    return { before, after };
  });
  return [...changes, ...gone.map((before) => ({ before }))];
}

/** Body sentences of one text that the other does not have. */
function without(one: HeldArticle, other: HeldArticle): Sentence[] {
  const there = new Set(other.sentences.map(({ text }) => text));
  return one.sentences.filter(({ kind, text }) => kind === 'body' && !there.has(text));
}

function closest(sentence: Sentence, candidates: readonly Sentence[]): Sentence | undefined {
  const words = wordsIn(sentence);
  let best: { readonly candidate: Sentence; readonly shared: number } | undefined;
  for (const candidate of candidates) {
    const other = wordsIn(candidate);
    const shared = [...words].filter((word) => other.has(word)).length / Math.max(1, Math.min(words.size, other.size));
    if (shared >= reworded && shared > (best?.shared ?? 0)) best = { candidate, shared };
  }
  return best?.candidate;
}

function wordsIn({ text }: Sentence): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
