import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** A page of a public benchmark: its HTML, and the article's text as people marked it. */
export interface MarkedPage {
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly text: string;
}

const marked = z.record(
  z.string(),
  z.object({ url: z.string().default('https://paper.example/'), articleBody: z.string().default('') }),
);

/**
 * Pages in the layout of scrapinghub's article-extraction-benchmark: `ground-truth.json` by id beside `html/ID.html.gz`.
 * None when the folder holds no such file.
 */
export function publicPages(folder: string): MarkedPage[] {
  const truth = join(folder, 'ground-truth.json');
  if (!existsSync(truth)) return [];
  const pages = marked.parse(JSON.parse(readFileSync(truth, 'utf8')));
  return Object.entries(pages).map(([id, { url, articleBody }]) => ({
    id,
    url,
    text: articleBody,
    // The set's pages were saved as UTF-8, whatever charset they name.
    html: gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8'),
  }));
}

/** Precision and recall of one page's text. */
export interface TextScore {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
}

const shingleWords = 4;

/**
 * Scores a text as that benchmark's own script does: by four words in a row, each as often as it stands in both. A part is
 * undefined where the script leaves the page out of that mean: nothing was given, nothing was marked.
 */
export function scoreShingles(wanted: string, found: string): TextScore {
  const gold = shinglesOf(wanted);
  const given = shinglesOf(found);
  let right = 0;
  for (const [shingle, count] of given) right += Math.min(count, gold.get(shingle) ?? 0);
  return { precision: share(right, given), recall: share(right, gold) };
}

/** The means over pages, and the F1 of the means, as the script takes it. */
export function meanScores(scores: readonly TextScore[]): Record<'precision' | 'recall' | 'f1', number> {
  const precision = mean(scores.flatMap((score) => score.precision ?? []));
  const recall = mean(scores.flatMap((score) => score.recall ?? []));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const last = words.length === 0 ? -1 : Math.max(0, words.length - shingleWords);
  for (let at = 0; at <= last; at += 1) {
    const shingle = words.slice(at, at + shingleWords).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function share(right: number, of: ReadonlyMap<string, number>): number | undefined {
  const total = [...of.values()].reduce((sum, count) => sum + count, 0);
  return total === 0 ? undefined : right / total;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
