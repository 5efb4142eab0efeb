import { findDisputesOf } from '../disputes/find-disputes.ts';
import type { Line } from '../messages/line.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { articlesIn, type Candidate, candidatesOf } from './candidates.ts';
import { likeness } from './content-words.ts';
import {
  type Digest,
  type DigestLine,
  type DigestSource,
  type DigestWindow,
  type LeftOut,
  mostLeftOut,
} from './digest.ts';
import { correctedIn } from './corrected.ts';
import { leansOnTheOneBefore } from './importance.ts';
import { oneIsEnough } from './saying.ts';
import { updateFinder } from './updates.ts';

const mostLines = 8;
/** Only so many of the most important sentences are weighed against each other: the rest could not get in. */
const mostWeighed = 200;
/** What a line loses for each chosen line about the same first actor, and for likeness to a chosen one. */
const actorPenalty = 0.2;
const likenessPenalty = 1.2;
/** Sentences much weaker than the best are filler. */
const weakest = 0.25;

/**
 * Chooses what a channel should know of what was added in a window: the most important sentences, spread over actors, no
 * two saying the same and none that an article from before the window said; in the order in which the story went. Where
 * articles disagree, both stand. The same library and window give the same digest.
 */
export function composeDigest(library: Library, window: DigestWindow): Digest {
  const { fresh, repeated, suspect } = candidatesOf(library, window);
  const sources = articlesIn(library, window);
  const { chosen, same, weaker } = choose(fresh);
  const order = new Map(library.articles.map((held, index) => [held, index]));
  const place = (candidate: Candidate): number => order.get(candidate.held) ?? 0;
  const updates = updateFinder(
    library,
    library.articles.filter((held) => !sources.includes(held)),
  );
  const leftOut = [
    ...copies(sources),
    ...suspect.map(({ held, sentence }): LeftOut => ({ reason: 'suspect', line: sentenceLine(held, sentence) })),
    ...[...same, ...repeated].map((candidate) => leaveOut('same-as', candidate)),
    ...weaker.map((candidate) => leaveOut('less-important', candidate)),
  ];
  return {
    window,
    lines: chosen
      .toSorted((left, right) => place(left) - place(right) || left.sentence.index - right.sentence.index)
      .map((candidate) => lineOf(candidate, updates(candidate))),
    corrected: correctedIn(library, window),
    disputes: findDisputesOf(sources, library),
    leftOut: leftOut.slice(0, mostLeftOut),
    sources: sources.map(sourceOf),
  };
}

interface Choice {
  readonly chosen: readonly Candidate[];
  readonly same: readonly Candidate[];
  readonly weaker: readonly Candidate[];
}

/** Takes the worthiest again and again, where what was taken lessens the worth of what is like it. */
function choose(candidates: readonly Candidate[]): Choice {
  const floor = weakest * (candidates[0]?.score ?? 0);
  const waiting = candidates.slice(0, mostWeighed).filter(({ score }) => score >= floor);
  const rest = candidates.filter((candidate, index) => index >= mostWeighed || candidate.score < floor);
  const chosen: Candidate[] = [];
  const same: Candidate[] = [];
  while (chosen.length < mostLines) {
    const next = worthiest(waiting, chosen);
    if (next === undefined) break;
    waiting.splice(waiting.indexOf(next), 1);
    const rival = chosen.findIndex((other) => oneIsEnough(next.saying, other.saying));
    const other = chosen[rival];
    if (other === undefined) chosen.push(next);
    else if (toldBefore(next, other)) same.push(...chosen.splice(rival, 1, next));
    else same.push(next);
  }
  return { chosen, same, weaker: [...waiting, ...rest] };
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

function lineOf({ held, sentence, others, actors }: Candidate, updates: Line | undefined): DigestLine {
  return { ...sentenceLine(held, sentence, others), actors, ...(updates !== undefined && { updates }) };
}

function leaveOut(reason: LeftOut['reason'], { held, sentence, others }: Candidate): LeftOut {
  return { reason, line: sentenceLine(held, sentence, others) };
}

/** The first sentence of each article that repeats another's text: it adds an outlet, no source. */
function copies(articles: readonly HeldArticle[]): LeftOut[] {
  return articles.flatMap((held) => {
    const first = held.sentences.find((sentence) => sentence.kind === 'body');
    if (held.origin === held.article.id || first === undefined) return [];
    return [{ reason: 'copy', line: sentenceLine(held, first) }];
  });
}

function sourceOf({ article }: HeldArticle): DigestSource {
  return {
    article: article.id,
    publisher: article.publisher,
    title: article.title,
    url: article.url ?? null,
    published: article.published ?? null,
    sample: article.sample,
  };
}
