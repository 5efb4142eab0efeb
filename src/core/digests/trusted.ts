import type { HeldArticle, Library } from '../stories/library.ts';
import { buildLibrary } from '../stories/build-library.ts';
import { isSuspect } from './suspect.ts';

/** A library parted by what its articles hold. */
export interface Parted {
  /** The story without the articles that talk to machines or hide something: what those say weighs nothing here. */
  readonly trusted: Library;
  /** Those articles, in the library's order. */
  readonly suspects: readonly HeldArticle[];
}

const known = new WeakMap<Library, Parted>();

/**
 * Parts a library. One such sentence is enough to set its whole article apart: the rest of it may be made to push other
 * articles' sentences out, to bear them out or to be taken for their origin.
 */
export function partLibrary(library: Library): Parted {
  const ready = known.get(library);
  if (ready !== undefined) return ready;
  const suspects = library.articles.filter(holdsSuspect);
  const trusted =
    suspects.length === 0
      ? library
      : buildLibrary(
          library.story,
          [...library.corrections.map(({ earlier }) => earlier), ...library.articles].filter(
            (held) => !suspects.includes(held),
          ),
        );
  const parted = { trusted, suspects };
  known.set(library, parted);
  return parted;
}

function holdsSuspect({ sentences, article }: HeldArticle): boolean {
  return isSuspect(article.title) || sentences.some(({ text }) => isSuspect(text));
}
