import type { Sentence } from '../articles/article.ts';
import { findQuotations, type Quotation } from '../reading/statements/find-quotations.ts';
import type { Line } from '../messages/line.ts';
import type { Actor } from '../stories/actor.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { type HeldPlace, lineAt } from '../stories/lines.ts';
import { everythingSaid, type Said } from './said.ts';
import { speaksOf, type Topic } from './topics.ts';

/** Words that an article puts between quotation marks as an actor's own. */
export interface Quote {
  readonly speaker: string;
  /** The words between the marks, without the marks. */
  readonly line: Line;
  /** yyyy-mm-dd: the day it was said, where the sentence gives it. */
  readonly said: string | null;
  /** ISO 8601 UTC. */
  readonly published: string | null;
  readonly publisher: string;
}

interface Wanted {
  readonly actor?: Actor | undefined;
  readonly topic?: Topic | undefined;
}

/** Verbatim quotations, newest first; the same words in several articles stand once, with a receipt for each. */
export function quotesOf(library: Library, { actor, topic }: Wanted): Quote[] {
  const byWords = new Map<string, { readonly said: Said; readonly places: [HeldPlace, ...HeldPlace[]] }>();
  for (const said of everythingSaid(library).toReversed()) {
    if (!said.statement.quoted || (actor !== undefined && said.actor !== actor)) continue;
    for (const place of placesOf(said)) {
      const words = place.held.article.text.slice(place.place.start, place.place.end);
      if (topic !== undefined && !speaksOf(words, topic)) continue;
      const key = `${said.speaker}\n${words.replace(/[.,!]+$/, '')}`;
      const known = byWords.get(key);
      if (known === undefined) byWords.set(key, { said, places: [place] });
      // Where it stood first names the outlet.
      else if (known.places.every(({ held }) => held !== place.held))
        byWords.set(key, { said, places: [place, ...known.places] });
    }
  }
  return [...byWords.values()].map(({ said, places: [first, ...others] }) => ({
    speaker: said.speaker,
    line: lineAt(first, others),
    said: said.day ?? null,
    published: said.held.article.published ?? null,
    publisher: said.held.article.publisher,
  }));
}

/** The spoken quotations within what was said. A comma before the closing mark belongs to the sentence, not to the words. */
function placesOf({ held, statement }: Said): HeldPlace[] {
  const sentence = held.sentences[statement.sentence];
  if (sentence === undefined) return [];
  const open = lastBefore(held, sentence);
  return findQuotations(sentence, open)
    .filter(({ start, end, spoken }) => spoken && start >= statement.content.start && end <= statement.content.end)
    .map(({ start, end }) => {
      const words = held.article.text.slice(start, end);
      const tail = /[\s,]+$/.exec(words)?.[0].length ?? 0;
      return { held, place: { sentence: sentence.index, start, end: end - tail } };
    });
}

/** The last quotation before a sentence in its paragraph: it may go on in the sentence. */
function lastBefore({ sentences }: HeldArticle, { index, paragraph }: Sentence): Quotation | undefined {
  let last: Quotation | undefined;
  const from = sentences.findIndex((sentence) => sentence.paragraph === paragraph);
  for (const sentence of sentences.slice(from, index))
    if (sentence.kind === 'body') last = findQuotations(sentence, last).at(-1);
  return last;
}
