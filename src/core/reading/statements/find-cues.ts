import { isPlace } from '../english/places.ts';
import { isSpeechCue, saidForms, speechBases, speechPhrases, speechVerbs } from '../english/speech.ts';
import { nounsOrVerbs, stanceAdjectives, stanceNouns, stanceVerbs } from '../english/stances.ts';
import type { ReadSentence } from '../read-sentences.ts';
import { isRoleNoun } from '../find-roles.ts';
import { isCapitalised, type Token } from '../tokens.ts';
import type { Quotation } from './find-quotations.ts';
import { isAdverb, isBe, isDeterminer, isModal, isPreposition, isSubjectPronoun } from './clause-words.ts';
import { type Form, verbForm } from './verb-form.ts';

/** The words that make a sentence tell what somebody says or thinks. Token indexes, `to` exclusive. */
export interface Cue {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** `saying`: somebody said it; `stance`: somebody thinks, feels, plans or shows it. */
  readonly kind: 'saying' | 'stance';
  /** How it stands in its clause, which says where its source is. */
  readonly form: Form | 'according to' | 'colon';
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
  return [...words, ...phraseCues(read), ...colonCue(read)].toSorted((left, right) => left.from - right.from);
}

function sayingAt(token: Token, index: number, form: Form = 'finite'): Cue {
  return { text: token.word, from: index, to: index + 1, kind: 'saying', form };
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
  if (between.length === 0) return beginsSubject(tokens[index + 1]);
  const isOffice = isDeterminer(between[0]) && between.length < 5;
  return (
    between.length < 6 &&
    between.every(({ word, before }) => (isOffice || isSubjectWord(word)) && !/[,;:]/.test(before.slice(2)))
  );
}

/** “…,” grumbled |Jens Krag|; “…,” sighed |the mayor|. */
function beginsSubject(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^\s+$/.test(token.before) &&
    (isCapitalised(token.word) || /^(?:the|an?|one|his|her|their|little|old|young)$/.test(token.word))
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
    return [{ text: 'according to', from: index, to: index + 2, kind: 'saying', form: 'according to' }];
  const following = next === undefined ? '.' : /^\s*,/.test(next.before) ? ',' : next.word;
  const says = isSpeechCue(token.word, following) || (saidForms.has(token.word) && following === ',');
  const thinks = stanceVerbs.has(token.word) || seesAs(tokens, index);
  const noun = stanceNouns.has(token.word);
  const form = verbForm(tokens, index, { ambiguous: noun || nounLike.has(token.word) });
  if (stanceAdjectives.has(token.word))
    return [{ ...sayingAt(token, index, isPredicate(tokens, index) ? 'finite' : 'noun'), kind: 'stance' }];
  if (form !== 'noun' && says)
    return [{ ...sayingAt(token, index, form), kind: isActual(tokens, index, form) ? 'saying' : 'stance' }];
  const isVerbOfSpeech = speechVerbs.has(token.word) || speechBases.has(token.word);
  if (form !== 'noun' && (thinks || isVerbOfSpeech || nounsOrVerbs.has(token.word) || leadsToClause(tokens, index)))
    return [{ ...sayingAt(token, index, form), kind: 'stance' }];
  return says || thinks || noun || speechVerbs.has(token.word)
    ? [{ ...sayingAt(token, index, 'noun'), kind: 'stance' }]
    : [];
}

