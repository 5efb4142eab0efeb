import { z } from 'zod';
import type { SubscriptionStore } from '../../core/schedules/subscription-store.ts';
import { type Subscription, subscriptionSchema } from '../../core/schedules/subscription.ts';
import type { Database } from './database.ts';

const row = z.object({
  subscription: subscriptionSchema.omit({ toldUntil: true }),
  told_until: z.date().nullable(),
});

const columns = 'SELECT subscription, told_until FROM communique.subscriptions';

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
      const [found] = await database.rows(row, `${columns} WHERE id = $1`, [id]);
      return found === undefined ? undefined : toSubscription(found);
    },
    find: async (story, place) => {
      const where = `${columns} WHERE story = $1 AND platform = $2 AND workspace = $3 AND channel = $4`;
      const [found] = await database.rows(row, where, [story, place.platform, place.workspace, place.channel]);
      return found === undefined ? undefined : toSubscription(found);
    },
    list: async () => (await database.rows(row, `${columns} ORDER BY id`)).map(toSubscription),
    remove: async (id) => {
      await database.change('DELETE FROM communique.subscriptions WHERE id = $1', [id]);
    },
    markTold: async (id, until) => {
      await database.change(
        'UPDATE communique.subscriptions SET told_until = greatest(told_until, $2::timestamptz) WHERE id = $1',
        [id, until],
      );
    },
  };
}

function toSubscription({ subscription, told_until: told }: z.infer<typeof row>): Subscription {
  return told === null ? subscription : { ...subscription, toldUntil: told.toISOString() };
}
