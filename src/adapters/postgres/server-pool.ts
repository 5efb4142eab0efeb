import { EventEmitter } from 'node:events';
import pg from 'pg';
import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import type { Planning, PooledClient, SqlPool, SqlResult } from './sql-pool.ts';

/** What BullMQ's PostgreSQL backend recommends, as Postgres numbers its versions. */
const oldestVersion = 140_000;
const mostConnections = 12;
const connectWithinMs = 10_000;
/** The same for all connections of the process. */
const names = new Map<string, string>();

const versionRow = z.object({ num: z.coerce.number(), version: z.string() });

/** A server that answers: its connections, and its version as it words it, "16.4". */
export interface ReachedServer {
  readonly pool: SqlPool;
  readonly version: string;
}

/** Connects to a Postgres server. Throws UserError when it cannot be reached, refuses, or is too old. */
export async function reachServer(url: string, searchPath: readonly string[], log: Log): Promise<ReachedServer> {
  const pool = serverPool(url, searchPath, log);
  try {
    const { rows } = await pool.query(
      "SELECT current_setting('server_version_num') AS num, current_setting('server_version') AS version",
    );
    const { num, version } = versionRow.parse(rows[0]);
    if (num < oldestVersion) throw new Error(`it is Postgres ${version}, and 14 is the oldest that will do`);
    return { pool, version: version.split(' ')[0] ?? version };
  } catch (cause) {
    await pool.end();
    const reason = cause instanceof Error ? reasonOf(cause) : String(cause);
    const mend = 'Check that it runs, the address, user and password.';
    throw new UserError(`The database of DATABASE_URL cannot be used: ${reason}.`, mend, { cause });
  }
}

/** A name with several addresses fails with an error for each and no words of its own. */
function reasonOf(error: Error): string {
  if (error instanceof AggregateError)
    return error.errors.map((each) => (each instanceof Error ? each.message : String(each))).join(', ');
  return error.message;
}

function serverPool(url: string, searchPath: readonly string[], log: Log): SqlPool {
  const pool = new pg.Pool({
    connectionString: url,
    keepAlive: true,
    max: mostConnections,
    connectionTimeoutMillis: connectWithinMs,
    options: `-c search_path=${searchPath.join(',')} -c timezone=UTC`,
  });
  const events = new EventEmitter();
  pool.on('error', (error) => {
    log.warn({ err: error }, 'an idle connection to the database was lost');
    if (events.listenerCount('error') > 0) events.emit('error', error);
  });
  return Object.assign(events, {
    options: { keepAlive: true },
    query: <Row>(text: string, params?: readonly unknown[], planning?: Planning) =>
      query<Row>(pool, text, { params, planning }),
    connect: async () => pooledClient(await pool.connect()),
    end: () => pool.end(),
  });
}

function pooledClient(client: pg.PoolClient): PooledClient {
  const events = new EventEmitter();
  const onNotification = (notification: pg.Notification): unknown => events.emit('notification', notification);
  const onEnd = (): unknown => events.emit('end');
  // While a client is checked out the pool does not listen, and an error that nobody hears ends the process.
  const onError = (error: Error): unknown => events.listenerCount('error') > 0 && events.emit('error', error);
  client.on('notification', onNotification).on('end', onEnd).on('error', onError);
  return Object.assign(events, {
    query: <Row>(text: string, params?: readonly unknown[], planning?: Planning) =>
      query<Row>(client, text, { params, planning }),
    release: (destroy?: boolean) => {
      client.off('notification', onNotification).off('end', onEnd).off('error', onError);
      client.release(destroy);
    },
  });
}

interface HowToRun {
  readonly params: readonly unknown[] | undefined;
  readonly planning: Planning | undefined;
}

async function query<Row>(
  connection: pg.Pool | pg.PoolClient,
  text: string,
  { params = [], planning = 'each time' }: HowToRun,
): Promise<SqlResult<Row>> {
  const result = await connection.query({
    text,
    values: [...params],
    ...(planning === 'once' && { name: nameOf(text) }),
  });
  return { rows: result.rows, rowCount: result.rowCount };
}

/** A connection knows a statement again by its name. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `communique-${names.size}`;
  names.set(text, name);
  return name;
}
