import { knownOrganisations } from './english/organisations.ts';
import { isPlace } from './english/places.ts';

/** A word of a sentence, with its place in the article's text. */
export interface Token {
  /** The word without a possessive ending. */
  readonly word: string;
  readonly start: number;
  /** End of `word`: a possessive 's lies behind it. */
  readonly end: number;
  readonly possessive: boolean;
  /** What stands between the token before and this one. */
  readonly before: string;
}

const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[.](?=\p{L}[.\p{L}]?)|['’\-–&/](?=[\p{L}\p{N}]))*\.?/gu;

/** Cuts a sentence into words. `offset` is where the sentence begins in the article's text. */
export function tokenise(sentence: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of sentence.matchAll(wordPattern)) {
    const word = withoutTail(withoutStop(match[0]));
    const bare = word.replace(/['’]s$/u, '');
    const plural =
      !word.endsWith('s') || bare !== word
        ? ''
        : (/^['’](?=\s|$)/u.exec(sentence.slice(match.index + word.length))?.[0] ?? '');
    tokens.push({
      word: bare,
      start: offset + match.index,
      end: offset + match.index + bare.length,
      possessive: bare !== word || plural !== '',
      before: sentence.slice(last, match.index),
    });
    last = match.index + bare.length;
  }
  return tokens;
}

/** Keeps the full stop of abbreviations and initials ("U.S.", "J.", "Mr."), drops that of a sentence. */
function withoutStop(word: string): string {
  if (!word.endsWith('.')) return word;
  return /^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Cpl|Pvt|Spc|Pfc|Adm|Cmdr|Brig|Sen|Rep|Gov|Pres|Sec|Amb|St|Jr|Sr|Rev|Fr|Inc|Ltd|Corp|Co)\.$/u.test(
    word,
  )
    ? word
    : word.slice(0, -1);
}

/** Of "Kremlin-backed", "Smith-era" and "ISIL-held" the name alone; what is cut off counts as a gap. */
function withoutTail(word: string): string {
  const name = /^(.+?)-\p{Ll}+(?:-\p{Ll}+)*$/u.exec(word)?.[1];
  if (name === undefined || !/^\p{Lu}/u.test(name)) return word;
  if (/-(?:\p{Ll}{2,}ed|led|run|era|style|owned|born|friendly)$/u.test(word)) return name;
  return /^\p{Lu}{2,}$/u.test(name) || knownOrganisations.has(name) || isPlace(name) ? name : word;
}

export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word) || /^(?:al|el)-\p{Lu}/u.test(word);
}

/** Nothing but space between a token and the one before: they can be one name. */
export function isAdjacent(token: Token): boolean {
  return /^\s+$/.test(token.before);
}

/** Whether a word stands alone in brackets, as the short form of a name does: "(OSCE)". */
export function isInBrackets(tokens: readonly Token[], index: number): boolean {
  return (tokens[index]?.before ?? '').endsWith('(') && (tokens[index + 1]?.before ?? ')').startsWith(')');
}
