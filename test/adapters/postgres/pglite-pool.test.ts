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

  it('takes statements that are new to it side by side, in one transaction too', async () => {
    await database.change('DELETE FROM seen');
    await database.transaction(async (session) => {
      await Promise.all([
        session.change('INSERT INTO seen VALUES (upper($1))', ['one']),
        session.change('INSERT INTO seen VALUES (lower($1))', ['TWO']),
        session.change("INSERT INTO seen VALUES ($1 || '!')", ['three']),
      ]);
    });
    expect((await seen()).toSorted()).toEqual(['ONE', 'three!', 'two']);
  });

  it('gives the same for a statement that it knows again as for one that is new to it', async () => {
    const row = z.object({
      word: z.string().nullable(),
      at: z.date(),
      number: z.number(),
      kept: z.object({ a: z.int() }),
    });
    const text = `SELECT $1::text AS word, $2::timestamptz AS at, $3::int AS number, $4::jsonb AS kept
      WHERE $5::text[] IS NULL OR $1 = ANY($5::text[])`;
    const at = '2025-02-18T09:00:00.000Z';
    for (const word of ['one', 'two', 'it’s "three", {four}', null])
      expect(await database.rows(row, text, [word, at, 7, '{"a": 1}', word === null ? null : [word, 'other']])).toEqual(
        [{ word, at: new Date(at), number: 7, kept: { a: 1 } }],
      );
    expect(await database.rows(row, text, ['one', at, 7, '{"a": 1}', ['other']])).toEqual([]);
  });

  it('says how many rows a statement changed, each time', async () => {
    await database.change('DELETE FROM seen');
    for (const count of [1, 2, 0]) {
      const words = Array.from({ length: count }, (_, number) => `${number}`);
      expect(await database.change('INSERT INTO seen SELECT unnest($1::text[])', [words])).toBe(count);
    }
  });

  it.each(['that it does not understand', 'that it cannot run'])('goes on after a statement %s', async (which) => {
    await database.change('DELETE FROM seen');
    const insert = 'INSERT INTO seen VALUES ($1)';
    const failing = which === 'that it cannot run' ? insert : 'INSERT INTO unseen VALUES ($1)';
    const failure = which === 'that it cannot run' ? { code: '23502' } : { code: '42P01' };
    await expect(database.change(failing, [null])).rejects.toMatchObject(failure);
    await expect(database.transaction((session) => session.change(failing, [null]))).rejects.toMatchObject(failure);
    expect(await database.change(insert, ['next'])).toBe(1);
    await expect(database.change(failing, [null])).rejects.toMatchObject(failure);
    expect(await seen()).toEqual(['next']);
  });
});
