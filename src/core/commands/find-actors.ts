import { UserError } from '../errors/errors.ts';
import { articlesHeld } from '../messages/spans.ts';
import type { Actor } from '../stories/actor.ts';
import type { Library } from '../stories/library.ts';
import { folded } from '../text/fold.ts';
import { suggestName } from './suggest-name.ts';

/** The actors whose name or alias is, or holds all the words of, what somebody typed; accents and case do not matter. */
export function findActors(typed: string, actors: readonly Actor[]): Actor[] {
  const wanted = folded(typed.trim());
  const exact = actors.filter((actor) => namesOf(actor).some((name) => folded(name) === wanted));
  if (exact.length > 0) return exact;
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  return actors.filter((actor) => namesOf(actor).some((name) => holdsAll(folded(name).split(/[\s-]+/), words)));
}

/** The one actor of this name. Throws UserError when there is none, or several. */
export function findOneActor(typed: string, library: Library): Actor {
  const [found, ...others] = findActors(typed, library.actors);
  if (found === undefined) throw unknownActor(typed, library);
  if (others.length === 0) return found;
  const names = [found, ...others].map(({ name }) => name).join(', ');
  throw new UserError(`"${typed.slice(0, 60)}" may be ${names}.`, 'Write the full name.');
}

/** The one actor whose name begins or ends what somebody typed, and the words that are left: "troops tusk", "voss the dam". */
export function actorAmong(
  typed: string,
  actors: readonly Actor[],
): { readonly actor: Actor; readonly rest: string } | undefined {
  const words = typed.trim().split(/\s+/);
  for (let count = words.length; count > 0; count -= 1) {
    const parts = [
      [words.slice(-count), words.slice(0, -count)],
      [words.slice(0, count), words.slice(count)],
    ] as const;
    for (const [name, rest] of parts) {
      const [actor, ...others] = name.join(' ') === '' ? [] : findActors(name.join(' '), actors);
      if (actor !== undefined && others.length === 0) return { actor, rest: rest.join(' ') };
    }
  }
  return undefined;
}

/** What to say when no actor has the name that somebody typed. */
export function unknownActor(typed: string, { actors, articles, story }: Library): UserError {
  const near = suggestActor(typed, actors);
  const said = `${articlesHeld(articles.length, 'does', 'do')} not name "${typed.slice(0, 60)}".`;
  return new UserError(
    said,
    near === undefined ? `Type /${story.key} who to see everybody they name.` : `Did you mean ${near}?`,
  );
}

/** The name that somebody may have meant. */
export function suggestActor(typed: string, actors: readonly Actor[]): string | undefined {
  const near = suggestName(typed, actors.flatMap(namesOf));
  return actors.find((actor) => near !== undefined && namesOf(actor).includes(near))?.name;
}

function namesOf(actor: Actor): string[] {
  return [actor.name, ...actor.aliases];
}

function holdsAll(name: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => name.includes(word));
}
