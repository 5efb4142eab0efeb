import { z } from 'zod';
import { watchSchema } from '../../core/watches/watch.ts';
import type { WatchStore } from '../../core/watches/watch-store.ts';
import type { Database } from './database.ts';

const row = z.object({ watch: watchSchema });
/** Those of one moment by what they watch for, so that a list reads the same each time. */
const oldestFirst = "ORDER BY watch->>'createdAt', watch->>'kind', watch->>'what', id";

/** Watches in Postgres. */
export function watchStore(database: Database): WatchStore {
  return {
    add: async (watch) => {
      const { platform, workspace, channel } = watch.place;
      await database.change(
        `INSERT INTO communique.watches (id, story, platform, workspace, channel, watch)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
        [watch.id, watch.story, platform, workspace, channel, JSON.stringify(watch)],
      );
    },
    change: async (watch) => {
      await database.change('UPDATE communique.watches SET watch = $2 WHERE id = $1', [
        watch.id,
        JSON.stringify(watch),
      ]);
    },
    list: async () => {
      const rows = await database.rows(row, `SELECT watch FROM communique.watches ${oldestFirst}`);
      return rows.map(({ watch }) => watch);
    },
    inChannel: async (story, { platform, workspace, channel }) => {
      const where = 'story = $1 AND platform = $2 AND workspace = $3 AND channel = $4';
      const select = `SELECT watch FROM communique.watches WHERE ${where} ${oldestFirst}`;
      const rows = await database.rows(row, select, [story, platform, workspace, channel]);
      return rows.map(({ watch }) => watch);
    },
    remove: async (id) => {
      await database.change('DELETE FROM communique.watches WHERE id = $1', [id]);
    },
  };
}
