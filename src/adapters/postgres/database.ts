import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import { lockFolder } from './data-folder.ts';
import { migrate } from './migrate.ts';
import { pglitePool } from './pglite-pool.ts';
import { serverPool } from './server-pool.ts';
import type { SqlPool } from './sql-pool.ts';

export interface Queryable {
  /** Runs one statement; each row is checked by the schema. */
  rows<Row extends z.ZodType>(row: Row, text: string, params?: readonly unknown[]): Promise<z.infer<Row>[]>;
  /** Runs one statement; returns how many rows it changed. */
  change(text: string, params?: readonly unknown[]): Promise<number>;
}

export interface Database extends Queryable {
  /** Where it runs: in this process, or on a server. */
  readonly footing: 'embedded' | 'server';
  /** The pool for BullMQ, with `bullmq` first in its search path. */
  readonly queuePool: SqlPool;
  /** Runs statements that all happen or none. */
  transaction<Result>(work: (session: Queryable) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Where the store is: files in a folder, a server, or memory that ends with the process (for tests). */
export type DatabasePlace =
  | { readonly kind: 'folder'; readonly folder: string; readonly template: string }
  | { readonly kind: 'memory'; readonly template: string }
  | { readonly kind: 'server'; readonly url: string };

const searchPath = ['bullmq', 'public'];

/**
 * Opens the store and brings its tables up to date. Throws UserError when the folder is in use or cannot be written, or
 * the server cannot be reached. `template` is a file that keeps a newly made embedded store: making one takes some ten
 * seconds, a copy of it takes one.
 */
export async function openDatabase(place: DatabasePlace, log: Log): Promise<Database> {
  const database = place.kind === 'server' ? await openServer(place.url, log) : await openEmbedded(place, log);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function openEmbedded(place: Exclude<DatabasePlace, { kind: 'server' }>, log: Log): Promise<Database> {
  const unlock = place.kind === 'folder' ? lockFolder(place.folder) : (): void => undefined;
  try {
    const db = await openFiles(place, log);
    await db.exec(`SET search_path TO ${searchPath.join(', ')}`);
    const pool = pglitePool(db);
    return databaseOver('embedded', pool, async () => {
      await db.close();
      unlock();
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openFiles(place: Exclude<DatabasePlace, { kind: 'server' }>, log: Log): Promise<PGlite> {
  const dataDir = place.kind === 'folder' ? join(place.folder, 'store') : undefined;
  if (dataDir !== undefined && existsSync(join(dataDir, 'PG_VERSION'))) return PGlite.create({ dataDir });
  const where = dataDir === undefined ? {} : { dataDir };
  if (existsSync(place.template)) return PGlite.create({ ...where, loadDataDir: new Blob([await readFile(place.template)]) });
  log.warn({}, 'making the embedded store; this takes some ten seconds, once');
  const db = await PGlite.create(where);
  await keepTemplate(db, place.template, log);
  return db;
}

/** A template is a convenience: where it cannot be written, the next new store takes its ten seconds again. */
async function keepTemplate(db: PGlite, file: string, log: Log): Promise<void> {
  try {
    const dump = await db.dumpDataDir('gzip');
    await mkdir(dirname(file), { recursive: true });
    const half = `${file}.${process.pid}`;
    await writeFile(half, Buffer.from(await dump.arrayBuffer()));
    await rename(half, file);
  } catch (error) {
    log.debug({ err: error }, 'the template of the store could not be kept');
  }
}

async function openServer(url: string, log: Log): Promise<Database> {
  const pool = serverPool(url, searchPath, log);
  try {
    await pool.query('SELECT 1');
  } catch (cause) {
    await pool.end();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`The database of DATABASE_URL cannot be used: ${reason}.`, 'Check that it runs, the address, user and password.', {
      cause,
    });
  }
  return databaseOver('server', pool, () => pool.end());
}

function databaseOver(footing: Database['footing'], pool: SqlPool, close: () => Promise<void>): Database {
  return {
    footing,
    queuePool: pool,
    ...queryableOver(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(queryableOver(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
    close,
  };
}

function queryableOver(connection: Pick<SqlPool, 'query'>): Queryable {
  return {
    rows: async (row, text, params = []) => (await connection.query(text, params)).rows.map((found) => row.parse(found)),
    change: async (text, params = []) => (await connection.query(text, params)).rowCount ?? 0,
  };
}
