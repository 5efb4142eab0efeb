import { shown } from './rows.ts';

/** How many were marked, given and right; where one that is marked can be given in parts, `rightGiven` counts those. */
export interface Counts {
  readonly gold: number;
  readonly given: number;
  readonly right: number;
  readonly rightGiven?: number;
}

/** Prints precision, recall and F1 over all counts. */
export function printCounts(title: string, counts: readonly Counts[]): void {
  const total = (of: (count: Counts) => number): number => counts.reduce((sum, count) => sum + of(count), 0);
  const gold = total((count) => count.gold);
  const precision = total(({ right, rightGiven }) => rightGiven ?? right) / total(({ given }) => given);
  const recall = total(({ right }) => right) / gold;
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(`${title.padEnd(48)} P ${shown(precision)}  R ${shown(recall)}  F1 ${shown(f1)}  of ${gold}`);
}
