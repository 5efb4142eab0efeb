import { isRoleNoun } from '../find-roles.ts';
import type { ReadSentence } from '../read-sentences.ts';
import { isCapitalised, type Token } from '../tokens.ts';
import {
  clauseWords,
  isAdverb,
  isAuxiliary,
  isBe,
  isDeterminer,
  isPreposition,
  isTime,
  isSubjectPronoun,
  isVerb,
  lightVerb,
} from './clause-words.ts';
import type { Cue } from './find-cues.ts';
import { invertedSource, longestSource, phraseBehind, type Source } from './source-behind.ts';

/**
 * Finds the noun phrase or pronoun that a cue belongs to; none where the sentence does not say. `earlier` is the source of
 * the attribution before it in the sentence, which a verb without a subject of its own shares.
 */
export function findSource({ tokens }: ReadSentence, cue: Cue, earlier: Source | undefined): Source | undefined {
  switch (cue.form) {
    case 'according to':
      return withMaker(tokens, withDescription(tokens, phraseBehind(tokens, cue.to)));
    case 'noun':
      return possessorOf(tokens, cue.from);
    case 'passive':
      return tokens[cue.to]?.word === 'by' ? phraseBehind(tokens, cue.to + 1) : undefined;
    case 'coordinate':
      return earlier ?? subjectOfClause(tokens, conjunctionBefore(tokens, cue.from));
    case 'participle':
      return earlier ?? subjectOfClause(tokens, cue.from);
    case 'reduced':
      return subjectOfClause(tokens, cue.from) ?? subjectBefore(tokens, cue.from);
    case 'infinitive':
      return prompted(tokens, cue.from) ?? subjectOfClause(tokens, cue.from) ?? earlier;
    case 'colon':
      return { from: 0, to: cue.from, behind: false };
    case 'finite':
      return invertedSource(tokens, cue) ?? subjectBefore(tokens, cue.from);
  }
}

/** "two officials |briefed on the talks|", "a person |who was in the room|": what tells which ones they are belongs to them. */
function withDescription(tokens: readonly Token[], source: Source | undefined): Source | undefined {
  if (source === undefined) return undefined;
  const describes = /^(?:\p{Ll}{3,}ed|familiar|close|who)$/u;
  if (!describes.test(tokens[source.to - 1]?.word ?? '') && tokens[source.to]?.word !== 'who') return source;
  let { to } = source;
  while (to < tokens.length && to - source.from < longestSource && /^\s+$/.test(tokens[to]?.before ?? '')) to += 1;
  return { ...source, to };
}

/** "a tally |by the agency|": who made it belongs to it. */
function withMaker(tokens: readonly Token[], source: Source | undefined): Source | undefined {
  if (source === undefined || tokens[source.to]?.word !== 'by') return source;
  return { ...source, to: phraseBehind(tokens, source.to + 1)?.to ?? source.to };
}

