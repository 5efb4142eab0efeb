import { z } from 'zod';
import type { Place } from '../../core/chat/place.ts';
import { type Delivery, deliverySchema } from '../../core/outbox/delivery.ts';
import type { Outbox } from '../../core/outbox/outbox.ts';
import type { Database, Queryable } from './database.ts';

const row = z.object({
  delivery: deliverySchema.omit({ state: true, reason: true, posted: true }),
  state: deliverySchema.shape.state,
  reason: z.string().nullable(),
  posted_id: z.string().nullable(),
  posted_thread: z.string().nullable(),
});

const columns = 'SELECT delivery, state, reason, posted_id, posted_thread FROM communique.deliveries';

/** A run that was given up for slow may end after the one that took its place: what is sent stays sent. */
const notSent = "state <> 'sent'";

const inChannel = "platform = $1 AND workspace = $2 AND channel = $3 AND state = 'sent'";

function channelOf({ platform, workspace, channel }: Place): string[] {
  return [platform, workspace, channel];
}

/** The outbox in Postgres. */
export function outbox(database: Database): Outbox {
  return {
    put: (delivery) =>
      database.transaction(async (session) => {
        await insert(session, delivery);
        const [stored] = await session.rows(row, `${columns} WHERE key = $1`, [delivery.key]);
        if (stored === undefined) throw new Error(`delivery ${delivery.id} was stored and is not there`);
        return toDelivery(stored);
      }),
    get: async (id) => first(await database.rows(row, `${columns} WHERE id = $1`, [id])),
    markSending: async (id) => {
      await database.change(`UPDATE communique.deliveries SET state = 'sending' WHERE id = $1 AND ${notSent}`, [id]);
    },
    markSent: async (id, posted) => {
      await database.change(
        "UPDATE communique.deliveries SET state = 'sent', reason = NULL, posted_id = $2, posted_thread = $3 WHERE id = $1",
        [id, posted.id, posted.thread],
      );
    },
    markFailed: async (id, state, reason) => {
      await database.change(`UPDATE communique.deliveries SET state = $2, reason = $3 WHERE id = $1 AND ${notSent}`, [
        id,
        state,
        reason,
      ]);
    },
    findByThread: async ({ platform, channel, thread }) => {
      if (thread === undefined) return undefined;
      const where = `${columns} WHERE platform = $1 AND channel = $2 AND posted_thread = $3 AND state = 'sent'`;
      return first(await database.rows(row, where, [platform, channel, thread]));
    },
    newestSent: async (story, place) => {
      const where = `${columns} WHERE ${inChannel} AND delivery->>'story' = $4 ORDER BY created_at DESC LIMIT 1`;
      return first(await database.rows(row, where, [...channelOf(place), story]));
    },
    sentCiting: async (article, place) => {
      const where = `${columns} WHERE ${inChannel} AND delivery->'message'->'citations' @> $4 ORDER BY created_at`;
      const cites = JSON.stringify([{ article }]);
      return (await database.rows(row, where, [...channelOf(place), cites])).map(toDelivery);
    },
    latest: async (keyPrefix) => {
      const where = `${columns} WHERE starts_with(key, $1) ORDER BY created_at DESC LIMIT 1`;
      return first(await database.rows(row, where, [keyPrefix]));
    },
  };
}

async function insert(session: Queryable, delivery: Delivery): Promise<void> {
  const { state, reason, posted, ...rest } = delivery;
  const { platform, workspace, channel } = delivery.place;
  await session.change(
    `INSERT INTO communique.deliveries
       (id, key, platform, workspace, channel, state, reason, posted_id, posted_thread, created_at, delivery)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (key) DO NOTHING`,
    [
      delivery.id,
      delivery.key,
      platform,
      workspace,
      channel,
      state,
      reason ?? null,
      posted?.id ?? null,
      posted?.thread ?? null,
      delivery.createdAt,
      JSON.stringify(rest),
    ],
  );
}

function first(rows: readonly z.infer<typeof row>[]): Delivery | undefined {
  const [found] = rows;
  return found === undefined ? undefined : toDelivery(found);
}

function toDelivery(found: z.infer<typeof row>): Delivery {
  const { delivery, state, reason, posted_id: id, posted_thread: thread } = found;
  return {
    ...delivery,
    state,
    ...(reason !== null && { reason }),
    ...(id !== null && thread !== null && { posted: { id, thread } }),
  };
}
