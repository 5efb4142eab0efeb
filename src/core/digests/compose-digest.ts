import { findDisputesOf } from '../disputes/find-disputes.ts';
import type { Line } from '../messages/line.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { arranged } from './arranged.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { choose } from './choose.ts';
import { correctedIn } from './corrected.ts';
import { type Digest, type DigestLine, type DigestSource, type LeftOut, mostLeftOut } from './digest.ts';
import { isSuspect } from './suspect.ts';
import { partLibrary } from './trusted.ts';
import { updateFinder } from './updates.ts';
import { articlesIn, type DigestWindow } from './window.ts';

/** The lines of a digest. */
export const mostLines = 8;
/** Words that the lines may have together, for each line. */
const wordsOfLine = 40;
/** In few lines a reader wants to hear of everybody who matters. */
const toldActors = 0.5;
/** The newest article leads; what the others told before it is part of the state of things, too. */
const toldOrigins = 0.6;
const opening = 2.5;
const leastGain = 0.02;

/**
 * Chooses what a channel should know of what came in a window, in at most `lines` lines: what matters most first, the lines of
 * one article together and in its order, no two saying the same and none that an article from before the window said. Where
 * articles disagree, both stand. Articles that talk to machines or hide something have no part in it. The same library and
 * window give the same digest.
 */
export function composeDigest(library: Library, window: DigestWindow, lines = mostLines): Digest {
  const { trusted, suspects } = partLibrary(library);
  const { fresh, centre, repeated } = candidatesOf(trusted, window);
  const sources = articlesIn(trusted, window);
  const { chosen, same, weaker } = choose(fresh, centre, {
    lines,
    words: lines * wordsOfLine,
    toldActors,
    toldOrigins,
    opening,
    leastGain,
  });
  const updates = updateFinder(
    trusted,
    trusted.articles.filter((held) => !sources.includes(held)),
  );
  const leftOut = [
    ...copies(sources),
    ...suspects.filter((held) => articlesIn(library, window).includes(held)).flatMap(suspectLines),
    ...[...same, ...repeated].map((candidate) => leaveOut('same-as', candidate)),
    ...weaker.map((candidate) => leaveOut('less-important', candidate)),
  ];
  return {
    window,
    lines: arranged(chosen).map((candidate) => lineOf(candidate, updates(candidate))),
    corrected: correctedIn(trusted, window),
    disputes: findDisputesOf(sources, trusted),
    leftOut: leftOut.slice(0, mostLeftOut),
    leftOutCounts: countsOf(leftOut),
    sources: articlesIn(library, window).map(sourceOf),
  };
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

/** The first of the sentences for which an article was set apart; its first one when the title was the reason. */
function suspectLines(held: HeldArticle): LeftOut[] {
  const sentence = held.sentences.find(({ text }) => isSuspect(text)) ?? held.sentences[0];
  return sentence === undefined ? [] : [{ reason: 'suspect', line: sentenceLine(held, sentence) }];
}

function countsOf(leftOut: readonly LeftOut[]): Digest['leftOutCounts'] {
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
