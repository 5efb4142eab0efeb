import { z } from 'zod';
import { subscriptionIdSchema } from '../../core/ids/ids.ts';
import { runSchema } from '../../core/schedules/run.ts';
import type { SubscriptionStore } from '../../core/schedules/subscription-store.ts';
import { type Subscription, subscriptionSchema } from '../../core/schedules/subscription.ts';
import type { Database } from './database.ts';

/** A subscription as its row holds it. */
export const subscriptionRow = z.object({
  subscription: subscriptionSchema.omit({ toldUntil: true }),
  told_until: z.date().nullable(),
});

const runRow = z.object({ run: runSchema });
const lastRunRow = runRow.extend({ subscription: subscriptionIdSchema });
/** How many runs of a subscription are kept for a look. */
const keptRuns = 50;

const columns = 'SELECT subscription, told_until FROM communique.subscriptions';

/**
 * The expressions of a statement that notes runs; `given` selects their subscription, slot, due time and selves. Jobs run twice,
 * and several find the same gap: a slot that was composed stays so, the longer gap is the whole one.
 */
export function noting(given: string): string {
  return `noted (subscription, slot, due_at, run) AS (${given}),
    kept AS (
      INSERT INTO communique.runs (subscription, slot, due_at, run) SELECT * FROM noted
      ON CONFLICT (subscription, slot) DO UPDATE SET due_at = excluded.due_at, run = excluded.run
      WHERE runs.run->>'result' <> 'composed'
        AND coalesce((runs.run->>'count')::int, 0) <= coalesce((excluded.run->>'count')::int, 0)
    ),
    forgotten AS (
      DELETE FROM communique.runs old USING noted WHERE old.subscription = noted.subscription AND old.due_at < (
        SELECT due_at FROM communique.runs newer WHERE newer.subscription = noted.subscription
        ORDER BY due_at DESC OFFSET ${keptRuns - 1} LIMIT 1
      )
    )`;
}

/** Subscriptions in Postgres. */
export function subscriptionStore(database: Database): SubscriptionStore {
  return {
    save: async ({ toldUntil, ...subscription }) => {
      const { workspace, channel, platform } = subscription.place;
      await database.change(
        `INSERT INTO communique.subscriptions (id, story, platform, workspace, channel, subscription, told_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET
           story = excluded.story, platform = excluded.platform, workspace = excluded.workspace, channel = excluded.channel,
           subscription = excluded.subscription, told_until = greatest(subscriptions.told_until, excluded.told_until)`,
        [
          subscription.id,
          subscription.story,
          platform,
          workspace,
          channel,
          JSON.stringify(subscription),
          toldUntil ?? null,
        ],
      );
    },
    get: async (id) => {
      const [found] = await database.rows(subscriptionRow, `${columns} WHERE id = $1`, [id]);
      return found === undefined ? undefined : toSubscription(found);
    },
    find: async (story, place) => {
      const where = `${columns} WHERE story = $1 AND platform = $2 AND workspace = $3 AND channel = $4`;
      const [found] = await database.rows(subscriptionRow, where, [
        story,
        place.platform,
        place.workspace,
        place.channel,
      ]);
      return found === undefined ? undefined : toSubscription(found);
    },
    list: async () => (await database.rows(subscriptionRow, `${columns} ORDER BY id`)).map(toSubscription),
    remove: async (id) => {
      await database.change(
        `WITH runs AS (DELETE FROM communique.runs WHERE subscription = $1)
         DELETE FROM communique.subscriptions WHERE id = $1`,
        [id],
      );
    },
    markTold: async (id, until) => {
      await database.change(
        'UPDATE communique.subscriptions SET told_until = greatest(told_until, $2::timestamptz) WHERE id = $1',
        [id, until],
      );
    },
    ...runStore(database),
  };
}

/** What came of the due times of subscriptions. */
function runStore(database: Database): Pick<SubscriptionStore, 'noteRun' | 'runs' | 'lastRuns'> {
  return {
    noteRun: async (id, run) => {
      const given = 'VALUES ($1::uuid, $2::text, $3::timestamptz, $4::jsonb)';
      await database.change(`WITH ${noting(given)} SELECT`, [id, run.slot, run.dueAt, JSON.stringify(run)]);
    },
    runs: async (id) => {
      const newest = 'SELECT run FROM communique.runs WHERE subscription = $1 ORDER BY due_at DESC LIMIT $2';
      return (await database.rows(runRow, newest, [id, keptRuns])).map(({ run }) => run);
    },
    lastRuns: async () => {
      const newest = `SELECT DISTINCT ON (subscription) subscription, run FROM communique.runs
        WHERE NOT starts_with(slot, 'now:') ORDER BY subscription, due_at DESC`;
      return new Map((await database.rows(lastRunRow, newest)).map(({ subscription, run }) => [subscription, run]));
    },
  };
}

export function toSubscription({ subscription, told_until: told }: z.infer<typeof subscriptionRow>): Subscription {
  return told === null ? subscription : { ...subscription, toldUntil: told.toISOString() };
}
