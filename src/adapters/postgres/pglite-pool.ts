import { EventEmitter } from 'node:events';
import type { PGlite, Results } from '@electric-sql/pglite';
import { preparedStatements, type RunPrepared } from './prepared-statements.ts';
import type { PooledClient, SqlPool, SqlResult } from './sql-pool.ts';
import { type TurnTaking, turnTaking } from './turn-taking.ts';

/**
 * An embedded database in the shape of `pg.Pool`. PGlite has one session, so a client that begins a transaction keeps
 * everybody else waiting until it commits: their statements must not slip into it. `end` closes the database.
 */
export function pglitePool(db: PGlite, afterEnd: () => void): SqlPool {
  const session: Session = { db, turns: turnTaking(), runPrepared: preparedStatements(db) };
  const { turns } = session;
  return Object.assign(new EventEmitter(), {
    // A session in the process cannot be lost unnoticed, which is what BullMQ asks by this.
    options: { keepAlive: true },
    query: <Row>(text: string, params?: readonly unknown[]) => turns.take(() => run<Row>(session, text, params)),
    connect: async () => pooledClient(session),
    end: () =>
      turns.take(async () => {
        await db.close();
        afterEnd();
      }),
  });
}

/** All clients share it. */
interface Session {
  readonly db: PGlite;
  readonly turns: TurnTaking;
  readonly runPrepared: RunPrepared;
}

function pooledClient(session: Session): PooledClient {
  const { db, turns } = session;
  const events = new EventEmitter();
  // All clients share the session, so what one of them listens to reaches every one; each picks its channel by name.
  const stopListening = db.onNotification((channel, payload) => events.emit('notification', { channel, payload }));
  let endTransaction = (): void => undefined;
  let inTransaction = false;

  const leave = (): void => {
    inTransaction = false;
    endTransaction();
  };
  return Object.assign(events, {
    query: async <Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> => {
      const statement = firstWord(text);
      if (statement === 'begin' && !inTransaction) {
        endTransaction = await turns.hold();
        inTransaction = true;
      }
      if (!inTransaction) return turns.take(() => run<Row>(session, text, params));
      try {
        return await run<Row>(session, text, params);
      } finally {
        if (statement === 'commit' || statement === 'rollback') leave();
      }
    },
    release: () => {
      leave();
      stopListening();
    },
  });
}

/** The statement's first word in lower case, comments passed over: BullMQ's statements begin with some. */
function firstWord(text: string): string | undefined {
  return /^(?:\s|--[^\n]*\n)*([a-z]+)/i.exec(text)?.[1]?.toLowerCase();
}

async function run<Row>(
  { db, runPrepared }: Session,
  text: string,
  params: readonly unknown[] = [],
): Promise<SqlResult<Row>> {
  // What takes parameters is run often, the queue's statements too: nobody else changes its tables.
  if (params.length > 0) return toResult(await runPrepared<Row>(text, params));
  // PGlite takes several statements at once (a migration of BullMQ's) only where it gives no rows back.
  if (/;\s*\S/.test(text)) {
    await db.exec(text);
    return { rows: [], rowCount: 0 };
  }
  return toResult(await db.query<Row>(text));
}

function toResult<Row>({ rows, affectedRows = 0 }: Results<Row>): SqlResult<Row> {
  return { rows, rowCount: Math.max(rows.length, affectedRows) };
}
