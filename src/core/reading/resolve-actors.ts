import { folded, type FoundActor, type Gender, type Place } from './found-actor.ts';
import { eastAsianSurnames, femaleNames, isFirstName, maleNames } from './english/first-names.ts';
import { isKnownOrganisation } from './find-organisations.ts';
import { openers, particles } from './english/function-words.ts';
import { femaleHonorifics, maleHonorifics } from './english/titles.ts';
import type { NamedPlace, ReadSentence } from './read-sentences.ts';
import { addOrganisations, asNamedElsewhere } from './resolve-organisations.ts';
import { referencesByRole, roleWords } from './refer-by-role.ts';

/** Decides who the names of an article are: full names first, then what titles, surnames and the rest refer to. */
export function resolveActors(sentences: readonly ReadSentence[]): FoundActor[] {
  const all = asNamedElsewhere(sentences.flatMap((read) => read.names.map((name) => ({ read, name }))));
  const actors: FoundActor[] = [];
  const people = all.filter(({ name }) => name.kind !== 'organisation');
  const long = people.filter(({ name }) => isFullName(name));
  const full = long.filter(({ name }) => !isCapitalisedSurname(name, long));
  for (const place of full.filter(({ name }) => name.evidence === 'sure')) addFullName(actors, place);
  for (const place of full.filter(({ name }) => name.evidence !== 'sure' && !isNamedAfter(name, actors)))
    addFullName(actors, place);
  const organisations = all.filter(({ name }) => name.kind === 'organisation');
  for (const place of organisations.filter(({ name }) => isSurnameOf(name, actors)))
    addShortName(actors, place, sentences);
  addOrganisations(
    actors,
    organisations.filter(({ name }) => !isSurnameOf(name, actors)),
  );
  for (const place of people.filter((place) => !full.includes(place))) addShortName(actors, place, sentences);
  for (const actor of actors)
    actor.places.sort(
      (left, right) => left.read.sentence.index - right.read.sentence.index || left.name.from - right.name.from,
    );
  addReferences(actors, sentences);
  return actors.toSorted((left, right) => firstPlace(left) - firstPlace(right));
}

function addReferences(actors: readonly FoundActor[], sentences: readonly ReadSentence[]): void {
  const people = actors.filter(({ kind }) => kind === 'person');
  const holders = people.map(({ places }) => ({
    roles: places.flatMap(({ read, name }) =>
      [name.title, name.roleBehind].flatMap((role) =>
        role === undefined ? [] : [roleWords(read.tokens.slice(role.from, role.to))],
      ),
    ),
    named: places.map(({ read }) => read.sentence.index),
  }));
  for (const [index, references] of referencesByRole(sentences, holders).entries()) {
    const actor = people[index];
    if (actor !== undefined) actor.references = references;
  }
}

function firstPlace(actor: FoundActor): number {
  const place = actor.places[0];
  return place === undefined ? 0 : (place.read.tokens[place.name.from]?.start ?? 0);
}

/** The tagger takes a surname for an organisation where it stands alone: the full name elsewhere says otherwise. */
function isSurnameOf({ words, evidence }: NamedPlace, actors: readonly FoundActor[]): boolean {
  const [word = ''] = words;
  if (words.length > 1 || evidence === 'weak' || isKnownOrganisation(word) || /^\p{Lu}+$/u.test(word)) return false;
  return actors.some(({ kind, name }) => kind === 'person' && folded(name.split(' ').at(-1) ?? '') === folded(word));
}

/** Two words or more that the sentence itself shows to be a person. */
function isFullName(name: NamedPlace): boolean {
  if (name.words.length < 2 || isSurnameOnly(name.words)) return false;
  return name.evidence !== 'weak' || name.roleBehind !== undefined || name.speaks || name.personal;
}

/** "Smith Tower", "Lucky Anna": what begins with another's surname, or ends in another's given name, is no third person. */
function isNamedAfter({ words }: NamedPlace, actors: readonly FoundActor[]): boolean {
  const [first = '', second = ''] = words;
  if (isFirstName(first)) return false;
  return actors.some(({ kind, name }) => {
    const [given = '', ...rest] = name.split(' ');
    if (kind !== 'person' || rest.length === 0 || !isFirstName(given)) return false;
    if (name === words.join(' ') || name === words.toReversed().join(' ')) return false;
    return rest.at(-1) === first || (words.length === 2 && given === second);
  });
}

/** "von der Leyen", "Al Thani": several words, and yet no given name. */
function isSurnameOnly(words: readonly string[]): boolean {
  const [first = ''] = words;
  return particles.has(first) || (first === 'Al' && words.length === 2);
}

/** "Von der Leyen" at the start of a sentence, where the article names Ursula von der Leyen; "Van Jones" alone is somebody. */
function isCapitalisedSurname({ words }: NamedPlace, long: readonly Place[]): boolean {
  if (!particles.has((words[0] ?? '').toLowerCase())) return false;
  const short = folded(words.join(' '));
  return long.some(
    ({ name }) => name.words.length > words.length && folded(name.words.slice(-words.length).join(' ')) === short,
  );
}

