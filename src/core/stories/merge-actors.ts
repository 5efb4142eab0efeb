import type { Actor, ActorRole, ActorStatement } from './actor.ts';
import type { ArticleId } from '../ids/ids.ts';
import { type ActorPart, groupActors } from './group-actors.ts';
import type { HeldArticle } from './library.ts';
import { foldedName } from './same-person.ts';
import type { Story } from './story.ts';

/**
 * Merges the actors of all articles of a story into the story's: who is one with whom is decided by `groupActors`.
 * Most mentioned first.
 */
export function mergeActors(
  articles: readonly Pick<HeldArticle, 'article' | 'cast' | 'reading'>[],
  story: Story,
): Actor[] {
  const parts = articles.flatMap((held) => held.cast.members.map((actor) => ({ held, actor })));
  const listed = new Map(
    story.spellings
      .flat()
      .map((name, place) => [name, place] as const)
      .toReversed(),
  );
  return groupActors(parts, story.spellings)
    .map((group) => toActor(group, listed))
    .toSorted((left, right) => right.mentions - left.mentions);
}

function toActor(group: readonly ActorPart[], listed: ReadonlyMap<string, number>): Actor {
  const place = (name: string): number => listed.get(name) ?? listed.size;
  const { names, forms, mentions } = namedIn(group);
  const shown =
    [...shownNames(names)].toSorted(
      ([left, most], [right, more]) => more - most || place(left) - place(right),
    )[0]?.[0] ?? '';
  forms.delete(shown);
  let articles: readonly ArticleId[] | undefined;
  let roles: readonly ActorRole[] | undefined;
  let statements: readonly ActorStatement[] | undefined;
  // Articles, roles and statements are gathered when asked for: most answers need those of few actors.
  return {
    name: shown,
    kind: group[0]?.actor.kind ?? 'person',
    aliases: [...forms],
    get roles(): readonly ActorRole[] {
      roles ??= mergeRoles(group);
      return roles;
    },
    get statements(): readonly ActorStatement[] {
      statements ??= group.flatMap(statementsOf);
      return statements;
    },
    statementsIn: (article) => group.filter(({ held }) => held.article.id === article).flatMap(statementsOf),
    get articles(): readonly ArticleId[] {
      articles ??= [...new Set(group.map(({ held }) => held.article.id))];
      return articles;
    },
    mentions,
  };
}

interface Named {
  /** With how many articles use each as the actor's name. */
  readonly names: Map<string, number>;
  /** Every form in which they name the actor. */
  readonly forms: Set<string>;
  readonly mentions: number;
}

function namedIn(group: readonly ActorPart[]): Named {
  const names = new Map<string, number>();
  const forms = new Set<string>();
  let mentions = 0;
  for (const { actor } of group) {
    const before = names.get(actor.name) ?? 0;
    names.set(actor.name, before + 1);
    mentions += actor.mentions;
    // Most articles use no form but the name, and nearly all of those a name that others used before.
    if (before === 0 || actor.forms.length > 1) for (const form of actor.forms) forms.add(form);
  }
  return { names, forms, mentions };
}

/**
 * The names that may be shown, with how many articles use them. A surname is shown only when no article gives the full
 * name, and an acronym only when none spells it out.
 */
function shownNames(names: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const inFull = [...names].filter(([name]) => name.includes(' '));
  return inFull.length > 0 ? inFull : [...names];
}

function statementsOf({ held, actor }: ActorPart): ActorStatement[] {
  return held.reading.statements
    .filter(({ speaker }) => speaker === actor.name)
    .map((statement) => ({ article: held.article.id, ...statement }));
}

function mergeRoles(group: readonly ActorPart[]): ActorRole[] {
  const roles = new Map<string, { text: string; places: ActorRole['places'][number][] }>();
  for (const { held, actor } of group) {
    for (const role of actor.roles) {
      const key = foldedName(role.text);
      const known = roles.get(key) ?? { text: role.text, places: [] };
      known.places.push({ article: held.article.id, ...role });
      roles.set(key, known);
    }
  }
  return ranked([...roles.values()]);
}

/** A role with what its rank is made of, reckoned once: a head of state has hundreds of roles. */
interface WeighedRole {
  readonly role: ActorRole;
  readonly words: readonly string[];
  readonly weight: number;
}

function ranked(roles: readonly ActorRole[]): ActorRole[] {
  const all = roles.map((role) => ({ role, words: foldedName(role.text).split(' '), weight: weight(role) }));
  const byWord = new Map<string, WeighedRole[]>();
  for (const weighed of all) {
    for (const word of new Set(weighed.words)) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [weighed]);
      else known.push(weighed);
    }
  }
  return all
    .map((weighed) => ({ role: weighed.role, rank: rank(weighed, byWord) }))
    .toSorted((left, right) => right.rank - left.rank)
    .map(({ role }) => role);
}

/** A bare "President" comes after the "US President" that says more, unless hardly any article says that. */
function rank({ words, weight: own }: WeighedRole, byWord: ReadonlyMap<string, readonly WeighedRole[]>): number {
  let lowest = own;
  for (const other of rarest(words, byWord)) {
    const isFuller = other.words.length > words.length && other.weight * hardlyAny >= own;
    if (isFuller && words.every((word) => other.words.includes(word))) lowest = Math.min(lowest, other.weight - 1);
  }
  return lowest;
}

/** The roles that hold the word that fewest roles hold: every fuller wording is among them. */
function rarest(words: readonly string[], byWord: ReadonlyMap<string, readonly WeighedRole[]>): readonly WeighedRole[] {
  const lists = words.map((word) => byWord.get(word) ?? []);
  return lists.reduce((fewest, list) => (list.length < fewest.length ? list : fewest));
}

const hardlyAny = 4;

/**
 * The wording of most articles first; between equals the one that says more ("Prime Minister of the United Kingdom"), and a
 * title before what somebody is said to do ("heads the council").
 */
function weight({ text, places }: ActorRole): number {
  const articles = new Set(places.map(({ article }) => article)).size;
  const said = doing.test(text) ? 0 : Math.min(text.length, 60);
  return articles * 1_000 + said;
}

const doing = /^(?:heads|leads|chairs|runs|headed|chaired)\b/;
