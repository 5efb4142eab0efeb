import { findDisputesOf, sureOf } from '../disputes/find-disputes.ts';
import type { Line } from '../messages/line.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { arranged } from './arranged.ts';
import { type Candidate, candidatesOf, type Place } from './candidates.ts';
import { type Choice, choose } from './choose.ts';
import { correctedIn } from './corrected.ts';
import { type Digest, type DigestLine, type DigestSource, type LeftOut, mostLeftOut } from './digest.ts';
import { leansOnTheOneBefore } from './importance.ts';
import { standingAt } from './standing.ts';
import { isSuspect } from './suspect.ts';
import { partLibrary } from './trusted.ts';
import { updateFinder } from './updates.ts';
import { articlesIn, type DigestWindow } from './window.ts';
import { centreWithin } from './window-centre.ts';

/** The lines of a digest. */
export const mostLines = 8;
/** Words that the lines may have together, for each line. */
const wordsOfLine = 40;
/** In few lines a reader wants to hear of everybody who matters. */
const toldActors = 0.5;
/** The newest article leads; what the others told before it is part of the state of things, too. */
const toldOrigins = 0.6;
const opening = 3.5;
const leastGain = 0.02;

/**
 * Chooses what a channel should know of what came in a window, in at most `lines` lines: what matters most first, the lines of
 * one article together and in its order, no two saying the same and none that an article from before the window said. Where
 * articles disagree, both stand. Articles that talk to machines or hide something have no part in it. The same library and
 * window give the same digest.
 */
export function composeDigest(library: Library, window: DigestWindow, lines = mostLines): Digest {
  const { trusted, suspects } = partLibrary(library);
  const { sources, chosen, same, repeated, weaker } = chosenOf(trusted, window, lines);
  const came = articlesIn(library, window);
  const cameSet = new Set(came);
  const leftOut = [
    ...copies(sources),
    ...suspects.filter((held) => cameSet.has(held)).flatMap(suspectPlace),
    ...[...same, ...repeated].map((place) => ({ reason: 'same-as', place }) as const),
    ...weaker.map((place) => ({ reason: 'less-important', place }) as const),
  ];
  return {
    window,
    lines: linesOf(chosen, trusted, sources),
    corrected: correctedIn(trusted, window),
    disputes: sureOf(findDisputesOf(sources, trusted)),
    leftOut: leftOut.slice(0, mostLeftOut).map(({ reason, place }) => ({ reason, line: lineWith(place) })),
    leftOutCounts: countsOf(leftOut),
    sources: came.map(sourceOf),
  };
}

/** The lines alone of what `composeDigest` gives: to see which articles disagree takes as long again. */
export function composeLines(library: Library, window: DigestWindow, lines = mostLines): DigestLine[] {
  const { trusted } = partLibrary(library);
  const { sources, chosen } = chosenOf(trusted, window, lines);
  return linesOf(chosen, trusted, sources);
}

interface Chosen extends Choice {
  readonly repeated: readonly Place[];
  /** The articles of the window. */
  readonly sources: readonly HeldArticle[];
}

function chosenOf(trusted: Library, window: DigestWindow, lines: number): Chosen {
  const { fresh: all, repeated } = candidatesOf(trusted, window);
  const stands = standingAt(trusted, window.to);
  // Below whatever line one that leans came to stand, a reader would take it for that line's.
  const fresh = all.filter((at) => !leansOnTheOneBefore(at.held, at.sentence) && stands(at));
  const room = { lines, words: lines * wordsOfLine, toldActors, toldOrigins, opening, leastGain };
  return { ...choose(fresh, centreWithin(trusted, window), room), repeated, sources: articlesIn(trusted, window) };
}

function linesOf(chosen: readonly Candidate[], trusted: Library, sources: readonly HeldArticle[]): DigestLine[] {
  const fresh = new Set(sources);
  const updates = updateFinder(trusted.articles.filter((held) => !fresh.has(held)));
  return arranged(chosen).map((candidate) => {
    const before = updates(candidate);
    return { ...lineWith(candidate), actors: candidate.actors, ...(before !== undefined && { updates: before }) };
  });
}

function lineWith({ held, sentence, others }: Place): Line {
  return sentenceLine(held, sentence, others);
}

interface LeftOutPlace {
  readonly reason: LeftOut['reason'];
  readonly place: Place;
}

/** The first sentence of each article that repeats another's text: it adds an outlet, no source. */
function copies(articles: readonly HeldArticle[]): LeftOutPlace[] {
  return articles.flatMap((held) => {
    const first = held.sentences.find((sentence) => sentence.kind === 'body');
    if (held.origin === held.article.id || first === undefined) return [];
    return [{ reason: 'copy', place: { held, sentence: first, others: [] } }];
  });
}

/** The first of the sentences for which an article was set apart; its first one when the title was the reason. */
function suspectPlace(held: HeldArticle): LeftOutPlace[] {
  const sentence = held.sentences.find(({ text }) => isSuspect(text)) ?? held.sentences[0];
  return sentence === undefined ? [] : [{ reason: 'suspect', place: { held, sentence, others: [] } }];
}

function countsOf(leftOut: readonly LeftOutPlace[]): Digest['leftOutCounts'] {
  const count = (reason: LeftOut['reason']): number => leftOut.filter((left) => left.reason === reason).length;
  return {
    copy: count('copy'),
    suspect: count('suspect'),
    'same-as': count('same-as'),
    'less-important': count('less-important'),
  };
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
