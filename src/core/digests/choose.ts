import type { Candidate } from './candidates.ts';
import { likeness } from './content-words.ts';
import { leansOnTheOneBefore } from './importance.ts';
import { oneIsEnough } from './saying.ts';

/** Only so many of the most important sentences are weighed against each other: the rest could not get in. */
const mostWeighed = 200;
/** What a line loses for each chosen line about the same first actor, and for likeness to a chosen one. */
const actorPenalty = 0.05;
const likenessPenalty = 1.6;
/** Sentences much weaker than the best are filler. */
const weakest = 0.25;

/** How much may be chosen. */
export interface Room {
  readonly lines: number;
  readonly words: number;
}

export interface Choice {
  readonly chosen: readonly Candidate[];
  readonly same: readonly Candidate[];
  readonly weaker: readonly Candidate[];
}

/** Takes the worthiest again and again, where what was taken lessens the worth of what is like it. */
export function choose(candidates: readonly Candidate[], room: Room): Choice {
  const floor = weakest * (candidates[0]?.score ?? 0);
  const waiting = candidates.slice(0, mostWeighed).filter(({ score }) => score >= floor);
  const rest = candidates.filter((candidate, index) => index >= mostWeighed || candidate.score < floor);
  const chosen: Candidate[] = [];
  const same: Candidate[] = [];
  let words = room.words;
  while (chosen.length < room.lines) {
    const next = worthiest(
      waiting.filter(({ sentence }) => wordsOf(sentence.text) <= words),
      chosen,
    );
    if (next === undefined) break;
    waiting.splice(waiting.indexOf(next), 1);
    const rival = chosen.findIndex((other) => oneIsEnough(next.saying, other.saying));
    const other = chosen[rival];
    if (other === undefined) {
      chosen.push(next);
      words -= wordsOf(next.sentence.text);
    } else if (toldBefore(next, other)) same.push(...chosen.splice(rival, 1, next));
    else same.push(next);
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

function worthiest(waiting: readonly Candidate[], chosen: readonly Candidate[]): Candidate | undefined {
  let best: { readonly candidate: Candidate; readonly worth: number } | undefined;
  for (const candidate of waiting) {
    const own = worth(candidate, chosen);
    if ((best === undefined || own > best.worth) && isUnderstood(candidate, chosen)) best = { candidate, worth: own };
  }
  return best?.candidate;
}

/** "He said …" is shown only below the sentence that tells who he is. */
function isUnderstood({ held, sentence }: Candidate, chosen: readonly Candidate[]): boolean {
  if (!leansOnTheOneBefore(held, sentence)) return true;
  return chosen.some((other) => other.held === held && other.sentence.index === sentence.index - 1);
}

function worth(candidate: Candidate, chosen: readonly Candidate[]): number {
  const lead = candidate.actors[0];
  let alike = 0;
  let about = 0;
  for (const other of chosen) {
    alike = Math.max(alike, likeness(candidate.saying.words, other.saying.words));
    if (lead !== undefined && other.actors[0] === lead) about += 1;
  }
  return candidate.score * Math.max(0, 1 - likenessPenalty * alike) * (1 - actorPenalty) ** about;
}
