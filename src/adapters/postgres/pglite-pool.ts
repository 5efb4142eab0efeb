import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';
import type { PooledClient, SqlPool, SqlResult } from './sql-pool.ts';

/**
 * An embedded database in the shape of `pg.Pool`. PGlite has one session, so a client that begins a transaction keeps
 * everybody else waiting until it commits: their statements must not slip into it.
 */
export function pglitePool(db: PGlite): SqlPool {
  const turns = turnTaking();
  const runAlone = <Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> => turns.take(() => run<Row>(db, text, params));
  const pool = Object.assign(new EventEmitter(), {
    // A session in the process cannot be lost unnoticed, which is what BullMQ asks by this.
    options: { keepAlive: true },
    query: runAlone,
    connect: async (): Promise<PooledClient> => pooledClient(db, turns),
    end: async (): Promise<void> => undefined,
  });
  return pool;
}

function pooledClient(db: PGlite, turns: TurnTaking): PooledClient {
  const events = new EventEmitter();
  const subscriptions: (() => Promise<void>)[] = [];
  let endTransaction: (() => void) | undefined;

  const query = async <Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> => {
    const channel = /^\s*listen\s+"?(\w+)"?/i.exec(text)?.[1];
    if (channel !== undefined) {
      await listen(channel);
      return { rows: [], rowCount: 0 };
    }
    if (/^\s*begin\b/i.test(text)) endTransaction = await turns.hold();
    if (endTransaction === undefined) return turns.take(() => run<Row>(db, text, params));
    try {
      return await run<Row>(db, text, params);
    } finally {
      if (/^\s*(?:commit|rollback)\s*;?\s*$/i.test(text)) {
        endTransaction();
        endTransaction = undefined;
      }
    }
  };

  const listen = async (channel: string): Promise<void> => {
    const stop = await turns.take(() => db.listen(channel, (payload) => events.emit('notification', { channel, payload })));
    subscriptions.push(stop);
  };

  return Object.assign(events, {
    query,
    release: () => {
      endTransaction?.();
      endTransaction = undefined;
      for (const stop of subscriptions.splice(0)) void turns.take(stop).catch(() => undefined);
    },
  });
}

async function run<Row>(db: PGlite, text: string, params: readonly unknown[] = []): Promise<SqlResult<Row>> {
  if (params.length === 0 && /;\s*\S/.test(text)) {
    await db.exec(text);
    return { rows: [], rowCount: 0 };
  }
  const result = await db.query<Row>(text, [...params]);
  return { rows: result.rows, rowCount: Math.max(result.rows.length, result.affectedRows ?? 0) };
}

interface TurnTaking {
  /** Runs the work when everybody before has finished. */
  take<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Waits for a turn and keeps it until the returned function is called. */
  hold(): Promise<() => void>;
}

function turnTaking(): TurnTaking {
  let last: Promise<void> = Promise.resolve();
  const hold = async (): Promise<() => void> => {
    const before = last;
    let done = (): void => undefined;
    last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  };
  return {
    hold,
    take: async (work) => {
      const done = await hold();
      try {
        return await work();
      } finally {
        done();
      }
    },
  };
}
