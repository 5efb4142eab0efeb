import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type ReadOptions, readSources } from '../../../src/adapters/files/read-sources.ts';
import type { ArticleDraft } from '../../../src/core/articles/article.ts';
import type { UserError } from '../../../src/core/errors/errors.ts';
import type { SourceResult } from '../../../src/core/feeds/source-result.ts';

export const sentence =
  'The council of Nordby voted on Monday to open the old quay to fishing boats before the summer.';

/** Eight paragraphs in HTML: enough to count as a whole article. */
export const long = Array.from({ length: 8 }, (_, index) => `<p>${index + 1}. ${sentence}</p>`).join('');

/** A temporary folder for each test; call it once in a file. `path()` is where it is, `file` writes into it. */
export function sourceFolder(): {
  path(): string;
  file(name: string, content: string | Uint8Array): Promise<string>;
} {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sources-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  return {
    path: () => folder,
    file: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
  };
}

export async function read(inputs: readonly string[], options: ReadOptions = {}): Promise<SourceResult[]> {
  const results: SourceResult[] = [];
  for await (const result of readSources(inputs, options)) results.push(result);
  return results;
}

export async function draftOf(input: string, options: ReadOptions = {}): Promise<ArticleDraft> {
  const [result] = await read([input], options);
  if (result === undefined || 'error' in result) throw new Error(`no draft: ${result?.error.message}`);
  return result.draft;
}

export async function errorOf(input: string, options: ReadOptions = {}): Promise<UserError> {
  const [result] = await read([input], options);
  if (result === undefined || !('error' in result)) throw new Error('it was read');
  return result.error;
}
