import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import { articleIdSchema } from '../../src/core/ids/ids.ts';
import { folderDatabase, silentLog, storeTemplate } from '../support/memory-database.ts';
import { newStory, readArticle } from '../support/stored-things.ts';

describe('an embedded store in a folder', () => {
  let folder: string;
  const children: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'communique-folder-'));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds what was saved when it is opened again', async () => {
    const story = newStory();
    const entry = readArticle();
    const before = await folderDatabase(folder);
    await articleStore(before).save({ ...entry, stories: [story] });
    await before.close();
    const after = await folderDatabase(folder);
    expect(await articleStore(after).inStory(story)).toEqual([entry]);
    await after.close();
  });

  it('is refused to a second process, and loses nothing acknowledged when the first is killed in the midst of writing', async () => {
    const writer = writingChild(folder);
    children.push(writer.child);
    await writer.saved(1);
    await expect(folderDatabase(folder)).rejects.toMatchObject({
      name: 'UserError',
      message: `The store in ${folder} is in use by process ${writer.child.pid}.`,
    });
    const acknowledged = await writer.saved(40);
    writer.child.kill('SIGKILL');
    await once(writer.child, 'close');
    const database = await folderDatabase(folder);
    const articles = articleStore(database);
    const held = await Promise.all(acknowledged.map((id) => articles.get(articleIdSchema.parse(id))));
    expect(held.map((article) => article?.id)).toEqual(acknowledged);
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    await database.close();
  });

  it('is made anew when its making was cut short', async () => {
    mkdirSync(join(folder, 'store.half-made'));
    writeFileSync(join(folder, 'store.half-made', 'PG_VERSION'), '18\n');
    const database = await folderDatabase(folder);
    expect(await articleStore(database).revision()).toBe(0);
    await database.close();
  });

  it('is made without a template that does not open', async () => {
    const template = join(folder, 'template.tar.gz');
    writeFileSync(template, 'no archive');
    const database = await openDatabase({ kind: 'folder', folder: join(folder, 'data'), template }, silentLog);
    expect(await articleStore(database).revision()).toBe(0);
    await database.close();
  });

  it('says when its files are not a store, and can be opened when they are away', async () => {
    mkdirSync(join(folder, 'store'));
    writeFileSync(join(folder, 'store', 'PG_VERSION'), '9\n');
    await expect(folderDatabase(folder)).rejects.toMatchObject({
      name: 'UserError',
      message: `The store in ${join(folder, 'store')} cannot be opened.`,
    });
    rmSync(join(folder, 'store'), { recursive: true });
    const database = await folderDatabase(folder);
    await database.close();
  });

  it('is refused when a newer version has changed its tables', async () => {
    const database = await folderDatabase(folder);
    await database.change("INSERT INTO communique.migrations (name) VALUES ('9999-from-the-future')");
    await database.close();
    const opened = openDatabase({ kind: 'folder', folder, template: storeTemplate }, silentLog);
    await expect(opened).rejects.toThrow('The store was changed by a newer Communiqué (9999-from-the-future).');
  });
});

interface WritingChild {
  readonly child: ChildProcess;
  /** The ids acknowledged so far, all that are read by the time there are this many; grows on. */
  saved(count: number): Promise<readonly string[]>;
}

function writingChild(folder: string): WritingChild {
  const script = fileURLToPath(new URL('../support/store-child.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, 'saveUntilKilled', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const ids: string[] = [];
  lines.on('line', (line) => ids.push(line));
  return {
    child,
    saved: async (count) => {
      while (ids.length < count) await once(lines, 'line');
      return ids;
    },
  };
}