/** "sees the vote |as| a test": a judgement; who only sees it has none. */
function seesAs(tokens: readonly Token[], index: number): boolean {
  if (!/^(?:sees?|saw|views?|viewed|regards?|regarded)$/.test(tokens[index]?.word ?? '')) return false;
  const behind = tokens.slice(index + 1, index + 9);
  const end = behind.findIndex(({ before }) => /[,;:.—“”"]/u.test(before));
  return (end === -1 ? behind : behind.slice(0, end)).slice(1).some(({ word }) => word === 'as');
}

/** "They are wary of", "voters seem unsure". */
function isPredicate(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (isAdverb(tokens[at])) at -= 1;
  const verb = tokens[at];
  return (
    isBe(verb) ||
    /^(?:seems?|appears?|feels?|felt|became|remains?|remained|grew|(?:they|we|you)[’']re)$/.test(verb?.word ?? '')
  );
}

/** "affirmed that he", "proves that the": whatever the verb is, a clause hangs on it. */
function leadsToClause(tokens: readonly Token[], index: number): boolean {
  const [verb, next, after] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  return (
    verb !== undefined &&
    /^\p{Ll}{3,}(?:ed|s)$/u.test(verb.word) &&
    next?.word === 'that' &&
    /^\s+$/.test(next.before) &&
    (isSubjectPronoun(after) || isDeterminer(after) || isCapitalised(after?.word ?? ''))
  );
}

/** "refused to say", "did not confirm", "would warn": nothing was said. */
function isActual(tokens: readonly Token[], index: number, form: Form): boolean {
  const word = tokens[index]?.word ?? '';
  if (form === 'infinitive' && !word.endsWith('ing')) return false;
  // "welcomed the leaders", "called his colleague": a greeting and a telephone call.
  if (/^(?:welcom|call)/.test(word) && isOfPeople(tokens.slice(index + 1, index + 6))) return false;
  let at = index - 1;
  while (isAdverb(tokens[at])) {
    if (/^(?:not|never)$/.test(tokens[at]?.word ?? '')) return false;
    at -= 1;
  }
  return !isModal(tokens[at]) || /^(?:will|\p{L}+[’']ll)$/u.test(tokens[at]?.word ?? '');
}

function isOfPeople(tokens: readonly Token[]): boolean {
  const end = tokens.findIndex((token) => /[,;:“”"]/u.test(token.before) || isPreposition(token));
  const object = end === -1 ? tokens : tokens.slice(0, end);
  return object.some(
    ({ word }) => isRoleNoun(word) || /^(?:counterpart|colleague|guest|delegate|him|her|them)s?$/.test(word),
  );
}

/** Forms that are plural nouns more often than verbs. */
const nounLike: ReadonlySet<string> = new Set(
  'comments documents measures states credits credit probe probes projects details ranks targets target brands brand champion champions picture pictures records tips forms deals talks talk aim aims estimates regrets grants'.split(
    ' ',
  ),
);

function phraseCues({ sentence, tokens }: ReadSentence): Cue[] {
  return speechPhrases.flatMap((phrase) =>
    [...sentence.text.matchAll(phrase)].flatMap((match): Cue[] => {
      const start = sentence.start + match.index;
      const from = tokens.findIndex((token) => token.start === start);
      if (from < 0) return [];
      const to = tokens.findIndex((token) => token.start >= start + match[0].length);
      return [{ text: match[0], from, to: to === -1 ? tokens.length : to, kind: 'saying', form: 'finite' }];
    }),
  );
}

/** "Lavrov: Europe has no role": headlines and transcripts put the speaker before a colon. */
function colonCue({ tokens, names }: ReadSentence): Cue[] {
  const at = tokens.findIndex(({ before }, index) => index > 0 && /^:\s/.test(before));
  const speaker = tokens.slice(0, at);
  const last = speaker.at(-1);
  if (at < 1 || at > longestSpeaker || tokens.length - at < shortestSaying || last === undefined) return [];
  if (speaker.some(({ word, before }, index) => !isCapitalised(word) || (index > 0 && /[,;()“”"—]/u.test(before))))
    return [];
  const isNamed = names.some(({ from, to }) => from < at && to >= at) || isRoleNoun(last.word.toLowerCase());
  return (isNamed && !isPlace(last.word)) || /^(?:polls?|survey|study|report)$/i.test(last.word)
    ? [{ text: ':', from: at, to: at, kind: 'saying', form: 'colon' }]
    : [];
}

/** In words. */
const longestSpeaker = 6;
const shortestSaying = 3;
