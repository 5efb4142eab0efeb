import { isSpeechCue, saidForms, speechPhrases } from '../english/speech.ts';
import { stanceNouns, stanceVerbs } from '../english/stances.ts';
import type { ReadSentence } from '../read-sentences.ts';
import { isCapitalised, type Token } from '../tokens.ts';
import type { Quotation } from './find-quotations.ts';

/** The words that make a sentence tell what somebody says or thinks. Token indexes, `to` exclusive. */
export interface Cue {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** `saying`: somebody said it; `stance`: somebody thinks, feels, plans or shows it; `noun`: the same, without a subject. */
  readonly kind: 'saying' | 'stance' | 'noun' | 'according to';
}

/** The cues of a sentence outside its quotations, in order. */
export function findCues(read: ReadSentence, quotations: readonly Quotation[]): Cue[] {
  const { tokens } = read;
  const outside = (token: Token): boolean =>
    !quotations.some((quotation) => token.start >= quotation.start && token.end <= quotation.end);
  const words = tokens.flatMap((token, index) => {
    if (!outside(token)) return [];
    const cues = cueAt(tokens, index);
    return cues.length === 0 && followsQuotation(tokens, index, quotations) ? [sayingAt(token, index)] : cues;
  });
  return [...words, ...phraseCues(read)].toSorted((left, right) => left.from - right.from);
}

function sayingAt(token: Token, index: number): Cue {
  return { text: token.word, from: index, to: index + 1, kind: 'saying' };
}

/** “…,” the minister riffed: whatever stands there, it is a way of saying. */
function followsQuotation(tokens: readonly Token[], index: number, quotations: readonly Quotation[]): boolean {
  const verb = tokens[index];
  if (verb === undefined || !/(?:ed|went|put)$/.test(verb.word) || !quotations.some(({ end }) => end < verb.start))
    return false;
  const end = Math.max(
    ...quotations.filter((quotation) => quotation.end < verb.start).map((quotation) => quotation.end),
  );
  const between = tokens.slice(0, index).filter((token) => token.start > end);
  return (
    between.length > 0 &&
    between.length < 6 &&
    between.every(({ word, before }) => isSubjectWord(word) && !/[,;:]/.test(before.slice(2)))
  );
}

function isSubjectWord(word: string): boolean {
  return (
    isCapitalised(word) ||
    /^(?:the|an?|he|she|they|his|her|its|former|then|also|\p{Ll}+(?:er|or|ist|man|woman))$/u.test(word)
  );
}

function cueAt(tokens: readonly Token[], index: number): Cue[] {
  const token = tokens[index];
  if (token === undefined) return [];
  const next = tokens[index + 1];
  if (/^according$/i.test(token.word) && next?.word === 'to')
    return [{ text: 'according to', from: index, to: index + 2, kind: 'according to' }];
  const following = next === undefined ? '.' : /^\s*,/.test(next.before) ? ',' : next.word;
  const says = isSpeechCue(token.word, following) || (saidForms.has(token.word) && following === ',');
  if (says && !isNounUse(tokens, index)) return [sayingAt(token, index)];
  if (stanceVerbs.has(token.word) && !isNounUse(tokens, index)) return [{ ...sayingAt(token, index), kind: 'stance' }];
  const noun = says || stanceVerbs.has(token.word) || stanceNouns.has(token.word);
  return noun ? [{ ...sayingAt(token, index), kind: 'noun' }] : [];
}

function phraseCues({ sentence, tokens }: ReadSentence): Cue[] {
  return speechPhrases.flatMap((phrase) =>
    [...sentence.text.matchAll(phrase)].flatMap((match): Cue[] => {
      const start = sentence.start + match.index;
      const from = tokens.findIndex((token) => token.start === start);
      if (from < 0) return [];
      const to = tokens.findIndex((token) => token.start >= start + match[0].length);
      return [{ text: match[0], from, to: to === -1 ? tokens.length : to, kind: 'saying' }];
    }),
  );
}

/** "the report says" is a cue, "a claims office" or "to call for" is none of the subject's. */
function isNounUse(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1]?.word ?? '';
  return /^(?:the|a|an|his|her|their|its|this|that|these|those|to|no|of|by|was|were|been|being|is|are|be|which)$/.test(
    previous,
  );
}
