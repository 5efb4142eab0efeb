import { topicsOf } from '../statements/topics.ts';
import type { Library } from '../stories/library.ts';
import { folded } from '../text/fold.ts';

/** What may be typed for an argument, most likely first. */
export type Suggestions = (library: Library) => readonly string[];

/** The people and organisations of the story, those named most often first. */
export function actorNames(library: Library): string[] {
  return library.actors
    .toSorted((left, right) => right.mentions - left.mentions || left.name.localeCompare(right.name))
    .map((actor) => actor.name);
}

/** The topics of the story. */
export function topicNames(library: Library): string[] {
  return topicsOf(library).map(({ name }) => name);
}

/** Those of the names that go with what was typed so far: first where a name begins so, then where a word of it does. */
export function suggested(names: readonly string[], typed: string, most: number): string[] {
  const wanted = folded(typed.trim());
  const starts = names.filter((name) => folded(name).startsWith(wanted));
  const within = names.filter((name) => !starts.includes(name) && folded(name).includes(` ${wanted}`));
  return [...starts, ...within].slice(0, most);
}
