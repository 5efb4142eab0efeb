import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes what a task predicted, a JSON line each, to eval-results/TASK.jsonl, and says so. */
export function writePredictions(task: string, rows: readonly unknown[]): void {
  const folder = 'eval-results';
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${task}.jsonl`);
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  console.log(`predictions: ${file}`);
}
