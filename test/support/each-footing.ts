import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, describe, inject } from 'vitest';
import { openQueue } from '../../src/adapters/bullmq/queue.ts';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import type { JobQueue } from '../../src/core/jobs/queue.ts';
import { memoryDatabase, silentLog } from './memory-database.ts';

export interface OpenFooting {
  readonly database: Database;
  readonly queue: JobQueue;
}

export interface Footing {
  /** A store and a queue of their own; closed after the test. */
  open(): Promise<OpenFooting>;
}

const clock = { now: () => Date.now() };

/** Runs the same tests on every footing there is: embedded; Postgres; Postgres with the queue on Redis. */
export function describeEachFooting(name: string, tests: (footing: Footing) => void): void {
  const postgresUrl = inject('postgresUrl');
  const redisUrl = inject('redisUrl');
  describe(`${name} (embedded)`, () => tests(footing(() => memoryDatabase(), undefined)));
  if (postgresUrl === undefined) return;
  describe(`${name} (postgres)`, () => tests(footing(() => freshDatabase(postgresUrl), undefined)));
  if (redisUrl === undefined) return;
  describe(`${name} (postgres + redis)`, () => tests(footing(() => freshDatabase(postgresUrl), redisUrl)));
}

let redisDatabases = 0;

function footing(openDatabaseOfItsOwn: () => Promise<Database>, redisUrl: string | undefined): Footing {
  const opened: OpenFooting[] = [];
  afterEach(async () => {
    for (const { queue, database } of opened.splice(0)) {
      await queue.close();
      await database.close();
    }
  });
  return {
    open: async () => {
      const database = await openDatabaseOfItsOwn();
      const redis = redisUrl === undefined ? {} : { redisUrl: `${redisUrl}/${(redisDatabases += 1) % 16}` };
      const queue = await openQueue({ database, clock, log: silentLog, ...redis });
      opened.push({ database, queue });
      return { database, queue };
    },
  };
}

async function freshDatabase(url: string): Promise<Database> {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return openDatabase({ kind: 'server', url: url.replace(/\/postgres$/, `/${name}`) }, silentLog);
}

