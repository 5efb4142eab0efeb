import { saidForms } from '../english/speech.ts';
import { isRoleNoun } from '../find-roles.ts';
import { isCapitalised, type Token } from '../tokens.ts';
import { clauseWords, isTime } from './clause-words.ts';
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

/** In words. */
export const longestSource = 14;

/** The source of a verb that stands before it: “…,” said Tusk. */
export function invertedSource(tokens: readonly Token[], cue: Cue): Source | undefined {
  if (!isInverted(tokens, cue)) return undefined;
  const behind = phraseBehind(tokens, cue.to);
  return behind !== undefined && (isQuoted(tokens[cue.from]) || isNameAlone(tokens, behind)) ? behind : undefined;
}

/** “…,” said Tusk; behind a bare comma only a verb that often stands so: "The deal is done, said Tusk." */
function isInverted(tokens: readonly Token[], cue: Cue): boolean {
  const token = tokens[cue.from];
  const next = tokens[cue.to];
  if (token === undefined || next === undefined || !/^\s+$/.test(next.before)) return false;
  // Behind these stands whom it is said to, or when.
  if (takesListener.test(cue.text) || isTime(next)) return false;
  if (
    !isCapitalised(next.word) &&
    !/^(?:the|a|an|one|his|her|their|its|he|she|they|former|senior|little|old|young|another|several|two|three)$/.test(
      next.word,
    )
  )
    return false;
  return isQuoted(token) || (/,\s*$/.test(token.before) && saidForms.has(cue.text));
}

const takesListener = /^(?:tells?|told)$/;

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

/** The noun phrase that begins at a token: up to a mark, a preposition or a clause. */
export function phraseBehind(tokens: readonly Token[], from: number): Source | undefined {
  let to = from;
  while (to < tokens.length && to - from < longestSource) {
    const token = tokens[to];
    if (token === undefined || (to > from && !/^['’]?s?\s+$|^[-–]$/u.test(token.before))) break;
    if (to > from && (clauseWords.test(token.word) || /^(?:who|which|in|on|at|during|by)$/.test(token.word))) break;
    to += 1;
  }
  return to === from ? undefined : { from, to, behind: true };
}
