import { isAmpersand } from './find-companies.ts';
import { openers } from './english/function-words.ts';
import { companyForms, organisationNouns } from './english/organisations.ts';
import { demonyms, isPlace } from './english/places.ts';
import { isCapitalised, isInBrackets } from './tokens.ts';
import { folded, type FoundActor, type Place } from './found-actor.ts';

/**
 * Adds the organisations of an article to its actors. Capitals alone ("FPV drones") name one only where the article
 * spells them out or lets them act; "the Commission" is the one organisation that ends or begins with the word.
 */
export function addOrganisations(actors: FoundActor[], found: readonly Place[]): void {
  const things = new Set(found.filter(isShortForThing).map(({ name }) => name.words.join(' ')));
  const places = found.filter(({ name }) => !things.has(name.words.join(' ')));
  const named = places.filter((place) => !isAcronym(place) && !isGeneric(place));
  for (const place of named) if (hasCompanyForm(place.name.words)) add(actors, place);
  for (const place of named) if (!hasCompanyForm(place.name.words)) add(actors, place);
  for (const place of places) {
    if (!isGeneric(place)) continue;
    const owner = ownerOf(place, actors);
    if (owner !== undefined) owner.places.push(place);
    else if (isDefinite(place)) add(actors, place);
  }
  const acronyms = places.filter(isAcronym);
  for (const place of acronyms) {
    const alike = acronyms.filter(({ name }) => name.words[0] === place.name.words[0]);
    if (alike.some(actsAsOne) || isSpeltOut(place, actors)) add(actors, place);
  }
}

/**
 * What one sentence shows to be an organisation is one in the others: after "Norskair news agency" and "Berg Motor Co",
 * "Norskair" and "Berg" alone too, unless a person of the article bears the name or a title says otherwise.
 */
export function asNamedElsewhere(places: readonly Place[]): Place[] {
  const sure = places.filter(({ name }) => name.kind === 'organisation' && name.evidence === 'sure');
  const names = new Set(sure.flatMap(({ name: { words } }) => [folded(words.join(' ')), ...shortForms(words)]));
  const surnames = new Set(
    places.flatMap(({ name: { kind, words, evidence } }) =>
      kind === 'person' && evidence === 'sure' ? [folded(words.at(-1) ?? '')] : [],
    ),
  );
  return places.map((place) => {
    const { name } = place;
    const key = folded(name.words.join(' '));
    const settled = name.evidence === 'sure' || surnames.has(key) || !names.has(key);
    return settled ? place : { ...place, name: { ...name, kind: 'organisation', evidence: 'sure' } };
  });
}

function hasCompanyForm(words: readonly string[]): boolean {
  return words.length > 1 && companyForms.has(words.at(-1) ?? '');
}

/** "Berg Motor" and "Berg" for "Berg Motor Co"; no word that means something else alone. */
function shortForms(words: readonly string[]): string[] {
  if (!hasCompanyForm(words)) return [];
  return words
    .slice(0, -1)
    .map((_, index) => words.slice(0, index + 1))
    .filter((start) => start.length > 1 || !start.some(meansMore))
    .map((start) => folded(start.join(' ')));
}

function meansMore(word: string): boolean {
  return word.length < 3 || isPlace(word) || demonyms.has(word) || openers.has(word) || organisationNouns.has(word);
}

function add(actors: FoundActor[], place: Place): void {
  const name = nameAt(place);
  const known =
    actors.find((actor) => actor.kind === 'organisation' && folded(actor.name) === folded(name)) ??
    actors.find(
      (actor) =>
        actor.kind === 'organisation' &&
        hasCompanyForm(actor.name.split(' ')) &&
        shortForms(actor.name.split(' ')).includes(folded(name)),
    );
  if (known !== undefined) known.places.push(place);
  else
    actors.push({ name, kind: 'organisation', certainty: 'named', gender: 'unknown', places: [place], references: [] });
}

function nameAt({ name, read }: Place): string {
  return name.words
    .map((word, index) => (isAmpersand(read.tokens[name.from + index]) && index > 0 ? `& ${word}` : word))
    .join(' ');
}

function isAcronym({ name }: Place): boolean {
  return name.evidence === 'weak';
}

function isGeneric({ name: { words, evidence } }: Place): boolean {
  const [word = ''] = words;
  return words.length === 1 && evidence === 'tagged' && organisationNouns.has(word);
}

function isDefinite({ name, read }: Place): boolean {
  return /^the$/i.test(read.tokens[name.from - 1]?.word ?? '');
}

/** The organisation that a word such as "Commission" stands for: the one named last before. */
function ownerOf({ name, read }: Place, actors: readonly FoundActor[]): FoundActor | undefined {
  const [word = ''] = name.words;
  const fitting = actors.filter(
    (actor) =>
      actor.kind === 'organisation' &&
      actor.name.split(' ').some((other, index, all) => other === word && (index === 0 || index === all.length - 1)) &&
      actor.places.some((place) => place.read.sentence.index <= read.sentence.index),
  );
  return fitting.at(-1);
}

/** "the FCO", "the agency's", "CENTCOM said", "by CENTCOM": not "VPN services" and "an EW system". */
function actsAsOne({ name, read: { tokens } }: Place): boolean {
  if (name.speaks || (tokens[name.from]?.possessive ?? false)) return true;
  const next = tokens[name.to];
  if (isInBrackets(tokens, name.from)) return true;
  const before = tokens[name.from - 1]?.word ?? '';
  const goesOn = next !== undefined && /^\s+$/.test(next.before) && /^\p{Ll}/u.test(next.word);
  if (/^(?:the|The|of|by|with|from|and|to|for|in|at)$/.test(before)) return !goesOn || mayFollow.test(next.word);
  return goesOn && mayFollow.test(next.word) && !/^(?:an?|no|\d+)$/i.test(before);
}

/** "unmanned aerial vehicle (UAV)", "General Data Protection Regulation (GDPR)": what is short for a thing is no organisation. */
function isShortForThing({ name, read: { tokens } }: Place): boolean {
  if (!/^\p{Lu}{2,}s?$/u.test(name.words.join(' ')) || !isInBrackets(tokens, name.from)) return false;
  const before = tokens[name.from - 1]?.word ?? '';
  if (!isCapitalised(before)) return !organisationNouns.has(before.charAt(0).toUpperCase() + before.slice(1));
  return /^(?:Acts?|Agreement|Accords?|Bill|Convention|Directive|Index|Law|Pact|Plan|Protocol|Regulation|Systems?|Treaty)$/.test(
    before,
  );
}

/** What may follow an organisation's name, and not the noun that it only describes. */
const mayFollow =
  /^(?:and|or|to|of|in|on|at|for|with|by|from|as|that|which|who|is|was|has|had|will|would|could|can|may|should|must|also|officials?|spokes\w+|director|chief|chair\w*|leaders?|members?|states?|ministers?|allies|head|agents?|fighters|militants|terrorists|forces|troops|\w{2,}ed|\w{2,}es)$/;

function isSpeltOut({ name }: Place, actors: readonly FoundActor[]): boolean {
  const [letters = ''] = name.words;
  return actors.some(
    (actor) =>
      actor.kind === 'organisation' &&
      actor.name.length > letters.length &&
      initials(actor.name) === letters.replace(/s$/, ''),
  );
}

function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0] ?? '')
    .join('');
}
