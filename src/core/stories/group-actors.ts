import type { CastMember } from '../reading/cast.ts';
import { demonyms, isPlace } from '../reading/english/places.ts';
import { isFirstName } from '../reading/english/first-names.ts';
import type { HeldArticle } from './library.ts';
import { areOnePerson, foldedName, givenNameKey, spellingKey } from './same-person.ts';

/** An actor of one article, on its way into the story's actor. */
export interface ActorPart {
  readonly held: Pick<HeldArticle, 'article' | 'cast' | 'reading'>;
  readonly actor: CastMember;
}

/** The parts that are one actor of the story, found again by the words of the persons' names. */
interface Groups {
  readonly all: Set<ActorPart[]>;
  /** By kind and name as written: most names come again and again, and need not be taken apart each time. */
  readonly byName: Readonly<Record<CastMember['kind'], Map<string, ActorPart[]>>>;
  readonly byKey: Map<string, ActorPart[]>;
  readonly byFirstName: NameIndex;
  readonly bySurname: NameIndex;
}

/** From a word of names to each folded name with that word and the group that bears it. */
type NameIndex = Map<string, Map<string, ActorPart[]>>;

/**
 * Which parts are one actor: the same full name, spellings that the story file says are one, near spellings of a foreign
 * name, an acronym and the one organisation whose initials it has, and a surname that only one full name in the story
 * bears. Never two full names that differ. A surname that nobody bears in full stands alone if its article named it
 * surely; otherwise it is dropped. The work grows with the parts and with the different names, not with their square.
 */
export function groupActors(
  parts: readonly ActorPart[],
  spellings: readonly (readonly string[])[],
): readonly (readonly ActorPart[])[] {
  const groups: Groups = {
    all: new Set(),
    byName: { person: new Map(), organisation: new Map() },
    byKey: new Map(),
    byFirstName: new Map(),
    bySurname: new Map(),
  };
  const known = spellingIndex(spellings);
  const surnames: ActorPart[] = [];
  for (const part of parts) if (!joinsFullName(part, groups, known)) surnames.push(part);
  joinAcronyms(groups);
  joinWithoutCountry(groups);
  for (const part of surnames) joinSurname(part, groups);
  return [...groups.all];
}

function isFullName(actor: CastMember): boolean {
  if (actor.kind === 'organisation') return true;
  return actor.name.includes(' ') && !withoutGivenName.test(actor.name);
}

/** "von der Leyen", "Al Thani", and "Sir Keir", which lacks the surname. */
const withoutGivenName = /^(?:(?:Sir|Dame) \S+$|Al \S+$|\p{Ll})/u;
const sirs = /^(?:sir|dame) /;

function bareName(actor: CastMember): string {
  return foldedName(actor.name).replace(sirs, '');
}

/** From each spelling that the story file lists, folded, to the first one of its list. */
function spellingIndex(spellings: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(
    spellings.flatMap((list) =>
      list.map((spelling) => [foldedName(spelling), foldedName(list[0] ?? spelling)] as const),
    ),
  );
}

/** Puts a part that has a full name with its group; false for one that has none. */
function joinsFullName(part: ActorPart, groups: Groups, spellings: ReadonlyMap<string, string>): boolean {
  const byName = groups.byName[part.actor.kind];
  const sameName = byName.get(part.actor.name);
  if (sameName !== undefined) {
    sameName.push(part);
    return true;
  }
  if (!isFullName(part.actor)) return false;
  const name = foldedName(part.actor.name);
  const plain = name.replace(/^the /, '');
  const key = `${part.actor.kind} ${spellings.get(plain) ?? plain}`;
  const group = groups.byKey.get(key) ?? nearGroup(part, name, groups) ?? [];
  group.push(part);
  groups.all.add(group);
  byName.set(part.actor.name, group);
  groups.byKey.set(key, group);
  if (part.actor.kind === 'person') indexName(name, group, groups);
  return true;
}

function indexName(name: string, group: ActorPart[], { byFirstName, bySurname }: Groups): void {
  const words = name.split(' ');
  indexWord(byFirstName, givenNameKey(words[0] ?? ''), name, group);
  indexWord(bySurname, spellingKey(words.at(-1) ?? ''), name, group);
}

function indexWord(index: NameIndex, word: string, name: string, group: ActorPart[]): void {
  const names = index.get(word) ?? new Map<string, ActorPart[]>();
  names.set(name, group);
  index.set(word, names);
}

/** The group of another form of the name: the same person by `areOnePerson`. */
function nearGroup(part: ActorPart, name: string, { byFirstName, bySurname }: Groups): ActorPart[] | undefined {
  if (part.actor.kind !== 'person') return undefined;
  const words = name.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const candidates = [
    byFirstName.get(givenNameKey(first)),
    bySurname.get(spellingKey(last)),
    bySurname.get(spellingKey(first)),
  ];
  for (const names of candidates)
    for (const [other, group] of names ?? []) if (other === name || areOnePerson(other, name)) return group;
  return undefined;
}

