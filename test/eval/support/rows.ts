import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';

/** The folder of the sets: what follows `--set` on the command line, else the folder beside the repository. */
export function setFolder(): string {
  const at = process.argv.indexOf('--set');
  return (at < 0 ? undefined : process.argv[at + 1]) ?? '../shared/eval';
}

/** The rows of a set, from its questions (every .jsonl or .jsonl.gz but the corpus), or from the file named. */
export function rowsOf<Schema extends z.ZodType>(set: string, schema: Schema, file?: string): z.infer<Schema>[] {
  const folder = join(setFolder(), set);
  const files = readdirSync(folder).filter(
    (name) => /\.jsonl(?:\.gz)?$/.test(name) && name.startsWith('corpus') === (file === 'corpus'),
  );
  return files.flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [schema.parse(JSON.parse(line))]));
  });
}

/** Rounded to three places, as the tables print it; a dash for no number. */
export function shown(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : '-';
}

/** The share of rows that pass. */
export function shareOf<Row>(rows: readonly Row[], test: (row: Row) => boolean): number {
  return rows.filter(test).length / rows.length;
}

/** The middle value of numbers, and the one that 95% do not exceed. */
export function middleAndHigh(values: readonly number[]): { readonly median: number; readonly p95: number } {
  const sorted = values.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}

/** The chance that an answerable question has more support than an unanswerable one (area under the ROC curve). */
export function areaUnder(rows: readonly { readonly answerable: boolean; readonly support: number }[]): number {
  const supports = (answerable: boolean): number[] =>
    rows.filter((row) => row.answerable === answerable).map((row) => row.support);
  const without = supports(false);
  let above = 0;
  for (const one of supports(true)) {
    for (const other of without) above += one > other ? 1 : one === other ? 0.5 : 0;
  }
  return above / (supports(true).length * without.length);
}
