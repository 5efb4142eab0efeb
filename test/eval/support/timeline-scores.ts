import { lightWords, stopWords } from '../../../src/core/words/stop-words.ts';
import { f1, overlapOf, rougeWords, type Sequences, sequencesOf } from './rouge.ts';

/** A timeline: what happened, by ISO date. */
export type DatedTexts = ReadonlyMap<string, readonly string[]>;

export interface TimelineScores {
  readonly dateF1: number;
  readonly ar1: number;
  readonly ar2: number;
}

interface Day {
  readonly at: number;
  readonly plain: Sequences;
  readonly one: Sequences;
  readonly two: Sequences;
}

const leftOut = new Set([...stopWords, ...lightWords]);
const dayMs = 86_400_000;

/**
 * Scores of Martschat and Markert, "Improving ROUGE for Timeline Summarization" (EACL 2017): F1 of the dates, and
 * ROUGE-1 and -2, stemmed and without stop words, over days that are aligned by nearness and content, many to one
 * ("align+ m:1"). Words as they stand are compared for the alignment.
 */
export function timelineScores(reference: DatedTexts, made: DatedTexts): TimelineScores {
  const both = [...made.keys()].filter((date) => reference.has(date)).length;
  const [ours, theirs] = [daysOf(made), daysOf(reference)];
  return {
    dateF1: (2 * both) / (made.size + reference.size),
    ar1: alignedF1(theirs, ours, 'one'),
    ar2: alignedF1(theirs, ours, 'two'),
  };
}

function daysOf(timeline: DatedTexts): Day[] {
  return [...timeline].map(([date, texts]) => {
    const text = texts.join(' ');
    const words = rougeWords(text, leftOut);
    return {
      at: Date.parse(date) / dayMs,
      plain: sequencesOf(text.split(/\s+/), 1),
      one: sequencesOf(words, 1),
      two: sequencesOf(words, 2),
    };
  });
}

function alignedF1(reference: readonly Day[], made: readonly Day[], length: 'one' | 'two'): number {
  const recall = aligned(reference, made, length);
  const precision = aligned(made, reference, length);
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}

/** The share of the one side's sequences that the days aligned to it hold; the farther the day the less it counts. */
function aligned(from: readonly Day[], to: readonly Day[], length: 'one' | 'two'): number {
  let shared = 0;
  let all = 0;
  for (const day of from) {
    const nearest = to
      .map((other) => ({ other, cost: (1 - nearness(day, other)) * (1 - f1(overlapOf(day.plain, other.plain))) }))
      .reduce((best, next) => (next.cost < best.cost ? next : best));
    const overlap = overlapOf(day[length], nearest.other[length]);
    shared += nearness(day, nearest.other) * overlap.shared;
    all += overlap.inReference;
  }
  return all === 0 ? 0 : shared / all;
}

function nearness(one: Day, other: Day): number {
  return 1 / (Math.abs(one.at - other.at) + 1);
}
