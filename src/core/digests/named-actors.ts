import type { Sentence, TextSpan } from '../articles/article.ts';
import type { ArticleId } from '../ids/ids.ts';
import type { HeldArticle, Library } from '../stories/library.ts';

/** A place in a sentence that names an actor, by the name that the story shows. */
export interface NamedActor extends TextSpan {
  readonly name: string;
}

/** Tells who is named in a sentence of an article, as it was read. Most named in the story first. */
export type ActorFinder = (held: HeldArticle, sentence: Sentence) => readonly NamedActor[];

/** The finder of a library; it looks at an article when first asked about it. */
export function actorFinder(library: Library): ActorFinder {
  const byForm = rankedByForm(library);
  const byArticle = new Map<HeldArticle, ReadonlyMap<number, readonly NamedActor[]>>();
  return (held, sentence) => {
    const places = byArticle.get(held) ?? placesIn(held, byForm);
    byArticle.set(held, places);
    return places.get(sentence.index) ?? [];
  };
}

interface Ranked {
  readonly name: string;
  readonly rank: number;
  readonly articles: ReadonlySet<ArticleId>;
}

type RankedByForm = ReadonlyMap<string, readonly Ranked[]>;

const known = new WeakMap<Library, RankedByForm>();

/** The actors that some article names by each form, most named first. */
function rankedByForm(library: Library): RankedByForm {
  const ready = known.get(library);
  if (ready !== undefined) return ready;
  const byForm = new Map<string, Ranked[]>();
  for (const [rank, { name, aliases, articles }] of library.actors.entries()) {
    const ranked = { name, rank, articles: new Set(articles) };
    for (const form of new Set([name, ...aliases])) {
      const others = byForm.get(form);
      if (others === undefined) byForm.set(form, [ranked]);
      else others.push(ranked);
    }
  }
  known.set(library, byForm);
  return byForm;
}

interface Place extends NamedActor {
  readonly sentence: number;
  readonly rank: number;
}

function placesIn({ article, reading }: HeldArticle, byForm: RankedByForm): ReadonlyMap<number, readonly NamedActor[]> {
  const places = reading.actors.flatMap((read): Place[] => {
    const actor = byForm.get(read.name)?.find(({ articles }) => articles.has(article.id));
    if (actor === undefined) return [];
    return read.mentions.map((mention) => ({ ...mention, name: actor.name, rank: actor.rank }));
  });
  const bySentence = new Map<number, NamedActor[]>();
  for (const { sentence, ...place } of places.toSorted((left, right) => left.rank - right.rank)) {
    const others = bySentence.get(sentence);
    if (others === undefined) bySentence.set(sentence, [place]);
    else others.push(place);
  }
  return bySentence;
}
