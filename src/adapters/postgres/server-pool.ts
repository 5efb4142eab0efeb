import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Log } from '../../core/log/log.ts';
import type { PooledClient, SqlPool } from './sql-pool.ts';

/** A pool of connections to a Postgres server, each with this search path. */
export function serverPool(url: string, searchPath: readonly string[], log: Log): SqlPool {
  const pool = new pg.Pool({ connectionString: url, keepAlive: true, options: `-c search_path=${searchPath.join(',')}` });
  const events = new EventEmitter();
  pool.on('error', (error) => {
    log.warn({ err: error }, 'an idle connection to the database was lost');
    if (events.listenerCount('error') > 0) events.emit('error', error);
  });
  return Object.assign(events, {
    options: { keepAlive: true },
    query: <Row>(text: string, params: readonly unknown[] = []) => query<Row>(pool, text, params),
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
    query: <Row>(text: string, params: readonly unknown[] = []) => query<Row>(client, text, params),
    release: (destroy?: boolean) => {
      client.off('notification', onNotification).off('end', onEnd).off('error', onError);
      client.release(destroy);
    },
  });
}

async function query<Row>(connection: pg.Pool | pg.PoolClient, text: string, params: readonly unknown[]): Promise<{ rows: Row[]; rowCount: number | null }> {
  const result = await connection.query(text, [...params]);
  return { rows: result.rows, rowCount: result.rowCount };
}
