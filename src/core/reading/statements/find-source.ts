import { saidForms } from '../english/speech.ts';
import { isRoleNoun } from '../find-roles.ts';
import type { ReadSentence } from '../read-sentences.ts';
import { isCapitalised, type Token } from '../tokens.ts';
import type { Cue } from './find-cues.ts';

/** The words that name whoever says it, as token indexes, `to` exclusive. */
export interface Source {
  readonly from: number;
  readonly to: number;
  /** Whether the cue comes first: “…,” said the minister; according to the minister. */
  readonly behind: boolean;
  /** Where the aside behind it ends: "Russia's foreign minister|, Sergei Lavrov|, said". */
  readonly asideTo?: number;
}

const longestSource = 14;
const auxiliaries =
  /^(?:also|has|have|had|having|is|are|was|were|be|been|being|will|would|could|should|can|may|might|must|did|does|do|not|never|then|later|again|once|still|now|just|only|even|already|always|often|both|all|to|himself|herself|itself|themselves|further|\p{L}+ly|\p{L}+n[’']t)$/iu;
/** Words that begin a clause: no source reaches over them. */
const clauseWords =
  /^(?:that|but|because|when|while|if|whether|although|though|since|after|before|until|unless|where|how|why|what|and|or|so|yet|as|than|then)$/i;

/** Finds the noun phrase or pronoun that a cue belongs to; none where the sentence does not say. */
export function findSource({ tokens }: ReadSentence, cue: Cue): Source | undefined {
  if (cue.kind === 'according to') return phraseBehind(tokens, cue.to);
  if (isInverted(tokens, cue)) {
    const behind = phraseBehind(tokens, cue.to);
    if (behind !== undefined && (isQuoted(tokens[cue.from]) || isNameAlone(tokens, behind))) return behind;
  }
  return subjectBefore(tokens, cue.from);
}

/** “…,” said Tusk; behind a bare comma only a verb that often stands so: "The deal is done, said Tusk." */
function isInverted(tokens: readonly Token[], cue: Cue): boolean {
  const token = tokens[cue.from];
  const next = tokens[cue.to];
  if (token === undefined || next === undefined || !/^\s+$/.test(next.before)) return false;
  if (
    !isCapitalised(next.word) &&
    !/^(?:the|a|an|one|his|her|their|its|he|she|they|former|senior|another|several|two|three)$/.test(next.word)
  )
    return false;
  return isQuoted(token) || (/,\s*$/.test(token.before) && saidForms.has(cue.text));
}

function isQuoted(token: Token | undefined): boolean {
  return token !== undefined && /[”"’'»]\s*$/u.test(token.before);
}

/** "…, said Tusk.", not "Tusk, the prime minister, said Poland would agree.": no verb stands in it. */
function isNameAlone(tokens: readonly Token[], { from, to }: Source): boolean {
  const next = tokens[to];
  if (next !== undefined && !/[,.;:—–]/u.test(next.before)) return false;
  return tokens
    .slice(from, to)
    .every(
      ({ word }) => isCapitalised(word) || isRoleNoun(word) || /^(?:the|an?|of|for|de|van|von|bin|al)$/.test(word),
    );
}

function phraseBehind(tokens: readonly Token[], from: number): Source | undefined {
  let to = from;
  while (to < tokens.length && to - from < longestSource) {
    const token = tokens[to];
    if (token === undefined || (to > from && !/^['’]?s?\s+$|^[-–]$/u.test(token.before))) break;
    if (to > from && (clauseWords.test(token.word) || /^(?:who|which|in|on|at|during|by)$/.test(token.word))) break;
    to += 1;
  }
  return to === from ? undefined : { from, to, behind: true };
}

/** The noun phrase that ends before a verb: auxiliaries, adverbs and asides between commas are passed over. */
function subjectBefore(tokens: readonly Token[], verb: number): Source | undefined {
  let to = verb;
  while (to > 0 && auxiliaries.test(tokens[to - 1]?.word ?? '') && !closesAside(tokens[to])) to -= 1;
  if (/^(?:who|which|that)$/i.test(tokens[to - 1]?.word ?? '')) return relative(tokens, to - 1);
  const aside = closesAside(tokens[to]) ? beforeAside(tokens, to) : undefined;
  const from = phraseStart(tokens, aside ?? to);
  if (from === undefined) return undefined;
  return aside === undefined ? { from, to, behind: false } : { from, to: aside, behind: false, asideTo: to };
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
  return token !== undefined && /^\s*[,)—–]/u.test(token.before);
}

/** Where the aside begins that ends before a token: "Keir Starmer|, the prime minister, said". */
function beforeAside(tokens: readonly Token[], end: number): number | undefined {
  for (let index = end - 1; index > 0 && end - index < 24; index -= 1) {
    if (/[,(—–]/u.test(tokens[index]?.before ?? '')) return index;
  }
  return undefined;
}

function phraseStart(tokens: readonly Token[], to: number): number | undefined {
  let from = to;
  while (from > 0 && to - from < longestSource) {
    const token = tokens[from - 1];
    if (token === undefined || clauseWords.test(token.word)) break;
    from -= 1;
    if (/[,;:“”"()—]|['‘]$/u.test(token.before)) break;
  }
  return from === to ? undefined : from;
}
