import { z } from 'zod';
import { answerSchema } from '../../core/writing/answer.ts';
import type { WritingStore } from '../../core/writing/writing-store.ts';
import type { Database } from './database.ts';

const row = z.object({ answer: answerSchema });
const select = 'SELECT answer FROM communique.writings WHERE key = $1';
const keptFor = "interval '30 days'";

/** What the writer wrote, and its calls, in Postgres. */
export function writingStore(database: Database): WritingStore {
  return {
    kept: async (key) => (await database.rows(row, select, [key]))[0]?.answer,
    keep: async (key, answer, at) => {
      await database.change(`DELETE FROM communique.writings WHERE made_at < $1::timestamptz - ${keptFor}`, [at]);
      await database.change(
        'INSERT INTO communique.writings (key, answer, made_at) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING',
        [key, JSON.stringify(answer), at],
      );
      return (await database.rows(row, select, [key]))[0]?.answer ?? answer;
    },
    // One statement, so that two processes cannot both take the last call.
    spend: async (day, callsPerDay) => {
      const taken = await database.change(
        `INSERT INTO communique.writer_calls AS spent (day, calls) SELECT $1::date, 1 WHERE $2::integer > 0
         ON CONFLICT (day) DO UPDATE SET calls = spent.calls + 1 WHERE spent.calls < $2::integer`,
        [day, callsPerDay],
      );
      return taken > 0 ? 'spent' : 'none-left';
    },
  };
}
