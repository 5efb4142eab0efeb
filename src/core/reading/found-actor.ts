import type { NamedPlace, ReadSentence } from './read-sentences.ts';
import type { RoleReference } from './refer-by-role.ts';

export type Gender = 'female' | 'male' | 'unknown';

/** An actor of one article while it is being put together. */
export interface FoundActor {
  name: string;
  readonly kind: 'person' | 'organisation';
  /** `surname`: only a surname, which the rest of the story may complete; alone it is nobody. */
  certainty: 'named' | 'surname';
  gender: Gender;
  readonly places: { readonly read: ReadSentence; readonly name: NamedPlace }[];
  /** Where the article speaks of the actor by role alone. */
  references: readonly RoleReference[];
}

/** One place where an article names an actor. */
export type Place = FoundActor['places'][number];

/** Case, accents and full stops do not make another name. */
export function folded(name: string): string {
  // Most names are plain ASCII; taking accents off is by far the slower way.
  const bare = /^[ -~]*$/.test(name) ? name : name.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '');
  return bare.replaceAll('.', '').toLowerCase();
}
