import { z } from 'zod';
import { buttonLifeMs, type ButtonStore, pressSchema } from '../../core/buttons/button.ts';
import type { Database } from './database.ts';

const row = z.object({ press: pressSchema });

/** Buttons in Postgres. */
export function buttonStore(database: Database): ButtonStore {
  return {
    keep: async (id, press, at) => {
      const oldest = new Date(Date.parse(at) - buttonLifeMs).toISOString();
      await database.change('DELETE FROM communique.buttons WHERE kept_at < $1', [oldest]);
      await database.change(
        'INSERT INTO communique.buttons (id, press, kept_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
        [id, JSON.stringify(press), at],
      );
    },
    get: async (id) => {
      const [found] = await database.rows(row, 'SELECT press FROM communique.buttons WHERE id = $1', [id]);
      return found?.press;
    },
  };
}
