import { isCapitalised, type Token } from '../tokens.ts';
import { isAdverb, isBe, isDeterminer, isModal, isPreposition, isSubjectPronoun } from './clause-words.ts';

/**
 * How a verb stands in its clause. `finite`: it has a subject before it; `coordinate`: it shares that of a verb before it;
 * `participle`: ", saying"; `reduced`: "a letter saying"; `infinitive`: "to say", "by saying"; `passive`: "was said by"; `noun`: it is no verb here.
 */
export type Form = 'finite' | 'coordinate' | 'participle' | 'reduced' | 'infinitive' | 'passive' | 'noun';

/**
 * Tells how the word at `index` stands, from the words around it. An `ambiguous` word is a noun too ("plans", "call"): it
 * is a verb only where they show it.
 */
export function verbForm(
  tokens: readonly Token[],
  index: number,
  { ambiguous }: { readonly ambiguous: boolean },
): Form {
  const token = tokens[index];
  if (token === undefined || token.possessive) return 'noun';
  let at = index - 1;
  while (at >= 0 && isAdverb(tokens[at]) && !/[,;:]/.test(tokens[at + 1]?.before ?? '')) at -= 1;
  const before = tokens[at];
  const gap = tokens[at + 1]?.before ?? '';
  if (token.word.endsWith('ing')) return formOfIng(before, gap);
  if (isCoordinate(tokens, at)) return ambiguous && !takesClause(tokens[index + 1]) ? 'noun' : 'coordinate';
  if (isBare(token.word)) return formOfBare(tokens, { at, index, ambiguous });
  if (token.word.endsWith('s')) return formOfPresent(tokens, { at, index, ambiguous });
  if (isBe(before) && !/[,;:—]/.test(gap)) return 'passive';
  if (
    tokens[index + 1]?.word === 'by' &&
    !isByDoing(tokens, index + 2) &&
    !/[,;:]/.test(tokens[index + 1]?.before ?? '')
  )
    return 'passive';
  // What stands before a closing mark is quoted, and governs nothing behind it.
  if (/[”"»]\s*$/u.test(gap)) return 'finite';
  if (isDeterminer(before) || /^(?:of|for|with|in|on|from)$/.test(before?.word ?? '')) return 'noun';
  return before?.word === 'having' ? 'participle' : 'finite';
}

/** "responded by strongly rejecting it": how it was done, not by whom. */
function isByDoing(tokens: readonly Token[], at: number): boolean {
  return tokens[isAdverb(tokens[at]) ? at + 1 : at]?.word.endsWith('ing') ?? false;
}

function formOfIng(before: Token | undefined, gap: string): Form {
  if (before === undefined) return 'noun';
  if (/[,—–]/.test(gap)) return 'participle';
  if (isBe(before) || (before.possessive && isSubjectPronoun(before))) return 'finite';
  if (
    /^(?:by|without|before|after|while|when|in|from|about|keeps?|kept|began|begins?|started|continue[ds]?|and)$/.test(
      before.word,
    )
  )
    return 'infinitive';
  return isDeterminer(before) || isPreposition(before) || before.word === 'to' ? 'noun' : 'reduced';
}

/** "He thanked them |and said|", "she came, saw |and said|": no subject stands between. */
function isCoordinate(tokens: readonly Token[], at: number): boolean {
  return /^(?:and|but|or|then|also)$/.test(tokens[at]?.word ?? '') && at > 0;
}

interface Place {
  /** The last word before that is no adverb. */
  readonly at: number;
  readonly index: number;
  readonly ambiguous: boolean;
}

function formOfBare(tokens: readonly Token[], { at, index, ambiguous }: Place): Form {
  const before = tokens[at];
  if (before?.word === 'to') return 'infinitive';
  if (isModal(before) || isSubjectPronoun(before) || before?.word === 'whom') return 'finite';
  if (/^(?:some|many|few|most|both|others|those|several)$/i.test(before?.word ?? '') && takesClause(tokens[index + 1]))
    return 'finite';
  if (before === undefined || isDeterminer(before) || isPreposition(before) || isBe(before)) return 'noun';
  if (/[;:]/.test(tokens[at + 1]?.before ?? '')) return 'noun';
  const clause = takesClause(tokens[index + 1]);
  const many = isPlural(before) || isCapitalised(before.word);
  return (ambiguous ? many && clause : many || clause) ? 'finite' : 'noun';
}

function formOfPresent(tokens: readonly Token[], { at, index, ambiguous }: Place): Form {
  const before = tokens[at];
  if (before === undefined || isDeterminer(before) || isPreposition(before) || isBe(before) || before.word === 'to')
    return 'noun';
  if (isModal(before)) return 'noun';
  if (!ambiguous || isSubjectPronoun(before)) return 'finite';
  const next = tokens[index + 1];
  // "…, the agency reports, …"
  if (isCapitalised(before.word) && /^\s*[,;.]/.test(next?.before ?? '.') && /,\s*$/.test(tokens[at]?.before ?? ''))
    return 'finite';
  return takesClause(next) && !isPreposition(next) && !isPlural(before) ? 'finite' : 'noun';
}

/** A base form or an irregular past: anything that ends neither in -s nor in -ed nor in -ing. */
function isBare(word: string): boolean {
  return !/(?:ed|ing|[^s]s|ss)$/.test(word) && !irregularPast.has(word);
}

const irregularPast: ReadonlySet<string> = new Set(
  'said told wrote written thought knew known saw seen sought spoke spoken swore sworn taught understood chose chosen foresaw proved shown found felt heard meant put went'.split(
    ' ',
  ),
);

function isPlural({ word, possessive }: Token): boolean {
  return (
    !possessive &&
    (/[^s’']s$/.test(word) ||
      /^(?:people|police|men|women|children|media|both|many|some|most|those|others|few|percent|majority)$/u.test(word))
  );
}

/** "that", "to", "whether", "he": what is said or thought follows. */
function takesClause(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^\s*$/.test(token.before) &&
    (/^(?:that|to|whether|if|how|why|what|there|for|on|the|an?|his|her|their|its)$/.test(token.word) ||
      isSubjectPronoun(token) ||
      isCapitalised(token.word))
  );
}
