import type { Database, Queryable } from './database.ts';
import { UserError } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import { type EmbeddedPlace, embeddedPool } from './embedded-pool.ts';
import { migrate } from './migrate.ts';
import { reachServer } from './server-pool.ts';
import type { Planning, PooledClient, SqlPool } from './sql-pool.ts';

/** Where the store is: files in a folder, memory, or a server by its address. */
export type DatabasePlace = EmbeddedPlace | { readonly kind: 'server'; readonly url: string };

const searchPath = ['bullmq', 'public'];

/**
 * Opens the store and brings its tables up to date. Throws UserError when the folder is in use or cannot be written, or
 * the server cannot be reached or does not let us make tables.
 */
export async function openDatabase(place: DatabasePlace, log: Log): Promise<Database> {
  const database =
    place.kind === 'server'
      ? databaseOver('server', (await reachServer(place.url, searchPath, log)).pool)
      : databaseOver('embedded', await embeddedPool(place, searchPath, log));
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw notAllowed(error) ?? error;
  }
  return database;
}

function databaseOver(footing: Database['footing'], pool: SqlPool): Database {
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
        client.release();
        return result;
      } catch (error) {
        await rollBack(client);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

/** A connection that cannot even roll back is broken: it is thrown away, and the first error is the one to tell. */
async function rollBack(client: PooledClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    client.release(true);
  }
}

function queryableOver(connection: Pick<SqlPool, 'query'>): Queryable {
  return {
    rows: async (row, text, params = []) =>
      (await connection.query(text, params, planningOf(params))).rows.map((found) => row.parse(found)),
    change: async (text, params = []) => (await connection.query(text, params, planningOf(params))).rowCount ?? 0,
  };
}

/** What takes parameters is run often; what makes tables takes none. The queue's are not ours to plan: its tables may change. */
function planningOf(params: readonly unknown[]): Planning {
  return params.length > 0 ? 'once' : 'each time';
}

/** Postgres' 42501, insufficient_privilege: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function notAllowed(error: unknown): UserError | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '42501') return undefined;
  const mend = 'Let its user make schemas: GRANT CREATE ON DATABASE … TO …';
  return new UserError(`The database of DATABASE_URL does not let us make tables: ${error.message}.`, mend, {
    cause: error,
  });
}
