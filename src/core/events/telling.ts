import { analyse, type Analysis } from '../language/analyse.ts';
import { deedOf } from '../language/en/deeds.ts';
import { isForeign } from '../language/en/foreign.ts';
import { remembered } from '../text/remembered.ts';
import { calendarWord } from '../words/calendar.ts';
import { type Word, wordsOf } from '../words/words.ts';

/** What a sentence tells, as far as it is compared with another. */
export interface Telling {
  readonly analysis: Analysis;
  /** Terms of its content words; a word that tells a kind of deed by its kin. */
  readonly matter: ReadonlySet<string>;
  /** The terms as they stand: of two of one kin the words may still be opposites. */
  readonly terms: readonly string[];
  readonly deeds: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Weekdays, dates with clock times, and years. */
  readonly days: readonly ReadonlySet<string>[];
  readonly figures: ReadonlySet<string>;
  readonly denies: 'yes' | 'no';
  /** Whether somebody is called the former holder of an office. */
  readonly former: 'yes' | 'no';
  /** Words of another language than is read: only the very same words are the same. */
  readonly read: 'yes' | 'no';
}

const kept = 20_000;
const weekdays = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gu;
const monthNames = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const dates = new RegExp(String.raw`(?:\b\d{1,2} )?\b${monthNames}\b(?: \d{1,2}\b)?|\b\d{1,2}[:.]\d\d\b`, 'gu');
const years = /\b(?:1[5-9]|20)\d\d\b/gu;

export const tellingOf: (text: string) => Telling = remembered((text) => {
  const words = wordsOf(text);
  const analysis = analyse(text);
  const matter = new Set<string>();
  const deeds = new Set<string>();
  const names = new Set<string>();
  for (const [at, word] of words.entries()) {
    const kin = deedOf(word.term, words[at + 1]?.lower);
    if (kin !== undefined && !word.capital) deeds.add(kin);
    if (word.weight !== 'full' || word.number || calendarWord.test(word.lower)) {
      if (kin !== undefined && word.weight !== 'stop') matter.add(kin);
      continue;
    }
    if (isName(words, at)) names.add(word.term);
    matter.add(kin !== undefined && !word.capital ? kin : word.term);
  }
  return {
    analysis,
    matter,
    terms: words.map(({ term }) => term),
    deeds,
    names,
    days: [weekdays, dates, years].map((pattern) => new Set(text.match(pattern))),
    figures: new Set(
      analysis.quantities
        .filter(({ role }) => role === 'now')
        .map(
          ({ value, upTo, unit, counted }) =>
            `${value}-${upTo ?? value} ${unit === 'number' ? '' : `${unit} ${counted ?? ''}`}`,
        ),
    ),
    denies: analysis.negations.length % 2 === 1 ? 'yes' : 'no',
    former: /\b(?:former|ex-\p{L}+|then-\p{L}+|outgoing)\b/iu.test(text) ? 'yes' : 'no',
    read: isForeign(text) ? 'no' : 'yes',
  };
}, kept);

/** At a sentence's start every word has a capital: there, only what another capital follows, or what owns something, is a name for certain. */
function isName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (word.capital) return true;
  return at === 0 && (/['’]s$/u.test(word.raw) || (words[1]?.capital === true && words[1].weight === 'full'));
}