/** "It led |some allies| to worry": who is moved to it stands before the "to". */
function prompted(tokens: readonly Token[], at: number): Source | undefined {
  let to = at - 1;
  while (to > 0 && tokens[to]?.word !== 'to' && isAdverb(tokens[to])) to -= 1;
  if (tokens[to]?.word !== 'to') return undefined;
  for (let verb = to - 2; verb > 0 && to - verb < 8; verb -= 1) {
    const token = tokens[verb + 1];
    if (token === undefined || /[,;:“”"()—]/u.test(token.before) || isVerb(token)) return undefined;
    if (prompting.test(tokens[verb]?.word ?? '')) return { from: verb + 1, to, behind: false };
  }
  return undefined;
}

const prompting =
  /^(?:le(?:a)?ds?|leading|caus(?:e[sd]?|ing)|allow(?:s|ed|ing)?|urg(?:e[sd]?|ing)|ask(?:s|ed|ing)?|told|tell(?:s|ing)?|forc(?:e[sd]?|ing)|encourag(?:e[sd]?|ing)|permit(?:s|ted|ting)?|prompt(?:s|ed|ing)?|invit(?:e[sd]?|ing)|enabl(?:e[sd]?|ing)|persuad(?:e[sd]?|ing)|gets?|for)$/;

/** The noun phrase that ends before a verb: auxiliaries, adverbs and asides between commas are passed over. */
function subjectBefore(tokens: readonly Token[], verb: number): Source | undefined {
  let to = verb;
  while (to > 0 && (isAuxiliary(tokens[to - 1]) || isTimeBefore(tokens, to)) && !closesAside(tokens[to])) to -= 1;
  const last = tokens[to - 1];
  if (/^(?:who|which|that)$/i.test(last?.word ?? '')) return relative(tokens, to - 1);
  if (isSubjectPronoun(last) && !closesAside(tokens[to])) return { from: to - 1, to, behind: false };
  const aside = closesAside(tokens[to]) ? beforeAside(tokens, to) : undefined;
  const from = phraseStart(tokens, aside ?? to);
  if (from === undefined) return undefined;
  if (aside === undefined) return beforeRelative(tokens, from) ?? { from, to, behind: false };
  // "Later on Monday, the minister, said" has no aside in "Later on Monday".
  if (opensClause(tokens[from]) && aside < to) return { from: aside, to, behind: false };
  return { from, to: aside, behind: false, asideTo: to };
}

/** "Tusk |last week| said". */
function isTimeBefore(tokens: readonly Token[], to: number): boolean {
  return (
    isTime(tokens[to - 1]) ||
    (/^(?:week|month|year|night|fall|summer|spring|winter)$/.test(tokens[to - 1]?.word ?? '') &&
      /^(?:last|this|earlier)$/.test(tokens[to - 2]?.word ?? '')) ||
    (/^(?:last|this|earlier)$/.test(tokens[to - 1]?.word ?? '') &&
      /^(?:week|month|year|night)$/.test(tokens[to]?.word ?? ''))
  );
}

/** "officials |who spoke with| the paper said": the subject stands before the clause that describes it. */
function beforeRelative(tokens: readonly Token[], from: number): Source | undefined {
  for (let at = from - 1; at > 0 && from - at < 9; at -= 1) {
    if (/[,;:“”"()—–]/u.test(tokens[at + 1]?.before ?? '')) return undefined;
    if (!/^(?:who|that)$/.test(tokens[at]?.word ?? '')) continue;
    if (!tokens.slice(at + 1, from).some(isVerb) || /[,;:“”"()—–]/u.test(tokens[at]?.before ?? '')) return undefined;
    const start = phraseStart(tokens, at);
    return start === undefined ? undefined : { from: start, to: at, behind: false };
  }
  return undefined;
}

function opensClause(token: Token | undefined): boolean {
  return (
    isPreposition(token) || /^(?:later|earlier|meanwhile|however|still|instead|to|\p{L}+ly)$/iu.test(token?.word ?? '')
  );
}

/** "Howard Dean, who said": the pronoun with the name before it, if one ends there. */
function relative(tokens: readonly Token[], at: number): Source {
  let from = at;
  while (from > 0 && at - from < 6 && isCapitalised(tokens[from - 1]?.word ?? '')) {
    from -= 1;
    if (/[,;:“”"()]/u.test(tokens[from]?.before ?? '')) break;
  }
  return { from, to: at + 1, behind: false };
}

function closesAside(token: Token | undefined): boolean {
  return token !== undefined && /^\s*\.?(?:[,)—–]|--|-\s)/u.test(token.before);
}

/** Where the aside begins that ends before a token: "Keir Starmer|, the prime minister, said". */
function beforeAside(tokens: readonly Token[], end: number): number | undefined {
  const first = Math.max(end - 23, 1);
  const at = tokens.slice(first, end).findLastIndex(({ before }) => /[,(—–]|--|\s-\s/u.test(before));
  return at === -1 ? undefined : first + at;
}

function phraseStart(tokens: readonly Token[], to: number): number | undefined {
  let from = to;
  while (from > 0 && to - from < longestSource) {
    const token = tokens[from - 1];
    if (token === undefined || clauseWords.test(token.word)) break;
    if (from < to && isVerb(token) && isVerbPlace(tokens, from - 1)) break;
    from -= 1;
    if (/[,;:“”"()—]|['‘]$/u.test(token.before)) break;
  }
  return from === to ? undefined : from;
}

/** A word that can be a verb is one behind a pronoun or an auxiliary, and where a noun phrase begins behind it. */
function isVerbPlace(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    isBe(tokens[at]) ||
    isSubjectPronoun(tokens[at - 1]) ||
    isDeterminer(next) ||
    isSubjectPronoun(next) ||
    (next !== undefined && isCapitalised(next.word))
  );
}

function conjunctionBefore(tokens: readonly Token[], verb: number): number {
  return Math.max(
    tokens.slice(0, verb).findLastIndex(({ word }) => /^(?:and|but|or|then)$/.test(word)),
    0,
  );
}

/** The subject of the clause that holds a word which has none of its own: "Voters |came to say|", "Xi, |saying so|, left". */
function subjectOfClause(tokens: readonly Token[], at: number): Source | undefined {
  let begins = Math.max(at - 1, 0);
  while (begins > 0 && !startsClause(tokens, begins)) begins -= 1;
  const relativeAt = tokens[begins];
  if (/^(?:who|which)$/i.test(relativeAt?.word ?? '')) return { from: begins, to: begins + 1, behind: false };
  if (opensClause(tokens[begins])) {
    let comma = begins + 1;
    while (comma < at && !/^\s*,/.test(tokens[comma]?.before ?? '')) comma += 1;
    if (comma < at) begins = comma;
  }
  if (clauseWords.test(tokens[begins]?.word ?? '') && begins < at) begins += 1;
  return subjectFrom(tokens, begins, at);
}

function startsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || at === 0) return true;
  if (/[;:“”"]/u.test(token.before)) return true;
  return /^(?:that|because|when|while|if|whether|although|though|but|who|which)$/i.test(token.word);
}

function subjectFrom(tokens: readonly Token[], from: number, before: number): Source | undefined {
  let to = from;
  while (to < before && to - from < longestSource) {
    const token = tokens[to];
    if (token === undefined || isVerb(token) || (to > from && /[,;:“”"()—]/u.test(token.before))) break;
    if (to > from && (isAdverb(token) || token.word === 'to')) break;
    to += 1;
    if (isSubjectPronoun(token)) break;
  }
  return to === from || to === before || /^(?:and|but|or)$/.test(tokens[from]?.word ?? '')
    ? undefined
    : { from, to, behind: false };
}

/** Whose a claim, a plan or a fear is: "Trump's claim", "their support for", "criticism from voters", "has plans to". */
function possessorOf(tokens: readonly Token[], noun: number): Source | undefined {
  let at = noun - 1;
  while (at > 0 && noun - at < 4 && !isPossessor(tokens[at]) && isModifier(tokens[at])) at -= 1;
  const owner = tokens[at];
  if (isPossessor(owner)) return ownerEnding(tokens, at);
  if (lightVerb.test(owner?.word ?? '')) return subjectBefore(tokens, at);
  for (let index = noun + 1; index < noun + 8 && index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || /[,;:“”"()—]/u.test(token.before) || isVerb(token)) break;
    if (/^(?:by|from|among)$/.test(token.word)) return phraseBehind(tokens, index + 1);
  }
  return undefined;
}

function isPossessor(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return (
    (token.possessive && !isSubjectPronoun(token)) || /^(?:his|her|their|my|our|its|your|whose)$/i.test(token.word)
  );
}

function isModifier(token: Token | undefined): boolean {
  return token !== undefined && /^\s+$/.test(token.before) && !isPreposition(token) && !isVerb(token);
}

function ownerEnding(tokens: readonly Token[], at: number): Source {
  let from = at;
  while (from > 0 && at - from < 5) {
    const token = tokens[from];
    const before = tokens[from - 1];
    if (token === undefined || !/^\s+$/.test(token.before) || before === undefined) break;
    if (isPreposition(before) || clauseWords.test(before.word) || isVerb(before) || !isNounPart(before)) break;
    from -= 1;
  }
  return { from, to: at + 1, behind: false };
}

function isNounPart(token: Token): boolean {
  return isCapitalised(token.word) || isDeterminer(token) || isRoleNoun(token.word);
}
