import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowed } from './support/allowed-imports.ts';
import { forbiddenImports, importsOf } from './support/imports.ts';

const files = readdirSync('src', { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'));

function sourceOf(file: string): string {
  return readFileSync(join('src', file), 'utf8');
}

describe('the house', () => {
  it('has no import that the table does not allow', () => {
    expect(files.flatMap((file) => forbiddenImports(file, sourceOf(file), allowed))).toEqual([]);
  });

  it('has a table without rooms that are gone', () => {
    const rooms = new Set(
      files.map((file) =>
        file.includes('/')
          ? file
              .split('/')
              .slice(0, /^(?:core|adapters)\//.test(file) ? 2 : 1)
              .join('/')
          : file,
      ),
    );
    expect(Object.keys(allowed).filter((room) => !rooms.has(room))).toEqual([]);
  });

  it('has an entry that nobody imports', () => {
    expect(files.filter((file) => importsOf(join('src', file)).some((name) => name.endsWith('/main.ts')))).toEqual([]);
  });

  it.each(files)('%s has at most 300 lines, no default export, and re-exports nothing', (file) => {
    const text = sourceOf(file);
    expect(text.split('\n').length).toBeLessThanOrEqual(301);
    expect(text).not.toMatch(/^export default|^export (?:\*|\{[^}]*\}) from/m);
  });

  it('asks the time only of the clock', () => {
    const asking = files.filter((file) => /Date\.now\(\)|new Date\(\)/.test(sourceOf(file)));
    expect(asking).toEqual(['main.ts']);
  });

  it('reads the environment only where settings are read', () => {
    const reading = files.filter((file) => /process\.env/.test(sourceOf(file)));
    expect(reading.toSorted()).toEqual(['cli/io.ts', 'main.ts']);
  });

  it('knows nothing of the story that ships', () => {
    const words = /starmer|lavrov|zelensk|podolyak|macron|backstop|\/summit/i;
    expect(files.filter((file) => !file.includes('/english/') && words.test(withoutComments(sourceOf(file))))).toEqual(
      [],
    );
  });
});

describe('the table', () => {
  it.each([
    ['a wall that is crossed', "import { App } from '@slack/bolt';", 'core/stories/x.ts', '@slack/bolt'],
    ['a type-only import', "import type { App } from '@slack/bolt';", 'core/stories/x.ts', '@slack/bolt'],
    ['a dynamic import', "const x = await import('../discord/post.ts');", 'adapters/slack/x.ts', 'adapters/discord'],
    ['a re-export', "export { post } from '../discord/post.ts';", 'adapters/slack/x.ts', 'adapters/discord'],
    ['a package nobody decided on', "import lodash from 'lodash';", 'core/stories/x.ts', 'lodash'],
    ['a built-in nobody decided on', "import { exec } from 'node:child_process';", 'cli/x.ts', 'node:child_process'],
    ['the way back', "import { ask } from '../commands/ask.ts';", 'core/articles/x.ts', 'core/commands'],
  ])('refuses %s', (_case, text, file, target) => {
    expect(forbiddenImports(file, text, allowed)).toEqual([expect.stringContaining(`may not import ${target}`)]);
  });

  it('refuses a folder that it does not know', () => {
    expect(forbiddenImports('core/gossip/x.ts', '', allowed)).toEqual([
      'core/gossip/x.ts: the room core/gossip is not in the table',
    ]);
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
