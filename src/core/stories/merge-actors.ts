import type { Article } from '../articles/article.ts';
import { editDistance } from '../text/nearest.ts';
import type { Actor, ActorRole, ActorStatement } from './actor.ts';
import type { ActorReading, Reading } from '../reading/reading.ts';
import type { Story } from './story.ts';

/** An actor of one article, on its way into the story's actor. */
interface Part {
  readonly article: Article;
  readonly actor: ActorReading;
  readonly reading: Reading;
}

/**
 * Merges the actors of all articles of a story: the same full name, spellings that the story file says are one, near
 * spellings of a foreign name, and surnames that only one full name in the story bears. Never two full names that differ.
 * Most mentioned first.
 */
export function mergeActors(
  held: readonly { readonly article: Article; readonly reading: Reading }[],
  story: Story,
): Actor[] {
  const parts = held.flatMap(({ article, reading }) => reading.actors.map((actor) => ({ article, actor, reading })));
  const spellings = spellingIndex(story);
  const groups: Part[][] = [];
  const keys = new Map<string, Part[]>();
  for (const part of parts.filter(({ actor }) => isFullName(actor))) {
    const key = `${part.actor.kind} ${keyOf(part.actor.name, spellings)}`;
    const group = keys.get(key) ?? nearGroup(part, groups);
    if (group === undefined) groups.push([part]);
    else group.push(part);
    keys.set(key, group ?? groups.at(-1) ?? []);
  }
  joinAcronyms(groups);
  for (const part of parts.filter(({ actor }) => !isFullName(actor))) joinSurname(part, groups);
  return groups.map((group) => toActor(group, story)).toSorted((left, right) => right.mentions - left.mentions);
}

function isFullName(actor: ActorReading): boolean {
  return actor.kind === 'organisation' || actor.name.includes(' ');
}

/** From each spelling that the story file lists, folded, to the first one of its list. */
function spellingIndex(story: Story): ReadonlyMap<string, string> {
  return new Map(
    story.spellings.flatMap((list) => list.map((spelling) => [folded(spelling), folded(list[0] ?? spelling)] as const)),
  );
}

function keyOf(name: string, spellings: ReadonlyMap<string, string>): string {
  const plain = folded(name).replace(/^the /, '');
  return spellings.get(plain) ?? plain;
}

/** "Volodymyr Zelensky" and "Volodymyr Zelenskiy": one word the same, the other nearly, and both long. */
function nearGroup(part: Part, groups: readonly Part[][]): Part[] | undefined {
  if (part.actor.kind !== 'person') return undefined;
  return groups.find((group) =>
    group.some(({ actor }) => actor.kind === 'person' && areNear(folded(actor.name), folded(part.actor.name))),
  );
}

function areNear(left: string, right: string): boolean {
  const [leftFirst = '', leftLast = ''] = [left.split(' ')[0], left.split(' ').at(-1)];
  const [rightFirst = '', rightLast = ''] = [right.split(' ')[0], right.split(' ').at(-1)];
  const sameFirst = leftFirst === rightFirst || (leftFirst.length > 5 && editDistance(leftFirst, rightFirst) <= 2);
  if (!sameFirst) return false;
  if (leftLast === rightLast) return left.split(' ').length === 2 || right.split(' ').length === 2;
  return leftFirst === rightFirst && leftLast.length > 6 && editDistance(leftLast, rightLast) <= 2;
}

/** "EU" joins "European Union" when its letters are the initials. */
function joinAcronyms(groups: Part[][]): void {
  const acronyms = groups.filter((group) => group.every(({ actor }) => /^\p{Lu}{2,6}$/u.test(actor.name)));
  for (const group of acronyms) {
    const letters = group[0]?.actor.name ?? '';
    const owners = groups.filter(
      (other) =>
        other !== group && other.some(({ actor }) => actor.kind === 'organisation' && initials(actor.name) === letters),
    );
    const [owner] = owners;
    if (owner === undefined || owners.length > 1) continue;
    owner.push(...group);
    groups.splice(groups.indexOf(group), 1);
  }
}

function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0] ?? '')
    .join('');
}

/** A surname joins the only full name that ends with it; alone it counts when its article gave it a title. */
function joinSurname(part: Part, groups: Part[][]): void {
  const surname = folded(part.actor.name);
  const owners = groups.filter((group) =>
    group.some(
      ({ actor }) =>
        actor.kind === 'person' && (folded(actor.name) === surname || folded(actor.name).split(' ').at(-1) === surname),
    ),
  );
  const [owner] = owners;
  if (owner !== undefined && owners.length === 1) owner.push(part);
  else if (part.actor.certainty === 'named' && owners.length === 0) groups.push([part]);
}

function toActor(group: readonly Part[], story: Story): Actor {
  const names = count(
    group.map(({ actor }) => actor.name).filter((name) => group.length === 1 || isLongest(name, group)),
  );
  const listed = story.spellings.flat();
  const place = (name: string): number => (listed.includes(name) ? listed.indexOf(name) : listed.length);
  const shown =
    [...names].toSorted(([left, most], [right, more]) => more - most || place(left) - place(right))[0]?.[0] ?? '';
  const forms = new Set(group.flatMap(({ actor }) => [actor.name, ...actor.mentions.map((mention) => mention.text)]));
  forms.delete(shown);
  return {
    name: shown,
    kind: group[0]?.actor.kind ?? 'person',
    aliases: [...forms],
    roles: mergeRoles(group),
    statements: group.flatMap(statementsOf),
    articles: [...new Set(group.map(({ article }) => article.id))],
    mentions: group.reduce((sum, { actor }) => sum + actor.mentions.length, 0),
  };
}

/** A surname is shown only when no article gives the full name, and an acronym only when none spells it out. */
function isLongest(name: string, group: readonly Part[]): boolean {
  return name.includes(' ') || !group.some(({ actor }) => actor.name.includes(' '));
}

function statementsOf({ article, actor, reading }: Part): ActorStatement[] {
  return reading.statements
    .filter(({ speaker }) => speaker === actor.name)
    .map((statement) => ({ article: article.id, ...statement }));
}

function mergeRoles(group: readonly Part[]): ActorRole[] {
  const roles = new Map<string, { text: string; places: ActorRole['places'][number][] }>();
  for (const { article, actor } of group) {
    for (const role of actor.roles) {
      const key = folded(role.text);
      const known = roles.get(key) ?? { text: role.text, places: [] };
      known.places.push({ article: article.id, ...role });
      roles.set(key, known);
    }
  }
  return [...roles.values()].toSorted((left, right) => weight(right) - weight(left));
}

/** The wording of most articles first; between equals the one that says more ("Prime Minister of the United Kingdom"). */
function weight(role: ActorRole): number {
  const articles = new Set(role.places.map(({ article }) => article)).size;
  return articles * 1_000 + Math.min(role.text.length, 60);
}

function count(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function folded(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\p{Diacritic}.]/gu, '')
    .toLowerCase();
}
