import type { Article } from '../articles/article.ts';
import type { Actor, ActorRole, ActorStatement } from './actor.ts';
import type { Reading } from '../reading/reading.ts';
import { type ActorPart, foldedName, groupActors } from './group-actors.ts';
import type { Story } from './story.ts';

/**
 * Merges the actors of all articles of a story into the story's: who is one with whom is decided by `groupActors`.
 * Most mentioned first.
 */
export function mergeActors(
  held: readonly { readonly article: Article; readonly reading: Reading }[],
  story: Story,
): Actor[] {
  const parts = held.flatMap(({ article, reading }) => reading.actors.map((actor) => ({ article, actor, reading })));
  return groupActors(parts, story.spellings)
    .map((group) => toActor(group, story))
    .toSorted((left, right) => right.mentions - left.mentions);
}

function toActor(group: readonly ActorPart[], story: Story): Actor {
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
function isLongest(name: string, group: readonly ActorPart[]): boolean {
  return name.includes(' ') || !group.some(({ actor }) => actor.name.includes(' '));
}

function statementsOf({ article, actor, reading }: ActorPart): ActorStatement[] {
  return reading.statements
    .filter(({ speaker }) => speaker === actor.name)
    .map((statement) => ({ article: article.id, ...statement }));
}

function mergeRoles(group: readonly ActorPart[]): ActorRole[] {
  const roles = new Map<string, { text: string; places: ActorRole['places'][number][] }>();
  for (const { article, actor } of group) {
    for (const role of actor.roles) {
      const key = foldedName(role.text);
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