/** "EU" joins "European Union" when its letters are the initials of no other. */
function joinAcronyms({ all, byName }: Groups): void {
  const owners = new Map<string, Set<ActorPart[]>>();
  const spelledOut = new Set<ActorPart[]>();
  for (const [name, group] of byName.organisation) {
    if (isAcronym(name)) continue;
    const letters = initials(name);
    owners.set(letters, (owners.get(letters) ?? new Set()).add(group));
    spelledOut.add(group);
  }
  for (const group of new Set(byName.organisation.values())) {
    if (spelledOut.has(group)) continue;
    const [owner, ...others] = owners.get(group[0]?.actor.name ?? '') ?? [];
    if (owner === undefined || others.length > 0) continue;
    owner.push(...group);
    all.delete(group);
  }
}

function isAcronym(name: string): boolean {
  return /^\p{Lu}{2,6}$/u.test(name);
}

function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0] ?? '')
    .join('');
}

/** "State Department" joins "US State Department" when no other country's bears the name. */
function joinWithoutCountry({ all, byKey }: Groups): void {
  const owners = new Map<string, Set<ActorPart[]>>();
  for (const group of all) {
    const [first = '', ...rest] =
      group[0]?.actor.kind === 'organisation' ? (group[0]?.actor.name.split(' ') ?? []) : [];
    if (rest.length < 2 || !(demonyms.has(first) || isPlace(first))) continue;
    const bare = foldedName(rest.join(' '));
    owners.set(bare, (owners.get(bare) ?? new Set()).add(group));
  }
  for (const [bare, [owner, ...others]] of owners) {
    const group = byKey.get(`organisation ${bare}`);
    if (group === undefined || owner === undefined || group === owner || others.length > 0) continue;
    owner.push(...group);
    all.delete(group);
  }
}

/**
 * A surname joins the full name that ends with it; of several, the one whose role it is given, or who is named in far
 * more articles. Alone it counts when its article gave it a title.
 */
function joinSurname(part: ActorPart, groups: Groups): void {
  const name = bareName(part.actor);
  const owner = ownerOf(part, name, groups);
  if (owner !== undefined) owner.push(part);
  else if (part.actor.certainty === 'named' && bearersOf(part, name, groups).length === 0) {
    const group = [part];
    groups.all.add(group);
    indexWord(groups.bySurname, spellingKey(name.split(' ').at(-1) ?? ''), name, group);
  }
}

function ownerOf(part: ActorPart, name: string, groups: Groups): ActorPart[] | undefined {
  const bearers = bearersOf(part, name, groups);
  if (bearers.length < 2) return bearers[0];
  const inRole = bearers.filter((group) => shareRole(part, group));
  if (inRole.length === 1) return inRole[0];
  const [most, next] = bearers.toSorted((left, right) => right.length - left.length);
  return most !== undefined && next !== undefined && most.length >= next.length * farMore ? most : undefined;
}

/** Named in so many times more articles, a surname alone is taken for the better known one. */
const farMore = 4;

function bearersOf({ actor }: ActorPart, name: string, { bySurname, byFirstName }: Groups): ActorPart[][] {
  const word = name.split(' ').at(-1) ?? '';
  if (sirs.test(foldedName(actor.name))) return uniqueGroups(byFirstName.get(givenNameKey(word)));
  const named = [...(bySurname.get(spellingKey(word)) ?? [])].filter(
    ([full]) => !name.includes(' ') || full.endsWith(name),
  );
  if (named.length > 0) return uniqueGroups(new Map(named));
  // "Xi" of "Xi Jinping"
  return isFirstName(actor.name) ? [] : uniqueGroups(byFirstName.get(givenNameKey(name)));
}

function uniqueGroups(names: ReadonlyMap<string, ActorPart[]> | undefined): ActorPart[][] {
  return [...new Set(names?.values())];
}

/** "President" is part of "US President". */
function shareRole({ actor }: ActorPart, group: readonly ActorPart[]): boolean {
  if (actor.roles.length === 0) return false;
  const held = rolesOf(group);
  return actor.roles.some(({ text }) => {
    const folded = foldedName(text);
    if (held.has(folded)) return true;
    const words = folded.split(' ');
    for (const role of held.values()) if (words.every((word) => role.has(word))) return true;
    return false;
  });
}

interface RolesRead {
  /** How many of the group's parts have been read: more join it all the time. */
  parts: number;
  readonly byText: Map<string, ReadonlySet<string>>;
}

const rolesRead = new WeakMap<readonly ActorPart[], RolesRead>();

/** The words of each different role of a group, by the role folded. */
function rolesOf(group: readonly ActorPart[]): ReadonlyMap<string, ReadonlySet<string>> {
  const read = rolesRead.get(group) ?? { parts: 0, byText: new Map<string, ReadonlySet<string>>() };
  for (const { actor } of group.slice(read.parts))
    for (const { text } of actor.roles) {
      const folded = foldedName(text);
      if (!read.byText.has(folded)) read.byText.set(folded, new Set(folded.split(' ')));
    }
  read.parts = group.length;
  rolesRead.set(group, read);
  return read.byText;
}
