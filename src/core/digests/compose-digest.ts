import type { Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { likeness } from './content-words.ts';
import type { Digest, DigestLine, DigestSource, DigestWindow, LeftOut } from './digest.ts';

const mostLines = 8;
const mostLeftOut = 20;
/** A line this much like one that is chosen adds too little. */
const tooAlike = 0.4;
/** What a line loses for each chosen line about the same first actor, and for likeness to a chosen one. */
const actorPenalty = 0.12;
const likenessPenalty = 1.2;
/** Lines much weaker than the best are filler. */
const weakest = 0.25;

/**
 * Chooses what a channel should know of what was added in a window: the most important sentences, spread over actors, no
 * two saying the same; in the order in which the story went. The same library and window give the same digest.
 */
export function composeDigest(library: Library, window: DigestWindow): Digest {
  const candidates = candidatesOf(library, window);
  const chosen: Candidate[] = [];
  const leftOut: LeftOut[] = [];
  const waiting = [...candidates];
  while (chosen.length < mostLines && waiting.length > 0) {
    const next = best(waiting, chosen);
    waiting.splice(waiting.indexOf(next), 1);
    if (next.score < weakest * (candidates[0]?.score ?? 0))
      leftOut.push({ reason: 'less-important', line: lineOf(next) });
    else if (chosen.some((other) => isSame(next, other))) leftOut.push({ reason: 'same-as', line: lineOf(next) });
    else chosen.push(next);
  }
  leftOut.push(
    ...waiting
      .slice(0, mostLeftOut)
      .map((candidate): LeftOut => ({ reason: 'less-important', line: lineOf(candidate) })),
  );
  return {
    window,
    lines: chosen.toSorted((left, right) => inStoryOrder(left, right, library)).map(lineOf),
    leftOut: [...copies(library, window), ...leftOut].slice(0, mostLeftOut),
    sources: sourcesOf(library, window),
  };
}

function best(waiting: readonly Candidate[], chosen: readonly Candidate[]): Candidate {
  return waiting.reduce((leader, candidate) => (worth(candidate, chosen) > worth(leader, chosen) ? candidate : leader));
}

function worth(candidate: Candidate, chosen: readonly Candidate[]): number {
  const lead = candidate.actors[0];
  let alike = 0;
  let about = 0;
  for (const other of chosen) {
    alike = Math.max(alike, likeness(candidate.words, other.words));
    if (lead !== undefined && other.actors[0] === lead) about += 1;
  }
  return candidate.score * Math.max(0, 1 - likenessPenalty * alike) * (1 - actorPenalty) ** about;
}

/** Alike, and not because they disagree: two articles that give different numbers both stand. */
function isSame(candidate: Candidate, other: Candidate): boolean {
  const alike = likeness(candidate.words, other.words);
  return (
    alike >= tooAlike &&
    (candidate.held === other.held || candidate.held.origin === other.held.origin || !differInNumbers(candidate, other))
  );
}

function differInNumbers(left: Candidate, right: Candidate): boolean {
  const numbers = (text: string): string =>
    (text.match(/\d[\d.,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|half)\b/gu) ?? []).join(' ');
  const [one, other] = [numbers(left.sentence.text), numbers(right.sentence.text)];
  return one !== '' && other !== '' && one !== other;
}

function lineOf({ held, sentence, others, actors }: Candidate): DigestLine {
  return { ...sentenceLine(held, sentence, others), actors };
}

function inStoryOrder(left: Candidate, right: Candidate, library: Library): number {
  return (
    library.articles.indexOf(left.held) - library.articles.indexOf(right.held) ||
    left.sentence.index - right.sentence.index
  );
}

function inWindow(library: Library, window: DigestWindow): Library['articles'] {
  return library.articles.filter(({ article }) => article.added > window.from && article.added <= window.to);
}

/** The first sentence of each article that repeats another's text: it adds an outlet, no source. */
function copies(library: Library, window: DigestWindow): LeftOut[] {
  return inWindow(library, window).flatMap((held) => {
    const first = held.sentences.find((sentence) => sentence.kind === 'body');
    if (held.origin === held.article.id || first === undefined) return [];
    return [{ reason: 'copy', line: sentenceLine(held, first) }];
  });
}

function sourcesOf(library: Library, window: DigestWindow): DigestSource[] {
  return inWindow(library, window).map(({ article }) => ({
    article: article.id,
    publisher: article.publisher,
    title: article.title,
    url: article.url ?? null,
    published: article.published ?? null,
    sample: article.sample,
  }));
}
