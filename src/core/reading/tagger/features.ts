import { particles } from '../english/function-words.ts';
import type { Seen } from './tagged-token.ts';

const edge: Seen = {
  lower: '^',
  wordClass: '_',
  shape: '^',
  gap: '^',
  capitalised: false,
  possessive: false,
  evidence: {
    lowerCase: 0,
    insideSentence: 0,
    afterTitle: 0,
    afterGivenName: 0,
    besideSaying: 0,
    afterPlacePreposition: 0,
    afterThe: 0,
    beforeOrganisationNoun: 0,
  },
};

/** What stands before the `=` of each feature. */
export const featureKinds: ReadonlySet<string> = new Set([
  ...[
    'b',
    'w',
    'c',
    's',
    'z',
    'y',
    'q',
    'i',
    'w-',
    'w+',
    'c-',
    'c+',
    's-',
    's+',
    'g',
    'cc-',
    'cc+',
    'ccc',
    'w--',
    'w++',
  ],
  ...['c--', 'c++', 'ss', 'pl', 'nl', 'r', 'rl', 'rp', 'rz', 're', 'rc', 'e1', 'e2', 'e3', 'e4'],
  ...['t', 'tt', 'tc', 'tw', 'ts', 'tn'],
]);

/** Only capitalised words, and small ones inside a run of them ("Bank of England"), can be part of a name. */
export function canBeNamed(words: readonly Seen[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (word.capitalised) return true;
  if (!(words[index - 1]?.capitalised ?? false) && !(words[index - 2]?.capitalised ?? false)) return false;
  if (word.gap !== 's' || !(particles.has(word.lower) || /^(?:of|for|and|the)$/.test(word.lower))) return false;
  return (words[index + 1]?.capitalised ?? false) || (words[index + 2]?.capitalised ?? false);
}

/** What the tagger weighs of a word: itself, its neighbours, the run of capitals it stands in, the rest of the article. */
export function featuresOf(words: readonly Seen[], index: number): string[] {
  const word = words[index] ?? edge;
  return [
    ...ownFeatures(word, index),
    ...neighbourFeatures(words, index),
    ...runFeatures(words, index),
    ...evidenceFeatures(word, index),
  ];
}

/** What depends on the tags given to the two words before; added to the others while tagging. */
export function tagFeatures(words: readonly Seen[], index: number, tags: readonly number[]): string[] {
  const word = words[index] ?? edge;
  const previous = tags[index - 1] ?? 0;
  return [
    `t=${previous}`,
    `tt=${tags[index - 2] ?? 0}${previous}`,
    `tc=${previous}${word.wordClass}`,
    `tw=${previous}${word.lower}`,
    `ts=${previous}${word.shape}${word.gap}`,
    `tn=${previous}${words[index + 1]?.wordClass ?? '_'}`,
  ];
}

function ownFeatures({ lower, wordClass, shape }: Seen, index: number): string[] {
  return [
    'b',
    `w=${lower}`,
    `c=${wordClass}`,
    `s=${shape}`,
    `z=${lower.slice(-3)}`,
    `y=${lower.slice(-2)}`,
    `q=${lower.slice(0, 3)}`,
    `i=${index === 0 ? 'y' : 'n'}${wordClass}`,
  ];
}

function neighbourFeatures(words: readonly Seen[], index: number): string[] {
  const word = words[index] ?? edge;
  const [before2, before, after, after2] = [-2, -1, 1, 2].map((offset) => words[index + offset] ?? edge);
  if (before2 === undefined || before === undefined || after === undefined || after2 === undefined) return [];
  const gapAfter = words[index + 1]?.gap ?? '$';
  return [
    `w-=${before.lower}`,
    `w+=${after.lower}`,
    `c-=${before.wordClass}`,
    `c+=${after.wordClass}`,
    `s-=${before.shape}${word.gap}`,
    `s+=${after.shape}${gapAfter}`,
    `g=${word.gap}${gapAfter}${word.possessive ? "'" : ''}`,
    `cc-=${before.wordClass}${word.gap}${word.wordClass}`,
    `cc+=${word.wordClass}${gapAfter}${after.wordClass}`,
    `ccc=${before.wordClass}${word.wordClass}${after.wordClass}`,
    `w--=${before2.lower}`,
    `w++=${after2.lower}`,
    `c--=${before2.wordClass}${before.wordClass}`,
    `c++=${after.wordClass}${after2.wordClass}`,
    `ss=${before.shape}${word.gap}${word.shape}${gapAfter}${after.shape}`,
    `pl=${before.lower}|${word.wordClass}`,
    `nl=${after.lower}|${word.wordClass}`,
  ];
}

/** The capitalised words that stand together with this one. */
function runFeatures(words: readonly Seen[], index: number): string[] {
  let to = index;
  while (joins(words, to + 1)) to += 1;
  let from = index;
  while (from > 0 && joins(words, from)) from -= 1;
  const first = words[from] ?? edge;
  const last = words[to] ?? edge;
  return [
    `r=${last.wordClass}${to - index}.${index - from}`,
    `rl=${words[to + 1]?.lower ?? '$'}${last.possessive ? "'" : ''}`,
    `rp=${words[from - 1]?.lower ?? '^'}`,
    `rz=${last.lower}`,
    `re=${few(personal(last))}${few(last.evidence.afterPlacePreposition)}${to - from}`,
    `rc=${first.wordClass}${last.wordClass}`,
  ];
}

/** Whether a word goes on with the run of capitals of the word before it. */
function joins(words: readonly Seen[], index: number): boolean {
  const word = words[index];
  const before = words[index - 1];
  if (word === undefined || before === undefined) return false;
  return word.capitalised && word.gap === 's' && before.capitalised && !before.possessive;
}

function evidenceFeatures(word: Seen, index: number): string[] {
  const { evidence, wordClass } = word;
  return [
    `e1=${few(evidence.lowerCase)}${index === 0 ? 'y' : 'n'}${few(evidence.insideSentence)}`,
    `e2=${few(evidence.afterTitle)}${few(evidence.afterGivenName)}${few(evidence.besideSaying)}`,
    `e3=${few(evidence.afterPlacePreposition)}${few(evidence.afterThe)}${few(evidence.beforeOrganisationNoun)}`,
    `e4=${few(personal(word))}${few(evidence.afterPlacePreposition)}${few(evidence.beforeOrganisationNoun)}${wordClass}`,
  ];
}

function personal({ evidence }: Seen): number {
  return evidence.afterTitle + evidence.afterGivenName + evidence.besideSaying;
}

/** None, one or two, more. */
function few(count: number): string {
  return count > 2 ? '3' : count > 0 ? '1' : '0';
}
