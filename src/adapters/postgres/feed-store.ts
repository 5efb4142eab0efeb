import { z } from 'zod';
import { feedStateSchema } from '../../core/polling/feed-state.ts';
import type { FeedStore } from '../../core/polling/feed-store.ts';
import type { Database } from './database.ts';

const row = z.object({ state: feedStateSchema });

/** What is remembered of feeds, in Postgres. */
export function feedStore(database: Database): FeedStore {
  return {
    get: async (feed) => {
      const [found] = await database.rows(row, 'SELECT state FROM communique.feeds WHERE feed = $1', [feed]);
      return found?.state;
    },
    save: async (state) => {
      await database.change(
        'INSERT INTO communique.feeds (feed, state) VALUES ($1, $2) ON CONFLICT (feed) DO UPDATE SET state = excluded.state',
        [state.feed, JSON.stringify(state)],
      );
    },
    takeHost: async ({ host, feed }, { now, until }) => {
      const taken = await database.change(
        `INSERT INTO communique.hosts (host, holder, held_until) VALUES ($1, $2, $3)
         ON CONFLICT (host) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
         WHERE hosts.held_until <= $4 OR hosts.holder = excluded.holder`,
        [host, feed, until, now],
      );
      return taken === 1;
    },
    leaveHost: async ({ host, feed }) => {
      await database.change('DELETE FROM communique.hosts WHERE host = $1 AND holder = $2', [host, feed]);
    },
  };
}
