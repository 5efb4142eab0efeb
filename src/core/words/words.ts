import { folded } from '../text/fold.ts';
import { countryWords } from './countries.ts';
import { figure } from './numbers.ts';
import { stem } from './stem.ts';
import { lightWords, stopWords } from './stop-words.ts';
import { wordEnd } from './word-spans.ts';

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

/** The words of an English text in order; a two-word country ("United States") is one term on its first word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = '';
  for (let at = 0; at < text.length; at += 1) {
    const end = wordEnd(text, at);
    if (end === at) continue;
    const word = wordAt(text.slice(at, end), at, before);
    const pair = countryWords.get(`${before}_${word.lower}`);
    const last = words.at(-1);
    if (pair !== undefined && last !== undefined) {
      words[words.length - 1] = { ...last, term: pair, weight: 'full' };
      words.push({ ...word, term: pair, weight: 'stop' });
    } else {
      words.push(word);
    }
    before = word.lower;
    at = end - 1;
  }
  return words;
}

function wordAt(raw: string, start: number, before: string): Word {
  const { lower, term, weight, number } = raw === 'us' && before === 'the' ? formOf('US') : formOf(raw);
  const capital = start > 0 && /^\p{Lu}/u.test(raw);
  return {
    raw,
    lower,
    term,
    start,
    end: start + raw.length,
    weight: capital && weight === 'light' ? 'full' : weight,
    capital,
    number,
  };
}

/** What a word is wherever it stands. */
export type Form = Pick<Word, 'lower' | 'term' | 'weight' | 'number'>;

const forms = new Map<string, Form>();
const formsKept = 200_000;

/** The form of a word as it is written. */
export function formOf(raw: string): Form {
  const ready = forms.get(raw);
  if (ready !== undefined) return ready;
  if (forms.size >= formsKept) forms.clear();
  const made = formMade(raw);
  forms.set(raw, made);
  return made;
}

/** The same for whoever remembers forms itself. */
export function formMade(raw: string): Form {
  const lower = folded(raw.replace(/['’]s$/iu, '')).replace(/\.$/, '');
  const number = figure(lower);
  const country = countryOf(raw, lower);
  const weight = country === undefined ? weightOf(lower) : 'full';
  return { lower, term: country ?? number ?? stem(lower), weight, number: number !== undefined };
}

/** "us" is a country only in capitals; "polish" and the like only with a capital. */
function countryOf(raw: string, lower: string): string | undefined {
  if (lower === 'us' && raw !== 'US' && raw !== 'U.S.') return undefined;
  if (/^(?:polish|turkey|poles?)$/.test(raw)) return undefined;
  return countryWords.get(lower);
}

function weightOf(lower: string): Word['weight'] {
  if (stopWords.has(lower) || lower.length === 1) return 'stop';
  return lightWords.has(lower) ? 'light' : 'full';
}
