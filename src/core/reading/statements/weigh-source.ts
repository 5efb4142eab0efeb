import { cueClass } from '../english/verb-classes.ts';
import { isRoleNoun } from '../find-roles.ts';
import type { ReadSentence } from '../read-sentences.ts';
import { isCapitalised, type Token } from '../tokens.ts';
import { isDeterminer, isModal, isPreposition, isSubjectPronoun, isVerb } from './clause-words.ts';
import type { Candidate } from './find-attributions.ts';
import { sourceModel } from './trained-sources.ts';

/**
 * Whether a candidate's source is likely the one that readers would name. What is quoted always has its source; all else
 * keeps it when the weights of its features say so (logistic regression, trained by `scripts/training/train-sources.mjs`).
 */
export function isSourceLikely(read: ReadSentence, candidate: Candidate, all: readonly Candidate[]): boolean {
  if (candidate.source === undefined) return false;
  if (isSourceSure(candidate)) return true;
  const { bias, weights } = sourceModel();
  let score = bias;
  for (const feature of sourceFeatures(read, candidate, all)) score += weights.get(feature) ?? 0;
  return score > 0;
}

/** What is quoted needs no weighing, nor whom something is according to or who stands before a colon. */
export function isSourceSure({ cue, quoted }: Candidate): boolean {
  return quoted || cue.form === 'according to' || cue.form === 'colon';
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
  const length = lengthOf(content.end - content.start);
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
    `length:${length}`,
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
    ...pairedFeatures({ who, behind, cueKind, form: cue.form, length }),
    ...placeFeatures(tokens, { cue, source }),
  ];
}

function lengthOf(characters: number): string {
  return characters < 15 ? 'none' : characters < 40 ? 'short' : characters < 120 ? 'middle' : 'long';
}

interface Kinds {
  readonly who: string;
  readonly behind: string;
  readonly cueKind: string;
  readonly form: string;
  readonly length: string;
}

/** What two kinds say together that neither says alone: "they want", "the report said". */
function pairedFeatures({ who, behind, cueKind, form, length }: Kinds): string[] {
  return [
    `class+who:${cueKind},${who}`,
    `behind+who:${behind},${who}`,
    `class+length:${cueKind},${length}`,
    `form+length:${form},${length}`,
  ];
}

/** How source and cue stand in their clause: a source that begins with "when" or "on" is likely none. */
function placeFeatures(
  tokens: readonly Token[],
  { cue, source }: { readonly cue: Candidate['cue']; readonly source: NonNullable<Candidate['source']> },
): string[] {
  const first = beginningOf(tokens[source.from]);
  const [before2, before] = [tokens[cue.from - 2]?.word ?? '', tokens[cue.from - 1]?.word ?? ''];
  const second = tokens[cue.to + 1]?.word ?? '';
  return [
    `first:${first}`,
    `first+form:${first},${cue.form}`,
    `before source:${borderOf(tokens, source.from)}`,
    `ending:${/(?:ed|ing|s)$/.exec(cue.text)?.[0] ?? '-'},${cue.form}`,
    `second behind:${/^(?:that|to)$/.test(second) ? second : '-'}`,
    `distance:${Math.min(8, Math.max(0, cue.from - source.to))},${cue.form}`,
    ...(/ly$|^(?:not|never)$/.test(before) ? ['adverb'] : []),
    ...([before2, before].some((word) => /^(?:not|never)$|n[’']t$/.test(word)) ? ['denied'] : []),
    ...(/^(?:has|have|had|is|are|was|were|be|been)$/.test(before) ? ['auxiliary'] : []),
  ];
}

function beginningOf(token: Token | undefined): string {
  const word = token?.word ?? '';
  if (opener.test(word)) return 'opener';
  if (isCapitalised(word)) return 'capital';
  return isDeterminer(token) ? 'article' : 'word';
}

const opener =
  /^(?:on|in|at|of|by|to|for|with|from|after|before|when|whenever|while|as|if|though|although|since|until|later|now|once|today|last|up|out|off|down|over|how|what|because|despite|during|throughout)$/i;

/** The word or the mark before a source. */
function borderOf(tokens: readonly Token[], from: number): string {
  const before = tokens[from - 1]?.word.toLowerCase();
  if (before === undefined) return '^';
  if (/^(?:that|which|and|but|when|if|because|as|what|how|while)$/.test(before)) return before;
  return /[,;:—]/.test(tokens[from]?.before ?? '') ? 'mark' : '-';
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
