import { isCity } from '../english/cities.ts';
import { isFirstName } from '../english/first-names.ts';
import { openers, particles, prepositions } from '../english/function-words.ts';
import { governmentNouns, knownOrganisations, organisationNouns } from '../english/organisations.ts';
import { demonyms, isPlace, placeNouns } from '../english/places.ts';
import { isRegisteredName } from '../english/registered-names.ts';
import { speechVerbs } from '../english/speech.ts';
import { honorifics, roleModifiers, shortTitles } from '../english/titles.ts';
import { isRoleNoun } from '../find-roles.ts';

const placePrepositions: ReadonlySet<string> = new Set(
  'in at near from to across around outside inside into throughout'.split(' '),
);

/** What the word lists know of capitalised words, a letter each; a word can be in several. */
const lists: readonly (readonly [letter: string, holds: (word: string) => boolean])[] = [
  ['R', isRoleNoun],
  ['F', isFirstName],
  ['L', isPlace],
  ['D', (word) => demonyms.has(word)],
  ['O', (word) => organisationNouns.has(word)],
  ['K', (word) => knownOrganisations.has(word)],
  ['P', (word) => placeNouns.has(word)],
  ['f', isRegisteredName],
  ['C', isCity],
  ['o', (word) => openers.has(word)],
  ['p', (word) => particles.has(word)],
];

/** What kinds of word the lists take a word for, as letters: "F" a given name, "R" a role, "S" a verb of saying, … */
export function wordClass(word: string): string {
  if (word === '') return '_';
  if (honorifics.has(word)) return 'H';
  if (shortTitles.has(word)) return 'T';
  const found = lists.flatMap(([letter, holds]) => (holds(word) ? [letter] : [])).join('');
  return found === '' ? smallWordClass(word.toLowerCase()) : found;
}

function smallWordClass(lower: string): string {
  if (speechVerbs.has(lower)) return 'S';
  if (roleModifiers.has(lower)) return 'm';
  if (governmentNouns.has(lower)) return 'g';
  if (placePrepositions.has(lower)) return 'i';
  return prepositions.has(lower) ? 'q' : '-';
}
