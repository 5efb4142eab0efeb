import type { Article } from '../articles/article.ts';
import type { ActorReading, Reading } from '../reading/reading.ts';
import { editDistance } from '../text/nearest.ts';

/** An actor of one article, on its way into the story's actor. */
export interface ActorPart {
  readonly article: Article;
  readonly actor: ActorReading;
  readonly reading: Reading;
}

/** The parts that are one actor of the story, found again by the words of the persons' names. */
interface Groups {
  readonly all: Set<ActorPart[]>;
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
  const groups: Groups = { all: new Set(), byKey: new Map(), byFirstName: new Map(), bySurname: new Map() };
  const known = spellingIndex(spellings);
  for (const part of parts) if (isFullName(part.actor)) joinFullName(part, groups, known);
  joinAcronyms(groups);
  for (const part of parts) if (!isFullName(part.actor)) joinSurname(part, groups);
  return [...groups.all];
}

/** A name for comparing: without accents, dots and capitals. */
export function foldedName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\p{Diacritic}.]/gu, '')
    .toLowerCase();
}

function isFullName(actor: ActorReading): boolean {
  return actor.kind === 'organisation' || actor.name.includes(' ');
}

/** From each spelling that the story file lists, folded, to the first one of its list. */
function spellingIndex(spellings: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(
    spellings.flatMap((list) =>
      list.map((spelling) => [foldedName(spelling), foldedName(list[0] ?? spelling)] as const),
    ),
  );
}

function joinFullName(part: ActorPart, groups: Groups, spellings: ReadonlyMap<string, string>): void {
  const name = foldedName(part.actor.name);
  const plain = name.replace(/^the /, '');
  const key = `${part.actor.kind} ${spellings.get(plain) ?? plain}`;
  const group = groups.byKey.get(key) ?? nearGroup(part, name, groups) ?? [];
  group.push(part);
  groups.all.add(group);
  groups.byKey.set(key, group);
  if (part.actor.kind === 'person') indexName(name, group, groups);
}

function indexName(name: string, group: ActorPart[], { byFirstName, bySurname }: Groups): void {
  const words = name.split(' ');
  indexWord(byFirstName, words[0], name, group);
  indexWord(bySurname, words.at(-1), name, group);
}

function indexWord(index: NameIndex, word: string | undefined, name: string, group: ActorPart[]): void {
  const names = index.get(word ?? '') ?? new Map<string, ActorPart[]>();
  names.set(name, group);
  index.set(word ?? '', names);
}

/** "Volodymyr Zelensky" and "Volodymyr Zelenskiy": one word the same, the other nearly, and both long. */
function nearGroup(part: ActorPart, name: string, { byFirstName, bySurname }: Groups): ActorPart[] | undefined {
  if (part.actor.kind !== 'person') return undefined;
  const words = name.split(' ');
  const candidates = [byFirstName.get(words[0] ?? ''), bySurname.get(words.at(-1) ?? '')];
  for (const names of candidates)
    for (const [other, group] of names ?? []) if (other === name || areNear(other, name)) return group;
  return undefined;
}

function areNear(left: string, right: string): boolean {
  const [leftFirst = '', leftLast = ''] = [left.split(' ')[0], left.split(' ').at(-1)];
  const [rightFirst = '', rightLast = ''] = [right.split(' ')[0], right.split(' ').at(-1)];
  const sameFirst = leftFirst === rightFirst || (leftFirst.length > 5 && editDistance(leftFirst, rightFirst) <= 2);
  if (!sameFirst) return false;
  if (leftLast === rightLast) return left.split(' ').length === 2 || right.split(' ').length === 2;
  return leftFirst === rightFirst && leftLast.length > 6 && editDistance(leftLast, rightLast) <= 2;
}

/** "EU" joins "European Union" when its letters are the initials of no other. */
function joinAcronyms({ all }: Groups): void {
  const owners = new Map<string, Set<ActorPart[]>>();
  for (const group of all)
    for (const { actor } of group)
      if (actor.kind === 'organisation' && !isAcronym(actor.name)) {
        const letters = initials(actor.name);
        owners.set(letters, (owners.get(letters) ?? new Set()).add(group));
      }
  for (const group of all) {
    if (!group.every(({ actor }) => isAcronym(actor.name))) continue;
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

/** A surname joins the only full name that ends with it; alone it counts when its article gave it a title. */
function joinSurname(part: ActorPart, groups: Groups): void {
  const surname = foldedName(part.actor.name);
  const [owner, ...others] = new Set(groups.bySurname.get(surname)?.values());
  if (owner !== undefined && others.length === 0) owner.push(part);
  else if (owner === undefined && part.actor.certainty === 'named') {
    const group = [part];
    groups.all.add(group);
    indexWord(groups.bySurname, surname, surname, group);
  }
}
