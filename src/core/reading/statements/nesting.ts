import type { ReadSentence } from '../read-sentences.ts';
import type { Cue } from './find-cues.ts';
import type { Source } from './source-behind.ts';

/** A cue with the words that name its source. */
export interface Attributed {
  readonly cue: Cue;
  readonly source: Source | undefined;
}

/** Index of the first token that is the attribution's own: a shared subject is not. */
export function begins({ cue, source }: Attributed): number {
  return source === undefined || cue.form !== 'finite' ? cue.from : Math.min(source.from, cue.from);
}

/**
 * Whether an attribution is part of what one before it in its sentence tells: "he said that |they believed| it". What somebody says that others say is told by him alone.
 */
export function isNested(read: ReadSentence, before: readonly Attributed[], own: Attributed): boolean {
  const outer = before.findLast((other) => governs(other));
  return outer !== undefined && !isApart(read, outer, own);
}

function governs({ cue, source }: Attributed): boolean {
  return source !== undefined && cue.form !== 'according to' && cue.form !== 'passive' && cue.form !== 'noun';
}

/** A mark or a conjunction says that a new clause of the sentence begins, or the verb shares its subject. */
function isApart(read: ReadSentence, outer: Attributed, own: Attributed): boolean {
  if (own.cue.form === 'participle' || own.cue.form === 'according to') return true;
  // "would not join or |recognise| it" goes on with what is said; "and |accused| him" does not.
  if (own.cue.form === 'coordinate') return /(?:ed|s)$/.test(own.cue.text) || own.cue.kind === 'saying';
  if (own.source?.behind === true) return true;
  if (own.cue.form === 'finite' && own.source !== undefined && own.source.to <= begins(outer)) return true;
  const from = read.tokens[outer.cue.to - 1]?.end ?? 0;
  const to = read.tokens[begins(own)]?.start ?? 0;
  const between = read.sentence.text.slice(from - read.sentence.start, Math.max(from, to) - read.sentence.start);
  return /[;:—”"]|--|,\s*(?:(?:and|but|while|although|though|as|after|when|which|who|so|yet)\s*)?$/u.test(between);
}

/** Where what is said ends at the latest: before the next attribution that stands apart, or with the sentence. */
export function borderBehind(read: ReadSentence, own: Attributed, later: readonly Attributed[]): number {
  const next = later.find((other) => isBorder(own, other));
  const token = next === undefined ? undefined : read.tokens[begins(next)];
  return token === undefined ? read.sentence.end : token.start;
}

function isBorder(own: Attributed, { cue, source }: Attributed): boolean {
  if (source === undefined || begins({ cue, source }) < own.cue.to) return false;
  return cue.form === 'finite' || cue.form === 'coordinate' || cue.form === 'participle';
}
