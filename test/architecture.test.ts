import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AllowList, forbiddenImports, importsOf } from './support/imports.ts';

const leaves = ['core/errors', 'core/ids', 'core/log', 'core/clock', 'core/text'];

/**
 * Who may import whom: rooms, packages and Node built-ins. Data flows downwards; a room imports only what stands above it
 * and the leaves. Whatever is not here is forbidden until somebody decides.
 */
const allowed: AllowList = {
  'core/clock': ['core/errors', 'luxon'],
  'core/errors': [],
  'core/log': [],
  'core/text': [],
  'core/ids': ['zod', 'node:crypto'],
  'core/messages': ['core/ids', 'zod'],
  'core/buttons': ['core/chat', 'core/ids', 'core/messages', 'zod'],
  'core/conversations': ['core/chat', 'core/ids', 'core/messages', 'zod'],
  'core/changes': ['core/articles', 'core/digests', 'core/messages', 'core/stories'],
  'core/statements': ['core/answers', 'core/messages', 'core/reading', 'core/stories'],
  'core/disputes': ['core/answers', 'core/articles', 'core/messages', 'core/reading', 'core/stories'],
  'core/receipts': ['core/digests', 'core/ids', 'core/messages', 'core/reading', 'core/stories', 'zod'],
  'core/settings': ['core/chat', 'zod'],
  'core/watches': [
    ...leaves,
    ...['core/answers', 'core/chat', 'core/delivery', 'core/digests', 'core/disputes', 'core/jobs', 'core/messages'],
    ...['core/outbox', 'core/schedules', 'core/stories', 'zod'],
  ],
  'core/jobs': ['core/ids', 'zod'],
  'core/articles': ['core/ids'],
  'core/feeds': ['core/articles', 'core/errors', 'zod'],
  'core/reading': ['core/articles', 'core/ids', 'zod'],
  'core/stories': [...leaves, 'core/articles', 'core/reading', 'core/messages', 'zod'],
  'core/answers': ['core/text', 'core/ids', 'core/articles', 'core/reading', 'core/stories', 'core/messages'],
  'core/schedules': [...leaves, 'core/chat', 'core/jobs', 'core/stories', 'zod', 'luxon'],
  'core/outbox': ['core/ids', 'core/chat', 'core/messages', 'core/receipts', 'zod'],
  'core/digests': [
    ...leaves,
    'core/articles',
    'core/reading',
    'core/stories',
    'core/messages',
    'core/chat',
    'core/disputes',
    'core/jobs',
    'core/schedules',
  ],
  'core/delivery': [
    ...leaves,
    'core/chat',
    'core/digests',
    'core/jobs',
    'core/messages',
    'core/outbox',
    'core/receipts',
    'core/schedules',
    'core/stories',
  ],
  'core/polling': [
    ...leaves,
    'core/digests',
    'core/feeds',
    'core/jobs',
    'core/messages',
    'core/outbox',
    'core/schedules',
    'core/stories',
    'zod',
  ],
  'core/commands': [
    ...leaves,
    ...[
      'core/watches',
      'core/answers',
      'core/articles',
      'core/changes',
      'core/chat',
      'core/conversations',
      'core/digests',
      'core/disputes',
      'core/messages',
      'core/polling',
      'core/receipts',
      'core/schedules',
      'core/settings',
      'core/statements',
      'core/stories',
      'zod',
    ],
  ],
  'core/chat': [
    ...leaves,
    ...[
      'core/buttons',
      'core/watches',
      'core/commands',
      'core/conversations',
      'core/digests',
      'core/messages',
      'core/outbox',
      'core/polling',
      'core/schedules',
      'core/settings',
      'core/stories',
      'zod',
    ],
  ],
  // It watches: it looks at the outbox, the queue and the feeds through their ports, and at what goes through the bot.
  'adapters/metrics': [
    ...['core/chat', 'core/clock', 'core/commands', 'core/errors', 'core/jobs', 'core/log', 'core/outbox'],
    ...['core/polling', 'core/stories', 'prom-client', 'node:http'],
  ],
  'adapters/log': ['core/log', 'pino', 'pino-pretty'],
  'adapters/postgres': [
    ...[
      'core/buttons',
      'core/chat',
      'core/conversations',
      'core/errors',
      'core/ids',
      'core/log',
      'core/articles',
      'core/reading',
      'core/stories',
      'core/schedules',
      'core/outbox',
      'core/watches',
      'core/polling',
      'core/settings',
    ],
    ...['@electric-sql/pglite', 'pg', 'zod', 'node:events', 'node:fs', 'node:fs/promises', 'node:path'],
  ],
  // The queue lives on the store's pool unless there is a Redis, so it knows the store; no other adapter knows a sibling …
  'adapters/bullmq': [
    'adapters/postgres',
    'core/clock',
    'core/errors',
    'core/jobs',
    'core/log',
    'bullmq',
    'ioredis',
    'zod',
    'node:util',
  ],
  // … but the files' reader, which hands HTML and feeds to the readers of the web's formats.
  'adapters/files': [
    ...['adapters/web', 'core/articles', 'core/errors', 'core/feeds', 'core/polling', 'core/text'],
    ...['eld', 'marked', 'yaml', 'zod', 'node:fs', 'node:fs/promises', 'node:path'],
  ],
  'adapters/web': [
    ...[
      'core/articles',
      'core/errors',
      'core/feeds',
      'core/log',
      '@mozilla/readability',
      'feedparser',
      'linkedom',
      'zod',
    ],
    ...[
      'node:dns',
      'node:http',
      'node:https',
      'node:net',
      'node:stream',
      'node:stream/promises',
      'node:timers/promises',
      'node:zlib',
    ],
  ],
  'adapters/slack': [
    'core/buttons',
    'core/chat',
    'core/commands',
    'core/errors',
    'core/log',
    'core/messages',
    'core/stories',
    '@slack/bolt',
    '@slack/web-api',
    'yaml',
    'zod',
  ],
  'adapters/discord': [
    ...['core/buttons', 'core/chat', 'core/commands', 'core/errors', 'core/log', 'core/messages'],
    ...['discord.js', 'zod', 'node:crypto', 'node:util'],
  ],
  'adapters/terminal': ['core/chat', 'core/commands', 'core/log', 'core/messages', 'node:readline'],
  config: ['core/errors', 'core/ids', 'core/stories', 'core/text', 'yaml', 'zod', 'node:fs', 'node:path'],
  cli: [
    ...leaves,
    ...[
      'adapters/bullmq',
      'adapters/discord',
      'adapters/files',
      'adapters/metrics',
      'adapters/postgres',
      'adapters/slack',
      'adapters/terminal',
      'adapters/web',
    ],
    ...[
      'config',
      'core/articles',
      'core/chat',
      'core/commands',
      'core/delivery',
      'core/digests',
      'core/jobs',
      'core/outbox',
    ],
    ...[
      'core/watches',
      'core/polling',
      'core/receipts',
      'core/schedules',
      'core/stories',
      'zod',
      'node:fs',
      'node:readline',
      'node:url',
      'node:util',
    ],
  ],
  'main.ts': [...leaves, 'adapters/log', 'cli', 'config', 'core/commands', 'node:fs', 'node:util'],
};

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
