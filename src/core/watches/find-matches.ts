import { wordsOf } from '../words/words.ts';
import { type Candidate, candidatesOf } from '../digests/candidates.ts';
import { partLibrary } from '../digests/trusted.ts';
import { articlesIn, type DigestWindow } from '../digests/window.ts';
import { type Dispute, findDisputesOf } from '../disputes/find-disputes.ts';
import type { Line } from '../messages/line.ts';
import { holdsPhrase } from '../stories/ingest.ts';
import type { Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import type { WatchRule } from './watch.ts';

/** Something new for which a watch was set. */
export interface Match {
  /** ISO 8601 UTC: when the article was taken in that brought it. */
  readonly at: string;
  /** One sentence, or each side of a dispute. */
  readonly lines: readonly Line[];
}

/**
 * What is new in a window for a watch, weightiest first: sentences that can stand alone and that no article from before the
 * window says already; contradictions that were none before.
 */
export type FindMatches = (rule: WatchRule, window: DigestWindow) => Match[];

/** A finder for one library; the window's candidates are weighed once for all watches that begin at the same moment. */
export function matchFinder(library: Library): FindMatches {
  const known = new Map<string, readonly Candidate[]>();
  const candidates = (window: DigestWindow): readonly Candidate[] => {
    const key = `${window.from} ${window.to}`;
    const fresh = known.get(key) ?? candidatesOf(partLibrary(library).trusted, window).fresh;
    known.set(key, fresh);
    return fresh;
  };
  return (rule, window) => {
    if (articlesIn(library, window).length === 0) return [];
    if (rule.kind === 'dispute') return newDisputes(rule.what, library, window);
    const fits = fitting(rule, library);
    return candidates(window)
      .filter(fits)
      .map(({ held, sentence, others }) => ({
        at: held.article.added,
        lines: [sentenceLine(held, sentence, others)],
      }));
  };
}

function fitting({ kind, what }: WatchRule, library: Library): (candidate: Candidate) => boolean {
  if (kind === 'term') return ({ sentence }) => holdsPhrase(sentence.text, what);
  if (kind === 'topic') return ({ sentence }) => holdsWords(sentence.text, what);
  const name = library.actors.find((actor) => actor.name === what || actor.aliases.includes(what))?.name;
  return ({ actors }) => name !== undefined && actors.includes(name);
}

/** Whether a text holds all the words of another that carry meaning, whatever their form and order. */
export function holdsWords(text: string, words: string): boolean {
  const held = new Set(wordsOf(text).map(({ term }) => term));
  return meaningful(words).every((term) => held.has(term));
}

/** The words for which a topic is watched: those that carry meaning. */
export function meaningful(words: string): string[] {
  return wordsOf(words).flatMap(({ term, weight }) => (weight === 'stop' ? [] : [term]));
}

function newDisputes(words: string, library: Library, window: DigestWindow): Match[] {
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  return findDisputesOf(articlesIn(library, window), library).flatMap((dispute) => {
    const at = beganAt(dispute, library);
    const fits = dispute.sides.some(({ line }) => holdsWords(line.text, words));
    return fits && at > from && at <= to
      ? [{ at: new Date(at).toISOString(), lines: dispute.sides.map(({ line }) => line) }]
      : [];
  });
}

/** A contradiction is there since an article of a second side was taken in. Milliseconds since the epoch. */
function beganAt({ sides }: Dispute, library: Library): number {
  const firsts = sides.map(({ line }) =>
    Math.min(...line.receipts.map(({ article }) => Date.parse(library.article(article)?.article.added ?? ''))),
  );
  return firsts.toSorted((left, right) => left - right)[1] ?? Number.NaN;
}
