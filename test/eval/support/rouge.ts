import { porterStem } from '../../../src/core/words/stem.ts';

/**
 * ROUGE (C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004): words in lower case, stemmed by Porter's
 * algorithm where longer than three letters, as its usual settings have it; F1 of recall and precision.
 */
export interface Overlap {
  readonly shared: number;
  readonly inReference: number;
  readonly inSummary: number;
}

export function rougeWords(text: string, leftOut: ReadonlySet<string> = new Set()): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => !leftOut.has(word)).map((word) => (word.length > 3 ? porterStem(word) : word));
}

/** Counts of word sequences of a length. */
export type Sequences = ReadonlyMap<string, number>;

export function sequencesOf(words: readonly string[], length: number): Sequences {
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= words.length; at += 1) {
    const key = words.slice(at, at + length).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** ROUGE-N's counts: a sequence counts as shared as often as both have it. */
export function overlapOf(reference: Sequences, summary: Sequences): Overlap {
  let shared = 0;
  for (const [key, count] of reference) shared += Math.min(count, summary.get(key) ?? 0);
  return { shared, inReference: sum(reference), inSummary: sum(summary) };
}

function sum(sequences: Sequences): number {
  let total = 0;
  for (const count of sequences.values()) total += count;
  return total;
}

export function f1({ shared, inReference, inSummary }: Overlap): number {
  return shared === 0 ? 0 : (2 * shared) / (inReference + inSummary);
}

/** ROUGE-L over whole texts: the longest common subsequence of their words. */
export function longestCommon(reference: readonly string[], summary: readonly string[]): Overlap {
  let row = new Int32Array(summary.length + 1);
  for (const word of reference) {
    const next = new Int32Array(summary.length + 1);
    for (const [at, other] of summary.entries())
      next[at + 1] = word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
    row = next;
  }
  return { shared: row.at(-1) ?? 0, inReference: reference.length, inSummary: summary.length };
}
