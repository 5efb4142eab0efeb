import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { memoryDatabase } from '../../support/memory-database.ts';

describe('an embedded database in the shape of a pool', () => {
  let database: Database;
  beforeAll(async () => {
    database = await memoryDatabase();
    await database.change('CREATE TABLE seen (word text NOT NULL)');
  });
  afterAll(() => database.close());

  const seen = async (): Promise<string[]> =>
    (await database.rows(z.object({ word: z.string() }), 'SELECT word FROM seen')).map(({ word }) => word);

  it('gives a client the notifications of a channel, also when comments stand before LISTEN', async () => {
    const client = await database.queuePool.connect();
    const heard = new Promise((resolve) => client.on('notification', resolve));
    await client.query('-- Wait for jobs;\n-- a worker filters.\nLISTEN jobs;\n');
    await database.change("SELECT pg_notify('jobs', 'communique')");
    expect(await heard).toEqual({ channel: 'jobs', payload: 'communique' });
    client.release();
  });

  it('keeps the statements of others out of a transaction', async () => {
    await database.change('DELETE FROM seen');
    let others: Promise<unknown>[] = [];
    const failing = database.transaction(async (session) => {
      await session.change("INSERT INTO seen VALUES ('undone')");
      others = ['one', 'two'].map((word) => database.change('INSERT INTO seen VALUES ($1)', [word]));
      await session.change("INSERT INTO seen VALUES ('undone too')");
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await Promise.all(others);
    expect(await seen()).toEqual(['one', 'two']);
  });

  it('goes on after a statement that fails in a transaction', async () => {
    await database.change('DELETE FROM seen');
    await expect(database.transaction((session) => session.change('INSERT INTO seen VALUES (NULL)'))).rejects.toThrow(
      'null value',
    );
    await database.transaction((session) => session.change("INSERT INTO seen VALUES ('next')"));
    expect(await seen()).toEqual(['next']);
  });
});
