import { z } from 'zod';
import { type DeliveryId, deliveryIdSchema, sha256 } from '../../core/ids/ids.ts';
import type { Delivery } from '../../core/outbox/delivery.ts';
import type { Run } from '../../core/schedules/run.ts';
import type { Database } from './database.ts';
import { noting } from './subscription-store.ts';

/** A delivery to store, and what came of the time for which it was composed. */
export interface PutItem {
  readonly delivery: Delivery;
  readonly run: Run | undefined;
}

/** What a delivery says, as JSON, named by the SHA-256 of it: what many channels are told alike is stored once. */
interface Body {
  readonly hash: string;
  readonly json: string;
}

const idRow = z.object({ id: deliveryIdSchema });
/** How many bodies a process remembers to be in the store. */
const mostRemembered = 1_000;

/** Inserts deliveries in one statement unless one with the same key is there; returns the ids of those it inserted. */
export function insertingDeliveries(
  database: Database,
): (items: readonly PutItem[]) => Promise<ReadonlySet<DeliveryId>> {
  const bodyOf = bodies();
  const held = new Set<string>();

  async function insertAll(items: readonly PutItem[]): Promise<ReadonlySet<DeliveryId>> {
    const said = items.map(({ delivery }) => bodyOf(delivery));
    const fresh = new Map(said.filter(({ hash }) => !held.has(hash)).map((body) => [body.hash, body.json]));
    const rows = items.map((item, index) => toRow(item, said[index]));
    const inserted = await database.rows(idRow, insert, [JSON.stringify(rows), bodiesIn(fresh)]);
    if (held.size > mostRemembered) held.clear();
    for (const hash of fresh.keys()) held.add(hash);
    return new Set(inserted.map(({ id }) => id));
  }

  return async (items) => {
    try {
      return await insertAll(items);
    } catch (error) {
      if (!isMissingBody(error)) throw error;
      // A body that nobody named any more was forgotten meanwhile.
      held.clear();
      return insertAll(items);
    }
  };
}

/** In the order of their keys, so that processes which store the same ones wait for one another in one order. */
const insert = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS given(
      id uuid, key text, platform text, workspace text, channel text, state text, reason text, posted_id text,
      posted_thread text, failures int, next_try_at timestamptz, taken_at timestamptz, put_back_at timestamptz,
      created_at timestamptz, delivery jsonb, body text, subscription uuid, run jsonb
    )
  ), said AS (
    INSERT INTO communique.bodies (hash, body)
    SELECT hash, body FROM jsonb_to_recordset($2::jsonb) AS said(hash text, body jsonb) ORDER BY hash ON CONFLICT DO NOTHING
  ), stored AS (
    INSERT INTO communique.deliveries
      (id, key, platform, workspace, channel, state, reason, posted_id, posted_thread, failures, next_try_at, taken_at,
       put_back_at, created_at, delivery, body)
    SELECT id, key, platform, workspace, channel, state, reason, posted_id, posted_thread, failures, next_try_at, taken_at,
      put_back_at, created_at, delivery, body
    FROM given ORDER BY key ON CONFLICT (key) DO NOTHING RETURNING id
  ), ${noting(`SELECT subscription, run->>'slot', (run->>'dueAt')::timestamptz, run
      FROM given JOIN stored USING (id) WHERE run IS NOT NULL`)}
  SELECT id FROM stored`;

function toRow({ delivery, run }: PutItem, body: Body | undefined): object {
  const { message: _message, receipts: _receipts, ...envelope } = delivery;
  const { state, reason, posted, failures, nextTryAt, takenAt, putBackAt, ...rest } = envelope;
  return {
    ...{ id: rest.id, key: rest.key, state, reason, failures: failures ?? 0, body: body?.hash },
    ...{ platform: rest.place.platform, workspace: rest.place.workspace, channel: rest.place.channel },
    ...{ posted_id: posted?.id, posted_thread: posted?.thread },
    ...{ next_try_at: nextTryAt, taken_at: takenAt, put_back_at: putBackAt, created_at: rest.createdAt },
    ...{ delivery: rest, subscription: rest.subscription, run },
  };
}

function bodiesIn(fresh: ReadonlyMap<string, string>): string {
  return `[${[...fresh].map(([hash, json]) => `{"hash":"${hash}","body":${json}}`).join(',')}]`;
}

/** Gives the body of a delivery; the same message of many deliveries is worded as JSON once. */
function bodies(): (delivery: Delivery) => Body {
  const known = new WeakMap<Delivery['message'], Body & Pick<Delivery, 'receipts'>>();
  return ({ message, receipts }) => {
    const kept = known.get(message);
    if (kept !== undefined && kept.receipts === receipts) return kept;
    const json = JSON.stringify({ message, receipts });
    const body = { hash: sha256(json), json, ...(receipts !== undefined && { receipts }) };
    known.set(message, body);
    return body;
  };
}

/** Postgres' 23503, foreign_key_violation: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isMissingBody(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503';
}
