import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { openQueue } from '../../src/adapters/bullmq/queue.ts';
import { type Database } from '../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import { exportRows, importRows } from '../../src/adapters/postgres/transfer.ts';
import type { JobQueue } from '../../src/core/jobs/queue.ts';
import { freshDatabase, freshRedis } from './each-footing.ts';
import { folderDatabase, silentLog } from './memory-database.ts';
import { findPostgres } from './private-servers.ts';

/** Where a store and its queue are, whether or not a process has them open. */
export interface Installation {
  openStore(): Promise<Database>;
  openQueue(database: Database): Promise<JobQueue>;
  /** Backs it up as docs/operating.md says; what it returns restores it to a new place, any number of times. */
  backUp(): Promise<() => Promise<Installation>>;
}

/** A way to back up, with the footing that it is for. */
export type BackupWay = readonly [name: string, install: () => Promise<Installation>];

/** Every way that docs/operating.md tells of and that can run on this machine. */
export function backupWays(): readonly BackupWay[] {
  const [postgresUrl, redisUrl] = [inject('postgresUrl'), inject('redisUrl')];
  return [
    ['the folder of an embedded store, copied', async () => inFolder(newFolder(), copyOfFolder)],
    ['an embedded store, exported and imported', async () => inFolder(newFolder(), importInto)],
    ...(postgresUrl === undefined ? [] : [dumped('Postgres, by pg_dump and pg_restore', postgresUrl, undefined)]),
    ...(postgresUrl === undefined || redisUrl === undefined
      ? []
      : [dumped('Postgres, by pg_dump and pg_restore, with a new Redis', postgresUrl, redisUrl)]),
  ];
}

/** Everything that is in a store, as lines. */
export async function contentsOf(installation: Installation): Promise<string[]> {
  const database = await installation.openStore();
  const lines: string[] = [];
  await exportRows(database, '2025-02-18T09:00:00.000Z', (line) => lines.push(line));
  await database.close();
  return lines;
}

function inFolder(folder: string, backUp: (from: string) => Promise<() => Promise<string>>): Installation {
  return {
    openStore: () => folderDatabase(folder),
    openQueue: (database) => queueOn(database),
    backUp: async () => {
      const restore = await backUp(folder);
      return async () => inFolder(await restore(), backUp);
    },
  };
}

/** The process must not run meanwhile. */
async function copyOfFolder(from: string): Promise<() => Promise<string>> {
  const kept = join(newFolder(), 'data');
  cpSync(from, kept, { recursive: true });
  return async () => {
    const to = join(newFolder(), 'data');
    cpSync(kept, to, { recursive: true });
    return to;
  };
}

/** The queue is left behind: it is made anew from the store. */
async function importInto(from: string): Promise<() => Promise<string>> {
  const lines = await contentsOf(inFolder(from, importInto));
  return async () => {
    const to = newFolder();
    const database = await folderDatabase(to);
    await importRows(database, each(lines));
    await database.close();
    return to;
  };
}

function dumped(name: string, serverUrl: string, redisUrl: string | undefined): BackupWay {
  const on = async (url: string): Promise<Installation> => {
    const redis = redisUrl === undefined ? {} : { redisUrl: await freshRedis(redisUrl) };
    return {
      openStore: () => openDatabase({ kind: 'server', url }, silentLog),
      openQueue: (database) => queueOn(database, redis),
      backUp: async () => {
        const file = join(newFolder(), 'communique.dump');
        runOf('pg_dump', ['--format=custom', `--file=${file}`, url]);
        return async () => {
          const to = await freshDatabase(serverUrl);
          runOf('pg_restore', ['--exit-on-error', '--no-owner', `--dbname=${to}`, file]);
          return on(to);
        };
      },
    };
  };
  return [name, async () => on(await freshDatabase(serverUrl))];
}

function runOf(program: string, words: readonly string[]): void {
  const folder = findPostgres();
  if (folder === undefined) throw new Error('Postgres is not installed');
  execFileSync(join(folder, program), words, { stdio: ['ignore', 'inherit', 'inherit'] });
}

function queueOn(database: Database, redis: { readonly redisUrl?: string } = {}): Promise<JobQueue> {
  return openQueue({ database, clock: { now: () => Date.now() }, log: silentLog, ...redis });
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'communique-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
