import type { Actor } from '../stories/actor.ts';
import { nearest } from '../text/nearest.ts';

/** The actors whose name or alias is, or holds all the words of, what somebody typed; accents and case do not matter. */
export function findActors(typed: string, actors: readonly Actor[]): Actor[] {
  const wanted = folded(typed);
  const exact = actors.filter((actor) => namesOf(actor).some((name) => folded(name) === wanted));
  if (exact.length > 0) return exact;
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  return actors.filter((actor) => namesOf(actor).some((name) => holdsAll(folded(name).split(/[\s-]+/), words)));
}

/** The name that somebody may have meant. */
export function suggestActor(typed: string, actors: readonly Actor[]): string | undefined {
  const forms = actors.flatMap((actor) =>
    namesOf(actor).flatMap((name) => [name, ...name.split(' ')].map((form) => ({ form: folded(form), actor }))),
  );
  const near = nearest(
    folded(typed),
    forms.map(({ form }) => form),
  );
  return forms.find(({ form }) => form === near)?.actor.name;
}

function namesOf(actor: Actor): string[] {
  return [actor.name, ...actor.aliases];
}

function holdsAll(name: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => name.includes(word));
}

function folded(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}
