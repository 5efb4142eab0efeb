import type { Sentence, TextSpan } from '../articles/article.ts';
import type { HeldArticle, Library } from '../stories/library.ts';

/** A place in a sentence that names an actor, by the name that the story shows. */
export interface NamedActor extends TextSpan {
  readonly name: string;
}

/** Finds who is named in the sentences of a library, as its articles were read. Most named in the story first. */
export function actorFinder(library: Library): (held: HeldArticle, sentence: Sentence) => readonly NamedActor[] {
  const byArticle = new Map(library.articles.map((held) => [held, placesIn(held, library)]));
  return (held, sentence) => byArticle.get(held)?.get(sentence.index) ?? [];
}

interface Place extends NamedActor {
  readonly sentence: number;
  readonly rank: number;
}

function placesIn(held: HeldArticle, library: Library): ReadonlyMap<number, readonly NamedActor[]> {
  const here = library.actors.flatMap((actor, rank) =>
    actor.articles.includes(held.article.id) ? [{ rank, name: actor.name, forms: [actor.name, ...actor.aliases] }] : [],
  );
  const places = held.reading.actors.flatMap((read): Place[] => {
    const actor = here.find(({ forms }) => forms.includes(read.name));
    return actor === undefined
      ? []
      : read.mentions.map((mention) => ({ ...mention, name: actor.name, rank: actor.rank }));
  });
  const bySentence = new Map<number, NamedActor[]>();
  for (const { sentence, ...place } of places.toSorted((left, right) => left.rank - right.rank)) {
    const known = bySentence.get(sentence);
    if (known === undefined) bySentence.set(sentence, [place]);
    else known.push(place);
  }
  return bySentence;
}
