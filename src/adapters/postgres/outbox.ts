import { z } from 'zod';
import type { Place } from '../../core/chat/place.ts';
import { type DeliveryId, deliveryIdSchema, type SubscriptionId } from '../../core/ids/ids.ts';
import { type Delivery, deliverySchema, envelopeSchema } from '../../core/outbox/delivery.ts';
import type { Outbox, OutboxSummary, Standing, Told } from '../../core/outbox/outbox.ts';
import type { Database } from './database.ts';
import { gathering } from './gathering.ts';
import { insertingDeliveries, type PutItem } from './insert-deliveries.ts';
import { subscriptionRow, toSubscription } from './subscription-store.ts';

const moment = z.date().nullable();
/** What changes has columns of its own. */
const changing = { state: true, reason: true, posted: true, failures: true, nextTryAt: true, takenAt: true } as const;
const row = z.object({
  delivery: deliverySchema.omit(changing),
  state: deliverySchema.shape.state,
  reason: z.string().nullable(),
  posted_id: z.string().nullable(),
  posted_thread: z.string().nullable(),
  failures: z.int(),
  next_try_at: moment,
  taken_at: moment,
  put_back_at: moment,
});
const standingRow = subscriptionRow.extend({ latest: envelopeSchema.nullable(), revision: z.coerce.number() });
type StandingRow = z.infer<typeof standingRow>;
interface SentItem extends Partial<Told> {
  readonly id: DeliveryId;
  readonly posted_id: string;
  readonly posted_thread: string;
}

const idRow = z.object({ id: deliveryIdSchema });
const summaryRow = z.object({ state: deliverySchema.shape.state, number: z.coerce.number(), oldest: z.date() });

/** The delivery with what it says: in a row of its own, or, in the oldest, in the delivery itself. */
const whole = `deliveries.delivery || coalesce((SELECT body FROM communique.bodies WHERE hash = deliveries.body), '{}')`;
const fields = `${whole} AS delivery, state, reason, posted_id, posted_thread, failures, next_try_at, taken_at, put_back_at`;
const columns = `SELECT ${fields} FROM communique.deliveries`;

/** A run that was given up for slow may end after the one that took its place: what is sent stays sent. */
const notSent = "state <> 'sent'";
const onItsWay = "state IN ('waiting', 'sending', 'failed')";
const mostListed = 1_000;
const mostForgotten = 1_000;

const inChannel = "platform = $1 AND workspace = $2 AND channel = $3 AND state = 'sent'";

function channelOf({ platform, workspace, channel }: Place): string[] {
  return [platform, workspace, channel];
}

/** The outbox in Postgres. */
export function outbox(database: Database): Outbox {
  const put = putting(database);
  const markSent = markingSent(database);
  return {
    put: (delivery, run) => put({ delivery, run }),
    standing: readingStanding(database),
    get: async (id) => first(await database.rows(row, `${columns} WHERE id = $1`, [id])),
    markSending: async (id, at, holdMs) => (await database.change(take, [id, at, holdMs])) === 1,
    markSent: async (id, posted, told) => {
      await markSent({ id, posted_id: posted.id, posted_thread: posted.thread, ...told });
    },
    markFailed: async (id, state, reason, nextTryAt) => {
      await database.change(
        `UPDATE communique.deliveries SET state = $2, reason = $3, next_try_at = $4, failures = failures + 1
         WHERE id = $1 AND ${notSent}`,
        [id, state, reason, nextTryAt ?? null],
      );
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
      const where = `${columns} WHERE ${inChannel} AND (${whole})->'message'->'citations' @> $4 ORDER BY created_at`;
      const cites = JSON.stringify([{ article }]);
      return (await database.rows(row, where, [...channelOf(place), cites])).map(toDelivery);
    },
    latest: async (keyPrefix) => {
      // The range is what the index knows; U+10FFFF comes after every letter.
      const where = `${columns} WHERE key COLLATE "C" >= $1 AND key COLLATE "C" <= $1 || chr(1114111)
        AND starts_with(key, $1) ORDER BY created_at DESC LIMIT 1`;
      return first(await database.rows(row, where, [keyPrefix]));
    },
    unsent: async (since, channel) => {
      const where = `${columns} WHERE (${onItsWay} OR (state = 'given-up' AND created_at > $1))
        AND ($2::text IS NULL OR (platform = $2 AND workspace = $3 AND channel = $4))
        ORDER BY created_at LIMIT ${mostListed}`;
      const place = channel === undefined ? [null, null, null] : channelOf(channel);
      return (await database.rows(row, where, [since, ...place])).map(toDelivery);
    },
    overdue: async (before) => (await database.rows(idRow, overdue, [before])).map(({ id }) => id),
    putBack: async (id, at) => first(await database.rows(row, putBack, [id, at])),
    forget: async (before) => {
      const forgotten = await database.change(forget, [before]);
      if (forgotten > 0) await database.change(forgetBodies);
      return forgotten;
    },
    summary: async () => toSummary(await database.rows(summaryRow, summary)),
  };
}

/** The newest is found by the index of what a subscription was sent, however much that is; its alerts are passed over. */
const standings = `
  SELECT subscription, told_until, (
    SELECT delivery - 'message' - 'receipts' || jsonb_strip_nulls(jsonb_build_object('state', state, 'putBackAt', put_back_at))
    FROM communique.deliveries WHERE delivery->>'subscription' = subscriptions.id::text AND starts_with(key, subscriptions.id || ':')
    ORDER BY created_at DESC LIMIT 1
  ) AS latest, coalesce((SELECT number FROM communique.revision), 0) AS revision
  FROM communique.subscriptions WHERE id = ANY($1::uuid[])`;

