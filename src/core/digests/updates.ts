import type { Line } from '../messages/line.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { type Candidate, standsAlone } from './candidates.ts';
import { contentWords, likeness } from './content-words.ts';
import { actorFinder } from './named-actors.ts';

/** Sentences this much alike tell of one event; what is the same has been left out before. */
const sameEvent = 0.4;

/**
 * Finds for a new sentence the one told before that it brings up to date: the same event, the same people, another fact.
 * Undefined when nothing told before is near.
 */
export function updateFinder(
  library: Library,
  told: readonly HeldArticle[],
): (candidate: Candidate) => Line | undefined {
  const actorsIn = actorFinder(library);
  const sentences = told.flatMap((held) =>
    held.sentences.filter(standsAlone).map((sentence) => ({ held, sentence, words: contentWords(sentence.text) })),
  );
  return ({ saying, actors }) => {
    let best: { readonly line: Line; readonly alike: number } | undefined;
    for (const { held, sentence, words } of sentences) {
      const alike = likeness(saying.words, words);
      if (alike < sameEvent || alike <= (best?.alike ?? 0)) continue;
      const named = new Set(actorsIn(held, sentence).map(({ name }) => name));
      if (actors.length > 0 && !actors.some((actor) => named.has(actor))) continue;
      best = { line: sentenceLine(held, sentence), alike };
    }
    return best?.line;
  };
}
