import { z } from 'zod';
import type { Place } from '../../core/chat/place.ts';
import { deliveryIdSchema } from '../../core/ids/ids.ts';
import { type Delivery, deliverySchema, envelopeSchema } from '../../core/outbox/delivery.ts';
import type { Outbox, OutboxSummary, Standing } from '../../core/outbox/outbox.ts';
import type { Run } from '../../core/schedules/run.ts';
import type { Database } from './database.ts';
import { noting, subscriptionRow, toSubscription } from './subscription-store.ts';

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
const standingRow = subscriptionRow.extend({ latest: envelopeSchema.nullable() });
const idRow = z.object({ id: deliveryIdSchema });
const summaryRow = z.object({ state: deliverySchema.shape.state, number: z.coerce.number(), oldest: z.date() });

const fields = 'delivery, state, reason, posted_id, posted_thread, failures, next_try_at, taken_at, put_back_at';
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
  return {
    put: (delivery, run) => put(database, delivery, run),
    standing: async (id) => toStanding(await database.rows(standingRow, standing, [id])),
    get: async (id) => first(await database.rows(row, `${columns} WHERE id = $1`, [id])),
    markSending: async (id, at, holdMs) => (await database.change(take, [id, at, holdMs])) === 1,
    markSent: async (id, posted, told) => {
      await database.change(sent, [id, posted.id, posted.thread, told?.subscription ?? null, told?.until ?? null]);
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
      const where = `${columns} WHERE ${inChannel} AND delivery->'message'->'citations' @> $4 ORDER BY created_at`;
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
    forget: (before) => database.change(forget, [before]),
    summary: async () => toSummary(await database.rows(summaryRow, summary)),
  };
}

/** One statement for both: a slot whose digest is in the outbox says so, and one that another run composed is left alone. */
const insert = `
  WITH stored AS (
    INSERT INTO communique.deliveries
      (id, key, platform, workspace, channel, state, reason, posted_id, posted_thread, failures, next_try_at, taken_at,
       put_back_at, created_at, delivery)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (key) DO NOTHING RETURNING id
  ), ${noting('SELECT $16::uuid, $17::text, $18::timestamptz, $19::jsonb FROM stored WHERE $17 IS NOT NULL')}
  SELECT id FROM stored`;

/** The newest is found by the index of what a subscription was sent, however much that is; its alerts are passed over. */
const standing = `
  SELECT subscription, told_until, (
    SELECT delivery - 'message' - 'receipts' || jsonb_strip_nulls(jsonb_build_object('state', state, 'putBackAt', put_back_at))
    FROM communique.deliveries WHERE delivery->>'subscription' = $1::uuid::text AND starts_with(key, $1::uuid || ':')
    ORDER BY created_at DESC LIMIT 1
  ) AS latest
  FROM communique.subscriptions WHERE id = $1::uuid`;

/** A moment in the future was noted before the clock was set back: it holds nobody for longer than any other. */
const take = `
  UPDATE communique.deliveries SET state = 'sending', taken_at = $2
  WHERE id = $1 AND ${onItsWay} AND NOT (
    state = 'sending' AND taken_at IS NOT NULL
    AND abs(extract(epoch FROM $2::timestamptz - taken_at)) * 1000 < $3
  )`;

/** One statement for both: a way to the store less for each message, and no moment in which only one of them holds. */
const sent = `
  WITH told AS (
    UPDATE communique.subscriptions SET told_until = greatest(told_until, $5::timestamptz) WHERE id = $4
  )
  UPDATE communique.deliveries SET state = 'sent', reason = NULL, next_try_at = NULL, failures = 0,
    posted_id = $2, posted_thread = $3 WHERE id = $1`;

const overdue = `
  SELECT id FROM communique.deliveries
  WHERE ${onItsWay} AND greatest(coalesce(next_try_at, put_back_at, created_at), taken_at) < $1
  ORDER BY created_at LIMIT ${mostListed}`;

const putBack = `
  UPDATE communique.deliveries
  SET state = 'waiting', failures = 0, next_try_at = NULL, taken_at = NULL, put_back_at = $2
  WHERE id = $1 AND state IN ('waiting', 'failed', 'given-up') RETURNING ${fields}`;

/** A subscription's digests, its alerts and its notices count apart: a notice knows nothing of what was told. */
const forget = `
  DELETE FROM communique.deliveries WHERE id IN (
    SELECT id FROM communique.deliveries old
    WHERE state IN ('sent', 'given-up') AND greatest(created_at, put_back_at) < $1 AND EXISTS (
      SELECT FROM communique.deliveries newer
      WHERE newer.delivery->>'subscription' = old.delivery->>'subscription' AND newer.created_at > old.created_at
        AND split_part(newer.key, ':', 1) = split_part(old.key, ':', 1)
    )
    ORDER BY created_at LIMIT ${mostForgotten}
  )`;

const summary = 'SELECT state, count(*) AS number, min(created_at) AS oldest FROM communique.deliveries GROUP BY state';

async function put(database: Database, delivery: Delivery, run: Run | undefined): Promise<Delivery> {
  const { state, reason, posted, failures, nextTryAt, takenAt, putBackAt, ...rest } = delivery;
  const { id, key, subscription, createdAt } = delivery;
  const { platform, workspace, channel } = delivery.place;
  const inserted = await database.rows(idRow, insert, [
    ...[id, key, platform, workspace, channel, state, reason ?? null],
    ...[posted?.id ?? null, posted?.thread ?? null, failures ?? 0, nextTryAt ?? null, takenAt ?? null],
    ...[putBackAt ?? null, createdAt, JSON.stringify(rest)],
    ...[subscription, run?.slot ?? null, run?.dueAt ?? null, run === undefined ? null : JSON.stringify(run)],
  ]);
  if (inserted.length === 1) return delivery;
  const [stored] = await database.rows(row, `${columns} WHERE key = $1`, [key]);
  if (stored === undefined) throw new Error(`delivery ${id} was stored and is not there`);
  return toDelivery(stored);
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

function toStanding([found]: readonly z.infer<typeof standingRow>[]): Standing | undefined {
  if (found === undefined) return undefined;
  return { subscription: toSubscription(found), latest: found.latest ?? undefined };
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
