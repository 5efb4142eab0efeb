import { z } from 'zod';
import { type Inbox, mostTries, rememberedMs } from '../../core/inbox/inbox.ts';
import type { Database } from './database.ts';

const triesRow = z.object({ tries: z.int() });
const eventRow = z.object({ id: z.string(), body: z.looseObject({}) });
const mostLeft = 100;

/** What platforms told us, in Postgres. */
export function inbox(database: Database): Inbox {
  return {
    take: async (platform, { id, body }, { at, holdMs }) => {
      const before = (ms: number): string => new Date(Date.parse(at) - ms).toISOString();
      await database.change('DELETE FROM communique.heard WHERE taken_at < $1', [before(rememberedMs)]);
      const [taken] = await database.rows(
        triesRow,
        `INSERT INTO communique.heard (platform, id, body, tries, taken_at) VALUES ($1, $2, $3, 1, $4)
         ON CONFLICT (platform, id) DO UPDATE SET tries = heard.tries + 1, taken_at = excluded.taken_at
         WHERE NOT heard.is_done AND heard.tries < $5 AND heard.taken_at <= $6
         RETURNING tries`,
        [platform, id, JSON.stringify(body), at, mostTries, before(holdMs)],
      );
      return taken?.tries;
    },
    done: async (platform, id) => {
      await database.change('UPDATE communique.heard SET is_done = true, body = NULL WHERE platform = $1 AND id = $2', [
        platform,
        id,
      ]);
    },
    left: (platform, before) =>
      database.rows(
        eventRow,
        `SELECT id, body FROM communique.heard
         WHERE platform = $1 AND NOT is_done AND tries < $2 AND taken_at <= $3 ORDER BY taken_at, id LIMIT ${mostLeft}`,
        [platform, mostTries, before],
      ),
  };
}
