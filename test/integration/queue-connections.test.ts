import { inspect } from 'node:util';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { checkRedis } from '../../src/adapters/bullmq/backend.ts';
import { openQueue } from '../../src/adapters/bullmq/queue.ts';
import { checkDatabase } from '../../src/adapters/postgres/check-database.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import { handle, type JobQueue } from '../../src/core/jobs/queue.ts';
import { freshDatabase } from '../support/each-footing.ts';
import { silentLog } from '../support/memory-database.ts';

const postgresUrl = inject('postgresUrl') ?? '';
const redisUrl = inject('redisUrl') ?? '';
const greet = {
  name: 'test.greet',
  payload: z.object({ name: z.string() }),
  attempts: 3,
  backoffMs: 10,
  timeoutMs: 5_000,
};

describe.skipIf(postgresUrl === '')('a Postgres server', () => {
  it('is named with its version, and is not changed by the look', async () => {
    const url = await freshDatabase(postgresUrl);
    expect(await checkDatabase(url, silentLog)).toMatch(/^Postgres \d+\.\d+$/);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query("SELECT nspname FROM pg_namespace WHERE nspname IN ('communique', 'bullmq')");
    await client.end();
    expect(rows).toEqual([]);
  });

  it('has its tables made once by processes that start together', async () => {
    const url = await freshDatabase(postgresUrl);
    const databases = await Promise.all(
      Array.from({ length: 12 }, () => openDatabase({ kind: 'server', url }, silentLog)),
    );
    const queues = await Promise.all(
      databases.map((database) => openQueue({ database, clock: { now: () => Date.now() }, log: silentLog })),
    );
    for (const queue of queues) await queue.close();
    for (const database of databases) await database.close();
    expect(queues).toHaveLength(12);
  });

  it('may drop every connection: jobs are run all the same', async () => {
    const url = await freshDatabase(postgresUrl);
    const database = await openDatabase({ kind: 'server', url }, silentLog);
    const queue = await openQueue({ database, clock: { now: () => Date.now() }, log: silentLog });
    const ran: string[] = [];
    let heard = (): void => undefined;
    await queue.work([
      handle(greet, async ({ payload }) => {
        ran.push(payload.name);
        heard();
      }),
    ]);
    const next = (): Promise<void> => new Promise((resolve) => (heard = resolve));
    const first = next();
    await queue.add(greet, { name: 'before' }, 'before');
    await first;
    // A job whose end was not written down before its connection went may rightly run again.
    await untilWritten(queue);
    const operator = await openDatabase({ kind: 'server', url }, silentLog);
    await operator.change(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await operator.close();
    const second = next();
    await untilTaken(() => queue.add(greet, { name: 'after' }, 'after'));
    await second;
    expect(ran).toEqual(['before', 'after']);
    await queue.close();
    await database.close();
  });
});

describe.skipIf(redisUrl === '')('a Redis server', () => {
  it('is named with its version', async () => {
    expect(await checkRedis(redisUrl)).toMatch(/^Redis \d+\.\d+\.\d+$/);
  });

  it('that refuses the password is said to, without showing it', async () => {
    const url = redisUrl.replace('redis://', 'redis://ada:s3cret@');
    const error: unknown = await checkRedis(url).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'UserError', message: expect.stringContaining('WRONGPASS') });
    expect(inspect(error, { depth: 10 })).not.toContain('s3cret');
  });
});

async function untilWritten(queue: JobQueue): Promise<void> {
  const { active } = await queue.depth();
  if (active !== 0) await untilWritten(queue);
}

/** The pool hands out a lost connection until it has noticed, and the first statement on it fails. */
async function untilTaken(add: () => Promise<void>): Promise<void> {
  try {
    await add();
  } catch {
    await untilTaken(add);
  }
}
