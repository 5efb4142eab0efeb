import { cueClass } from '../english/verb-classes.ts';
import { isRoleNoun } from '../find-roles.ts';
import type { ReadSentence } from '../read-sentences.ts';
import { isCapitalised, type Token } from '../tokens.ts';
import { isDeterminer, isModal, isPreposition, isSubjectPronoun, isVerb } from './clause-words.ts';
import type { Candidate } from './find-attributions.ts';
import { sourceBias, sourceWeights } from './source-weights.ts';

/**
 * Whether a candidate's source is likely the one that readers would name. What is said, and what is quoted, always has its
 * source; thoughts, plans and judgements keep theirs when the weights of their features say so (logistic regression,
 * trained by `scripts/training/train-sources.mjs`).
 */
export function isSourceLikely(read: ReadSentence, candidate: Candidate, all: readonly Candidate[]): boolean {
  if (candidate.source === undefined) return false;
  if (isSourceSure(candidate)) return true;
  let score = sourceBias;
  for (const feature of sourceFeatures(read, candidate, all)) score += sourceWeights[feature] ?? 0;
  return score > 0;
}

/** What is said and what is quoted needs no weighing. */
export function isSourceSure({ cue, quoted }: Candidate): boolean {
  return quoted || cue.form === 'according to' || cue.kind === 'saying';
}

/** What tells a likely source from an unlikely one; no feature names a word of the article. */
export function sourceFeatures(read: ReadSentence, candidate: Candidate, all: readonly Candidate[]): string[] {
  const { cue, source, content } = candidate;
  if (source === undefined) return [];
  const { tokens } = read;
  const cueKind = cueClass(cue.text);
  const behind = followingOf(tokens[cue.to]);
  const who = sourceKind(read, candidate);
  const words = source.to - source.from;
  const length = content.end - content.start;
  const shared = all.filter((other) => other !== candidate && other.source?.from === source.from).length;
  const before = all.indexOf(candidate);
  return [
    `form:${cue.form}`,
    `class:${cueKind}`,
    `form+class:${cue.form},${cueKind}`,
    `kind:${cue.kind},${cue.form}`,
    `behind:${behind}`,
    `class+behind:${cueKind},${behind}`,
    `noun+behind:${cue.form === 'noun' ? behind : '-'}`,
    `who:${who}`,
    `form+who:${cue.form},${who}`,
    `words:${Math.min(words, 6)}`,
    `length:${length < 15 ? 'none' : length < 40 ? 'short' : length < 120 ? 'middle' : 'long'}`,
    `gap:${cue.form === 'finite' ? Math.min(Math.abs(cue.from - source.to), 4) : '-'}`,
    `shared:${Math.min(shared, 2)}`,
    `before:${Math.min(before, 2)}`,
    ...(all.some((other) => other !== candidate && other.cue.kind === 'saying') ? ['saying beside'] : []),
    ...(all.some((other) => other.quoted) ? ['quotation beside'] : []),
    ...(isModal(tokens[cue.from - 1]) ? ['modal'] : []),
    ...(tokens[cue.from - 1]?.word === 'to' ? ['to before'] : []),
    ...(cue.text.endsWith('ed') ? ['past'] : []),
    ...(/\?\s*$/.test(read.sentence.text) ? ['question'] : []),
    ...(tokens.slice(source.from, source.to).some(isVerb) ? ['verb in source'] : []),
  ];
}

function followingOf(token: Token | undefined): string {
  if (token === undefined) return 'end';
  if (/[,.;:—)]/.test(token.before)) return 'mark';
  if (/["“‘]/.test(token.before)) return 'quote';
  if (/^(?:that|to|whether|if|how|why|what|who|by|as|on|about|of|for|with|in|at|against|it|from)$/.test(token.word))
    return token.word;
  if (isSubjectPronoun(token)) return 'pronoun';
  if (isCapitalised(token.word)) return 'name';
  if (isDeterminer(token)) return 'article';
  if (isPreposition(token)) return 'preposition';
  if (isVerb(token)) return 'verb';
  return token.word.endsWith('ing') ? 'ing' : token.word.endsWith('s') ? 'plural' : 'word';
}

function sourceKind({ tokens, names }: ReadSentence, { source }: Candidate): string {
  if (source === undefined) return 'none';
  const last = tokens[source.to - 1];
  const word = last?.word.toLowerCase() ?? '';
  if (/^(?:he|she)$/.test(word)) return 'he';
  if (/^(?:i|we|you|it|they)/.test(word) && isSubjectPronoun(last)) return word.slice(0, 3).replace(/[’'].*/, '');
  if (/^(?:who|which|that|this|there|these|those)$/.test(word)) return word;
  if (/^(?:his|her|their|its|my|our|your)$/.test(word)) return 'possessive pronoun';
  if (names.some((name) => name.from >= source.from && name.to <= source.to)) return 'name';
  if (tokens.slice(source.from, source.to).some((token) => isRoleNoun(token.word))) return 'role';
  if (last !== undefined && isCapitalised(last.word)) return 'capital';
  return word.endsWith('s') || /^(?:people|voters|men|women|percent)$/.test(word) ? 'plural' : 'singular';
}
