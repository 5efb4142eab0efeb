import { countryWords } from './countries.ts';
import { figure } from './numbers.ts';
import { stem } from './stem.ts';
import { lightWords, stopWords } from './stop-words.ts';

/** A word of a text, with its place and the term by which it is compared. */
export interface Word {
  readonly raw: string;
  readonly lower: string;
  /** Stem, figure or country: words with the same term mean the same here. */
  readonly term: string;
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
  readonly weight: 'stop' | 'light' | 'full';
  /** Written with a capital, other than by beginning the text. */
  readonly capital: boolean;
  readonly number: boolean;
}

const pattern = /(?:\p{L}\.){2,}|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?/gu;

/** The words of an English text in order; a two-word country ("United States") is one term on its first word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = '';
  for (const match of text.matchAll(pattern)) {
    const word = wordAt(match[0], match.index, before);
    const pair = countryWords.get(`${before}_${word.lower}`);
    const last = words.at(-1);
    if (pair !== undefined && last !== undefined) {
      words[words.length - 1] = { ...last, term: pair, weight: 'full' };
      words.push({ ...word, term: pair, weight: 'stop' });
    } else {
      words.push(word);
    }
    before = word.lower;
  }
  return words;
}

/** The text in lower case without accents: "Élysée" is "elysee". */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function wordAt(raw: string, start: number, before: string): Word {
  const bare = /[^a-zA-Z]/.test(raw) ? folded(raw.replace(/['’](?:s|S)?$|['’]s$/u, '')).replace(/\.$/, '') : raw.toLowerCase();
  const number = figure(bare);
  const capital = start > 0 && /^\p{Lu}/u.test(raw);
  const country = countryOf(raw, bare, before);
  const weight = country !== undefined ? 'full' : weightOf(bare, capital);
  const term = country ?? number ?? stem(bare);
  return { raw, lower: bare, term, start, end: start + raw.length, weight, capital, number: number !== undefined };
}

/** "us" is a country only in capitals or after "the"; "polish" and the like only with a capital. */
function countryOf(raw: string, bare: string, before: string): string | undefined {
  if (bare === 'us') return raw === 'US' || raw === 'U.S.' || before === 'the' ? 'usa' : undefined;
  if ((bare === 'polish' || bare === 'turkey' || bare === 'pole' || bare === 'poles') && raw === bare) return undefined;
  return countryWords.get(bare);
}

function weightOf(bare: string, capital: boolean): Word['weight'] {
  if (stopWords.has(bare) || bare.length === 1) return 'stop';
  return lightWords.has(bare) && !capital ? 'light' : 'full';
}