function addFullName(actors: FoundActor[], place: Place): void {
  const { words } = place.name;
  const known = actors.find(
    (actor) =>
      actor.kind === 'person' &&
      (sameFullName(actor.name.split(' '), words) || folded(actor.name) === folded(words.toReversed().join(' '))),
  );
  if (known === undefined) {
    actors.push({
      name: words.join(' '),
      kind: 'person',
      certainty: 'named',
      gender: genderOf(place.name),
      places: [place],
      references: [],
    });
    return;
  }
  known.places.push(place);
  if (known.gender === 'unknown') known.gender = genderOf(place.name);
  if (words.length > known.name.split(' ').length) known.name = words.join(' ');
}

/** "Donald J. Trump" and "Donald Trump": the same first and last word, and nothing between that the other contradicts. */
function sameFullName(left: readonly string[], right: readonly string[]): boolean {
  if (folded(left.at(-1) ?? '') !== folded(right.at(-1) ?? '') || folded(left[0] ?? '') !== folded(right[0] ?? ''))
    return false;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short
    .slice(1, -1)
    .every((word) => long.some((other) => folded(other).startsWith(folded(word).replace('.', ''))));
}

function addShortName(actors: FoundActor[], place: Place, sentences: readonly ReadSentence[]): void {
  const { name } = place;
  const owner = ownerOf(actors, place);
  if (owner !== undefined) {
    owner.places.push(place);
    if (owner.gender === 'unknown') owner.gender = genderOf(name);
    if (owner.certainty === 'surname' && name.evidence === 'sure') owner.certainty = 'named';
    return;
  }
  if (name.words.length > 1 && !isSurnameOnly(name.words)) return;
  const word = name.words.join(' ');
  if (name.evidence === 'sure') {
    actors.push({
      name: isFirstNameTitle(name.honorific) ? `${name.honorific} ${word}` : word,
      kind: 'person',
      certainty: 'named',
      gender: genderOf(name),
      places: [place],
      references: [],
    });
  } else if (
    (name.speaks || name.personal || name.evidence === 'tagged') &&
    !openers.has(word) &&
    !standsInLowerCase(word, sentences)
  ) {
    actors.push({
      name: word,
      kind: 'person',
      certainty: 'surname',
      gender: 'unknown',
      places: [place],
      references: [],
    });
  }
}

/** "Sir Keir": what follows is a given name. */
function isFirstNameTitle(honorific: string | undefined): honorific is string {
  return honorific === 'Sir' || honorific === 'Dame';
}

/** The full name that a surname, a titled surname or a given name stands for; the one named last when two share it. */
function ownerOf(actors: readonly FoundActor[], { read, name }: Place): FoundActor | undefined {
  const candidates = actors.filter((actor) => actor.kind === 'person' && refersTo(name, actor));
  if (candidates.length <= 1) return candidates[0];
  const before = (actor: FoundActor): number =>
    Math.max(
      -1,
      ...actor.places.map((place) => place.read.sentence.index).filter((index) => index <= read.sentence.index),
    );
  return candidates.reduce((best, actor) => (before(actor) > before(best) ? actor : best));
}

function refersTo({ words, honorific }: NamedPlace, actor: FoundActor): boolean {
  const full = nameWords(actor.name.replace(/^(?:Sir|Dame) /, '').replace(/ [IVX]+$/, ''));
  const short = nameWords(words.join(' '));
  const [first = ''] = full;
  if (short.length === 1) {
    const [word] = short;
    if (full.at(-1) === word || (full.length === 1 && first === word)) return honorificFits(honorific, actor.gender);
    // "Sir Keir"; and surnames that come first: "Xi" for "Xi Jinping", "Mr Kim" for "Kim Jong-un".
    if (first === word) return isFirstNameTitle(honorific) || hasSurnameFirst(actor.name, honorific);
    return false;
  }
  // "von der Leyen", "bin Salman", "Al Thani".
  return full.length > short.length && full.slice(-short.length).join(' ') === short.join(' ');
}

/** The words of a name, folded; "al-Sharaa" is two. */
function nameWords(name: string): string[] {
  const parted = name.includes('-') ? name.replaceAll(/(?<=(?:^| )(?:al|el|Al|El))-/g, ' ') : name;
  return parted.split(' ').map(folded);
}

/** "Mr" stands before surnames, so that the first word of "Kim Jong-un" is one. */
function hasSurnameFirst(name: string, honorific: string | undefined): boolean {
  const [first = '', second = ''] = name.split(' ');
  return !isFirstName(first) || (eastAsianSurnames.has(first) && !isFirstName(second)) || honorific !== undefined;
}

function honorificFits(honorific: string | undefined, gender: Gender): boolean {
  if (honorific === undefined || gender === 'unknown') return true;
  if (femaleHonorifics.has(honorific)) return gender === 'female';
  return !maleHonorifics.has(honorific) || gender === 'male';
}

function genderOf({ words, honorific }: NamedPlace): Gender {
  if (honorific !== undefined && femaleHonorifics.has(honorific)) return 'female';
  if (honorific !== undefined && maleHonorifics.has(honorific)) return 'male';
  const first = words[0]?.split('-')[0] ?? '';
  if (words.length > 1 && femaleNames.has(first) && !maleNames.has(first)) return 'female';
  if (words.length > 1 && maleNames.has(first) && !femaleNames.has(first)) return 'male';
  return 'unknown';
}

/** A word that the article also writes small is no name. */
function standsInLowerCase(word: string, sentences: readonly ReadSentence[]): boolean {
  const lower = word.toLowerCase();
  return sentences.some((read) => read.tokens.some((token) => token.word === lower));
}
