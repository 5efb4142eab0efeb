import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { openQueue, type ShownQueue } from '../../src/adapters/bullmq/queue.ts';
import { type Database } from '../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';

import { folderDatabase, memoryDatabase, silentLog } from './memory-database.ts';

export interface OpenFooting {
  readonly database: Database;
  readonly queue: ShownQueue;
  /** Closes both; done after the test for those that the test did not close. */
  close(): Promise<void>;
}

export interface Footing {
  /** One store and queue for all tests of a file or block, opened before them and closed after; call it outside of tests. */
  shared(): () => OpenFooting;
  /** A store and a queue of their own. */
  open(): Promise<OpenFooting>;
  /** A place whose store and queue can be closed and opened again. */
  lastingPlace(): Promise<{ open(): Promise<OpenFooting> }>;
}

/** Runs the same tests on every footing there is: embedded; Postgres; Postgres with the queue on Redis. */
export function describeEachFooting(name: string, tests: (footing: Footing) => void): void {
  const postgresUrl = inject('postgresUrl');
  const redisUrl = inject('redisUrl');
  describe(`${name} (embedded)`, () => tests(embedded()));
  if (postgresUrl === undefined) return;
  describe(`${name} (postgres)`, () => tests(onServers(postgresUrl, undefined)));
  if (redisUrl === undefined) return;
  describe(`${name} (postgres+redis)`, () => tests(onServers(postgresUrl, redisUrl)));
}

/** Runs the same tests on every kind of store there is. `open` gives one of its own, which the test closes. */
export function describeEachStore(name: string, tests: (open: () => Promise<Database>) => void): void {
  const postgresUrl = inject('postgresUrl');
  describe(`${name} (embedded)`, () => tests(memoryDatabase));
  if (postgresUrl === undefined) return;
  describe(`${name} (postgres)`, () =>
    tests(async () => openDatabase({ kind: 'server', url: await freshDatabase(postgresUrl) }, silentLog)));
}

/** Where a store and a queue are; the queue is in the store when there is no address of a Redis. */
interface Whereabouts {
  openStore(): Promise<Database>;
  readonly redisUrl?: string;
}

/** The embedded store and queue, for tests that need no other. */
export function embedded(): Footing {
  const opening = openingAndClosing();
  return {
    shared: () => sharedFooting(async () => ({ openStore: memoryDatabase })),
    open: () => opening.open({ openStore: memoryDatabase }),
    lastingPlace: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'communique-store-'));
      opening.afterwards(() => rmSync(folder, { recursive: true, force: true }));
      return { open: () => opening.open({ openStore: () => folderDatabase(folder) }) };
    },
  };
}

function onServers(postgresUrl: string, redisUrl: string | undefined): Footing {
  const opening = openingAndClosing();
  const fresh = async (): Promise<Whereabouts> => {
    const url = await freshDatabase(postgresUrl);
    const redis = redisUrl === undefined ? {} : { redisUrl: await freshRedis(redisUrl) };
    return { openStore: () => openDatabase({ kind: 'server', url }, silentLog), ...redis };
  };
  return {
    shared: () => sharedFooting(fresh),
    open: async () => opening.open(await fresh()),
    lastingPlace: async () => {
      const where = await fresh();
      return { open: () => opening.open(where) };
    },
  };
}

function sharedFooting(where: () => Promise<Whereabouts>): () => OpenFooting {
  let opened: OpenFooting | undefined;
  beforeAll(async () => {
    opened = await openFooting(await where());
  });
  afterAll(() => opened?.close());
  return () => {
    if (opened === undefined) throw new Error('the footing is opened when the tests begin');
    return opened;
  };
}

async function openFooting({ openStore, ...redis }: Whereabouts): Promise<OpenFooting> {
  const database = await openStore();
  const queue = await openQueue({ database, clock: { now: () => Date.now() }, log: silentLog, ...redis });
  return {
    database,
    queue,
    close: async () => {
      await queue.close();
      await database.close();
    },
  };
}

function openingAndClosing(): { open(where: Whereabouts): Promise<OpenFooting>; afterwards(work: () => void): void } {
  const opened = new Set<OpenFooting>();
  const atEnd: (() => void)[] = [];
  afterEach(async () => {
    for (const each of opened) await each.close();
    for (const work of atEnd.splice(0)) work();
  });
  return {
    open: async (where) => {
      const one = await openFooting(where);
      const footing: OpenFooting = {
        ...one,
        close: async () => {
          opened.delete(footing);
          await one.close();
        },
      };
      opened.add(footing);
      return footing;
    },
    afterwards: (work) => atEnd.push(work),
  };
}

/** Makes an empty database on the server; returns its address. */
export async function freshDatabase(serverUrl: string): Promise<string> {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** An empty database of the Redis, which no other test file takes either: the counter is in database 0. */
export async function freshRedis(serverUrl: string): Promise<string> {
  const redis = new Redis(serverUrl);
  const number = await redis.incr('databases-taken');
  await redis.quit();
  return `${serverUrl}/${number}`;
}
