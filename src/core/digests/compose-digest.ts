import { findDisputesOf } from '../disputes/find-disputes.ts';
import type { Line } from '../messages/line.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { articlesIn, type Candidate, candidatesOf } from './candidates.ts';
import { choose } from './choose.ts';
import {
  type Digest,
  type DigestLine,
  type DigestSource,
  type DigestWindow,
  type LeftOut,
  mostLeftOut,
} from './digest.ts';
import { correctedIn } from './corrected.ts';
import { updateFinder } from './updates.ts';

const mostLines = 8;

/**
 * Chooses what a channel should know of what was added in a window: the most important sentences, spread over actors, no
 * two saying the same and none that an article from before the window said; in the order in which the story went. Where
 * articles disagree, both stand. The same library and window give the same digest.
 */
export function composeDigest(library: Library, window: DigestWindow): Digest {
  const { fresh, centre, repeated, suspect } = candidatesOf(library, window);
  const sources = articlesIn(library, window);
  const { chosen, same, weaker } = choose(fresh, centre, { lines: mostLines, words: Number.POSITIVE_INFINITY });
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