/** A moment in the future was noted before the clock was set back: it holds nobody for longer than any other. */
const take = `
  UPDATE communique.deliveries SET state = 'sending', taken_at = $2
  WHERE id = $1 AND ${onItsWay} AND NOT (
    state = 'sending' AND taken_at IS NOT NULL
    AND abs(extract(epoch FROM $2::timestamptz - taken_at)) * 1000 < $3
  )`;

/** One statement for both: no moment in which only one of them holds. */
const sent = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS given(id uuid, posted_id text, posted_thread text, subscription uuid, until timestamptz)
  ), told AS (
    UPDATE communique.subscriptions SET told_until = greatest(told_until, newest.until)
    FROM (SELECT subscription, max(until) AS until FROM given GROUP BY subscription) newest
    WHERE subscriptions.id = newest.subscription
  )
  UPDATE communique.deliveries SET state = 'sent', reason = NULL, next_try_at = NULL, failures = 0,
    posted_id = given.posted_id, posted_thread = given.posted_thread FROM given WHERE deliveries.id = given.id`;

const overdue = `
  SELECT id FROM communique.deliveries
  WHERE ${onItsWay} AND greatest(coalesce(next_try_at, put_back_at, created_at), taken_at) < $1
  ORDER BY created_at LIMIT ${mostListed}`;

const putBack = `
  UPDATE communique.deliveries
  SET state = 'waiting', failures = 0, next_try_at = NULL, taken_at = NULL, put_back_at = $2
  WHERE id = $1 AND state IN ('waiting', 'failed', 'given-up') RETURNING ${fields}`;

/**
 * A subscription's digests, its alerts and its notices count apart: a notice knows nothing of what was told. What belongs to
 * no subscription does neither.
 */
const forget = `
  DELETE FROM communique.deliveries WHERE id IN (
    SELECT id FROM communique.deliveries old
    WHERE state IN ('sent', 'given-up') AND greatest(created_at, put_back_at) < $1 AND (delivery->>'subscription' IS NULL OR EXISTS (
      SELECT FROM communique.deliveries newer
      WHERE newer.delivery->>'subscription' = old.delivery->>'subscription' AND newer.created_at > old.created_at
        AND split_part(newer.key, ':', 1) = split_part(old.key, ':', 1)
    ))
    ORDER BY created_at LIMIT ${mostForgotten}
  )`;

const forgetBodies = `
  DELETE FROM communique.bodies WHERE NOT EXISTS (SELECT FROM communique.deliveries WHERE body = hash)`;

const summary = 'SELECT state, count(*) AS number, min(created_at) AS oldest FROM communique.deliveries GROUP BY state';

function putting(database: Database): (item: PutItem) => Promise<Delivery> {
  const insert = insertingDeliveries(database);
  const store = gathering(async (items: readonly PutItem[]) => {
    const stored = await insert(items);
    return items.map(({ delivery }) => stored.has(delivery.id));
  });
  return async (item) => {
    const { id, key } = item.delivery;
    if (await store(item)) return item.delivery;
    const known = first(await database.rows(row, `${columns} WHERE key = $1`, [key]));
    if (known === undefined) throw new Error(`delivery ${id} was stored and is not there`);
    return known;
  };
}

function first(rows: readonly z.infer<typeof row>[]): Delivery | undefined {
  const [found] = rows;
  return found === undefined ? undefined : toDelivery(found);
}

function toDelivery(found: z.infer<typeof row>): Delivery {
  const { delivery, state, reason, posted_id: id, posted_thread: thread, failures } = found;
  return {
    ...delivery,
    state,
    ...(reason !== null && { reason }),
    ...(failures > 0 && { failures }),
    ...(found.next_try_at !== null && { nextTryAt: found.next_try_at.toISOString() }),
    ...(found.taken_at !== null && { takenAt: found.taken_at.toISOString() }),
    ...(found.put_back_at !== null && { putBackAt: found.put_back_at.toISOString() }),
    ...(id !== null && thread !== null && { posted: { id, thread } }),
  };
}

function readingStanding(database: Database): Outbox['standing'] {
  return gathering(async (ids: readonly SubscriptionId[]) => {
    const found = await database.rows(standingRow, standings, [ids]);
    const byId = new Map(found.map((each) => [each.subscription.id, toStanding(each)]));
    return ids.map((id) => byId.get(id));
  });
}

function markingSent(database: Database): (item: SentItem) => Promise<void> {
  return gathering(async (items) => {
    await database.change(sent, [JSON.stringify(items)]);
    return items.map(() => undefined);
  });
}

function toStanding(found: StandingRow): Standing {
  return { subscription: toSubscription(found), latest: found.latest ?? undefined, revision: found.revision };
}

function toSummary(rows: readonly z.infer<typeof summaryRow>[]): OutboxSummary {
  const states: Record<Delivery['state'], number> = { waiting: 0, sending: 0, sent: 0, failed: 0, 'given-up': 0 };
  let oldest: Date | undefined;
  for (const found of rows) {
    states[found.state] = found.number;
    const isOnItsWay = found.state !== 'sent' && found.state !== 'given-up';
    if (isOnItsWay && (oldest === undefined || found.oldest < oldest)) oldest = found.oldest;
  }
  return { states, oldestOnItsWay: oldest?.toISOString() };
}
