import type { Candidate } from './candidates.ts';
import { type Centre, gatherAround, type Gathered, type Terms } from './centre.ts';
import { oneIsEnough } from './saying.ts';

/** Only so many of the most important sentences are weighed against each other: the rest could not get in. */
const mostWeighed = 200;
/** Sentences much weaker than the best are filler. */
const weakest = 0.15;
/** How much a sentence's own importance counts beside what it adds. Tuned with `npm run eval -- digest`. */
const ownImportance = 2;
/** Words that a line costs beside its own, and how much dearer long ones are. */
const lineCost = 4;
const dearer = 1.2;
/** What each actor of whom no line tells yet adds, for so many of them. */
const newActorWorth = 0.4;
const mostNewActors = 2;

/** How much may be chosen. */
export interface Room {
  readonly lines: number;
  readonly words: number;
  /** What a sentence counts for that names only actors of whom a chosen one tells: below 1 spreads the lines over actors. */
  readonly toldActors: number;
  /** What a sentence counts for once more for each chosen one of its origin: below 1 spreads the lines over origins. */
  readonly toldOrigins: number;
  /** What the first sentence of an article counts for at least while none of its origin is chosen. */
  readonly opening: number;
  /** What a sentence adds at least, however far from the centre: above 0 an important event of its own finds a place. */
  readonly leastGain: number;
}

export interface Choice {
  /** In the order in which they were taken: what matters most comes first. */
  readonly chosen: readonly Candidate[];
  readonly same: readonly Candidate[];
  readonly weaker: readonly Candidate[];
}

/**
 * Takes again and again the sentence that brings what was taken nearest to the centre of the articles, for the room it needs:
 * what was told before adds little, so the lines spread over what there is. `candidates` are most important first.
 */
export function choose(candidates: readonly Candidate[], centre: Centre, room: Room): Choice {
  const floor = weakest * (candidates[0]?.importance ?? 0);
  const waiting = candidates
    .slice(0, mostWeighed)
    .filter(({ importance }) => importance >= floor)
    .map((candidate) => ({ ...candidate, terms: centre.termsOf(candidate.sentence.text) }));
  const rest = candidates.filter((candidate, index) => index >= mostWeighed || candidate.importance < floor);
  const chosen: Weighed[] = [];
  const same: Weighed[] = [];
  let gathered = gatherAround(centre);
  let words = room.words;
  while (chosen.length < room.lines) {
    const next = worthiest(
      waiting.filter(({ sentence }) => wordsOf(sentence.text) <= words),
      { chosen, gathered, room },
    );
    if (next === undefined) break;
    waiting.splice(waiting.indexOf(next), 1);
    const rival = chosen.findIndex((other) => oneIsEnough(next.saying, other.saying));
    const other = chosen[rival];
    if (other === undefined) {
      chosen.push(next);
      gathered.add(next.terms);
      words -= wordsOf(next.sentence.text);
    } else if (toldBefore(next, other)) {
      same.push(...chosen.splice(rival, 1, next));
      gathered = gatherAround(centre);
      for (const { terms } of chosen) gathered.add(terms);
    } else same.push(next);
  }
  return { chosen, same, weaker: [...waiting, ...rest] };
}

function wordsOf(text: string): number {
  return text.split(/\s+/).length;
}

/** Of two origins that say nearly the same, the one that came first stands: a later article cannot push it out. */
function toldBefore({ held: one }: Candidate, { held: other }: Candidate): boolean {
  if (one.origin === other.origin) return false;
  return Date.parse(one.article.added) < Date.parse(other.article.added);
}

/** A candidate with what it speaks of: only of those that are weighed is that needed. */
interface Weighed extends Candidate {
  readonly terms: Terms;
}

interface SoFar {
  readonly room: Room;
  readonly chosen: readonly Candidate[];
  readonly gathered: Gathered;
}

function worthiest(waiting: readonly Weighed[], { chosen, gathered, room }: SoFar): Weighed | undefined {
  let best: { readonly candidate: Weighed; readonly worth: number } | undefined;
  for (const candidate of waiting) {
    const { importance, recency, terms, sentence } = candidate;
    const gain = Math.max(room.leastGain, gathered.gain(terms));
    const weight = importance ** ownImportance * recency * spreadOver(candidate, chosen, room);
    const worth = (gain > 0 ? gain * weight : gain / weight) / costOf(sentence.text, room);
    if (best === undefined || worth > best.worth) best = { candidate, worth };
  }
  return best?.candidate;
}

/** Which part of the room a sentence takes: of its words, and of its lines. */
function costOf(text: string, { lines, words }: Room): number {
  return ((wordsOf(text) + lineCost) / words) ** dearer + 1 / lines;
}

/** Lines spread over actors: one of whom nothing was told yet is worth more. */
function freshActors({ actors }: Candidate, told: ReadonlySet<string>): number {
  const fresh = actors.filter((actor) => !told.has(actor)).length;
  return 1 + newActorWorth * Math.min(fresh, mostNewActors);
}

/** An article of which nothing is told yet is best opened by its first sentence, whomever that names. */
function spreadOver(candidate: Candidate, chosen: readonly Candidate[], room: Room): number {
  const told = new Set(chosen.flatMap(({ actors }) => actors));
  const actors = namesOnly(told, candidate) ? room.toldActors : freshActors(candidate, told);
  const ofOrigin = chosen.filter(({ held }) => held.origin === candidate.held.origin).length;
  if (ofOrigin > 0) return actors * room.toldOrigins ** ofOrigin;
  return opens(candidate) ? Math.max(actors, room.opening) : actors;
}

function opens({ held, sentence }: Candidate): boolean {
  return held.sentences.find(({ kind }) => kind === 'body')?.index === sentence.index;
}

function namesOnly(told: ReadonlySet<string>, { actors }: Candidate): boolean {
  return actors.length > 0 && actors.every((actor) => told.has(actor));
}
