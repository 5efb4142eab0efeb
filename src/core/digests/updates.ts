import type { Line } from '../messages/line.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { type Candidate, standsAlone } from './candidates.ts';
import { contentWords, likeness } from '../events/content-words.ts';
import { actorFinder } from './named-actors.ts';
import { countedIn } from './running-counts.ts';

/** Sentences this much alike tell of one event; what is the same has been left out before. */
const sameEvent = 0.4;
/** Beside who is named, and as what, so many words must be the same: one person does many things. */
const fewestShared = 2;

/**
 * Finds for a new sentence the one told before that it brings up to date: the same event, the same people, another fact; or the
 * same number counted anew. Undefined when nothing told before is near.
 */
export function updateFinder(
  library: Library,
  told: readonly HeldArticle[],
): (candidate: Candidate) => Line | undefined {
  const actorsIn = actorFinder(library);
  const titles = titlesOf(library);
  const sentences = told.flatMap((held) =>
    held.sentences.filter(standsAlone).map((sentence) => ({ held, sentence, words: contentWords(sentence.text) })),
  );
  return ({ saying, actors, sentence: fresh }) => {
    const counted = countedIn(fresh);
    const recount =
      counted === undefined ? undefined : sentences.findLast(({ sentence }) => countedIn(sentence) === counted);
    if (recount !== undefined) return sentenceLine(recount.held, recount.sentence);
    const ofPeople = new Set(actors.flatMap((actor) => [...(titles.get(actor) ?? [])]));
    let best: { readonly line: Line; readonly alike: number } | undefined;
    for (const { held, sentence, words } of sentences) {
      const alike = likeness(saying.words, words);
      if (alike < sameEvent || alike <= (best?.alike ?? 0)) continue;
      const shared = [...words].filter((word) => saying.words.has(word) && !ofPeople.has(word));
      if (shared.length < fewestShared) continue;
      const named = new Set(actorsIn(held, sentence).map(({ name }) => name));
      if (actors.length > 0 && !actors.some((actor) => named.has(actor))) continue;
      best = { line: sentenceLine(held, sentence), alike };
    }
    return best?.line;
  };
}

/** The words by which each actor is named, titles with them. */
function titlesOf({ actors }: Library): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    actors.map(({ name, aliases, roles }) => [
      name,
      new Set([name, ...aliases, ...roles.map(({ text }) => text)].flatMap((words) => [...contentWords(words)])),
    ]),
  );
}
