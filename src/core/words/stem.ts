import { irregularForms } from './irregular-forms.ts';
import { americanSpelling } from './spelling.ts';

const known = new Map<string, string>();
const knownLimit = 200_000;

/**
 * The stem of a lower-case English word: forms of one word share it ("convened" and "convene", "said" and "says").
 * Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping", Program 14, 1980) after a list of irregular forms.
 */
export function stem(word: string): string {
  const ready = known.get(word);
  if (ready !== undefined) return ready;
  if (known.size >= knownLimit) known.clear();
  const made = porterStem(irregularForms.get(word) ?? americanSpelling(word));
  known.set(word, made);
  return made;
}

/** Porter's stem of a lower-case word, without the list of irregular forms. */
export function porterStem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  return tidyEnd(dropResidue(replaceFirst(replaceFirst(endInI(dropPast(dropPlural(word))), step2, 1), step3, 1)));
}

const vowelled = /[aeiou]|(?<=[^aeiou])y/;

/** How many times a run of vowels is followed by a run of consonants. */
function measure(stemmed: string): number {
  let count = 0;
  let afterVowel = false;
  for (let index = 0; index < stemmed.length; index += 1) {
    const vowel = isVowel(stemmed, index);
    if (afterVowel && !vowel) count += 1;
    afterVowel = vowel;
  }
  return count;
}

function isVowel(word: string, index: number): boolean {
  const letter = word.charAt(index);
  if (letter === 'y') return index > 0 && !isVowel(word, index - 1);
  return 'aeiou'.includes(letter);
}

/** Ends in consonant, vowel, consonant that is not w, x or y: "hop", not "how". */
function endsShort(word: string): boolean {
  const last = word.length - 1;
  if (last < 2 || isVowel(word, last) || !isVowel(word, last - 1) || isVowel(word, last - 2)) return false;
  return !'wxy'.includes(word.charAt(last));
}

function dropPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function dropPast(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  const rest = word.slice(0, word.length - ending);
  if (ending === 0 || !vowelled.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([^aeioulsz])\1$/.test(rest)) return rest.slice(0, -1);
  return measure(rest) === 1 && endsShort(rest) ? `${rest}e` : rest;
}

function endInI(word: string): string {
  return word.endsWith('y') && vowelled.test(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

type Replacement = readonly [ending: string, by: string];

const step2: readonly Replacement[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];

const step3: readonly Replacement[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];

function replaceFirst(word: string, endings: readonly Replacement[], least: number): string {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (found === undefined) return word;
  const rest = word.slice(0, -found[0].length);
  return measure(rest) >= least ? rest + found[1] : word;
}

const residue = /(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/;

function dropResidue(word: string): string {
  const rest = word.replace(residue, '');
  return measure(rest) > 1 ? rest : word;
}

function tidyEnd(word: string): string {
  let end = word;
  if (end.endsWith('e')) {
    const rest = end.slice(0, -1);
    if (measure(rest) > 1 || (measure(rest) === 1 && !endsShort(rest))) end = rest;
  }
  return end.endsWith('ll') && measure(end) > 1 ? end.slice(0, -1) : end;
}
