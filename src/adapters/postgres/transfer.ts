import { z } from 'zod';
import { conversationSchema } from '../../core/conversations/conversation.ts';
import { UserError } from '../../core/errors/errors.ts';
import { articleIdSchema, deliveryIdSchema, storyKeySchema, subscriptionIdSchema } from '../../core/ids/ids.ts';
import { deliverySchema } from '../../core/outbox/delivery.ts';
import { feedStateSchema } from '../../core/polling/feed-state.ts';
import { subscriptionSchema } from '../../core/schedules/subscription.ts';
import { pressSchema } from '../../core/buttons/button.ts';
import type { Database, Queryable } from './database.ts';

/** The first line of an export: whose it is, in which form, and which migrations its tables had. */
const headSchema = z.object({
  format: z.literal('communique-data'),
  version: z.literal(1),
  migrations: z.array(z.string()),
  /** ISO 8601 UTC. */
  exportedAt: z.string(),
});
const lineSchema = z.object({ table: z.string(), row: z.record(z.string(), z.json()) });
type Line = z.infer<typeof lineSchema>;

const textRow = z.object({ text: z.string() });
const nameRow = z.object({ name: z.string() });
const numberRow = z.object({ number: z.coerce.number() });

const bodyParts = { message: true, receipts: true } as const;

/**
 * What a row of a table must hold to be taken, beside what the table itself demands. A table that is not here is carried
 * all the same, checked by its columns alone. Tables that others refer to come first.
 */
const rowSchemas: Readonly<Record<string, z.ZodType>> = {
  articles: z.object({ id: articleIdSchema, revision: z.int(), article: z.looseObject({}), text: z.string() }),
  readings: z.object({ article: articleIdSchema, rules: z.int(), reading: z.json() }),
  story_articles: z.object({ story: storyKeySchema, article: articleIdSchema }),
  subscriptions: z.object({ id: subscriptionIdSchema, subscription: subscriptionSchema }),
  bodies: z.object({ hash: z.string(), body: deliverySchema.pick(bodyParts) }),
  deliveries: z.object({
    id: deliveryIdSchema,
    state: deliverySchema.shape.state,
    delivery: deliverySchema.omit({ state: true, ...bodyParts }),
  }),
  feeds: z.object({ feed: z.string(), state: feedStateSchema }),
  conversations: z.object({ key: z.string(), conversation: conversationSchema }),
  buttons: z.object({ id: z.uuid(), press: pressSchema }),
};
/** The counter is set, not added to; the migrations are in the first line. */
const ownWay = new Set(['revision', 'migrations']);
const batchSize = 200;

/**
 * Hands over everything that is stored, but the queue, as lines of JSON: a first line that says what it is, then a line a
 * row. All lines are of one moment. Returns how many rows each table has.
 */
export function exportRows(
  database: Database,
  at: string,
  write: (line: string) => void,
): Promise<ReadonlyMap<string, number>> {
  return database.transaction(async (session) => {
    await session.change('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    const migrations = await migrationsOf(session);
    write(JSON.stringify({ format: 'communique-data', version: 1, migrations, exportedAt: at }));
    const [revision] = await session.rows(numberRow, 'SELECT number FROM communique.revision');
    write(JSON.stringify({ table: 'revision', row: { number: revision?.number ?? 0 } }));
    const counts = new Map<string, number>();
    for (const table of await tablesOf(session)) counts.set(table, await exportTable(session, table, write));
    return counts;
  });
}

async function exportTable(session: Queryable, table: string, write: (line: string) => void): Promise<number> {
  const order = table === 'articles' ? ['revision'] : await keyOf(session, table);
  const select = `SELECT to_jsonb(t)::text AS text FROM communique.${table} t ORDER BY ${order.join(', ')}`;
  await session.change(`DECLARE exported NO SCROLL CURSOR FOR ${select}`);
  let count = 0;
  for (;;) {
    const rows = await session.rows(textRow, `FETCH ${batchSize} FROM exported`);
    // As the store words it: a number is not taken apart and put together again.
    for (const { text } of rows) write(`{"table":"${table}","row":${text}}`);
    count += rows.length;
    if (rows.length < batchSize) break;
  }
  await session.change('CLOSE exported');
  return count;
}

/**
 * Takes in what `exportRows` handed over, all of it or nothing. Throws UserError for lines that are no export or of a newer
 * version, for a row that is not as it should be, and for a store that holds anything that is not in the lines.
 */
export function importRows(database: Database, lines: AsyncIterable<string>): Promise<ReadonlyMap<string, number>> {
  return database.transaction(async (session) => {
    const known = new Set([...(await tablesOf(session)), 'revision']);
    const before = await countAll(session);
    const counts = new Map<string, number>();
    let held = 0;
    for await (const batch of batchesOf(lines, await migrationsOf(session), known)) {
      const [first] = batch;
      if (first === undefined) continue;
      if (first.table === 'revision') await setRevision(session, first);
      else held += await importBatch(session, batch);
      if (first.table !== 'revision') counts.set(first.table, (counts.get(first.table) ?? 0) + batch.length);
    }
    if (held < before) throw notEmpty();
    await session.change(
      "SELECT setval(pg_get_serial_sequence('communique.articles', 'revision'), (SELECT coalesce(max(revision), 1) FROM communique.articles))",
    );
    return counts;
  });
}

/** Rows of one table with the same columns, a few hundred at a time; every line is checked. */
async function* batchesOf(
  lines: AsyncIterable<string>,
  migrations: readonly string[],
  tables: ReadonlySet<string>,
): AsyncGenerator<Line[]> {
  let number = 0;
  let batch: Line[] = [];
  for await (const text of lines) {
    number += 1;
    if (number === 1) {
      checkHead(text, migrations);
      continue;
    }
    if (text === '') continue;
    const line = checkedLine(text, number, tables);
    const [first] = batch;
    if (first !== undefined && (!alike(first, line) || batch.length === batchSize)) {
      yield batch;
      batch = [];
    }
    batch.push(line);
  }
  if (number === 0) throw noExport('it is empty');
  yield batch;
}

function alike(one: Line, other: Line): boolean {
  return one.table === other.table && Object.keys(one.row).join() === Object.keys(other.row).join();
}

function checkHead(text: string, migrations: readonly string[]): void {
  const head = headSchema.safeParse(parsed(text));
  if (!head.success) throw noExport('its first line does not say that it is one');
  const newer = head.data.migrations.filter((name) => !migrations.includes(name));
  if (newer.length > 0)
    throw new UserError(
      `The export is of a newer Communiqué (${newer.join(', ')}).`,
      'Import it with that version, or a newer one.',
    );
}

function checkedLine(text: string, number: number, tables: ReadonlySet<string>): Line {
  const line = lineSchema.safeParse(parsed(text));
  if (!line.success || !tables.has(line.data.table)) throw noExport(`line ${number} is no row of a table`);
  const row = rowSchemas[line.data.table]?.safeParse(line.data.row);
  if (row?.success === false) throw noExport(`line ${number} (${line.data.table}): ${z.prettifyError(row.error)}`);
  return line.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Inserts rows; returns how many were there already, the same in every column. */
async function importBatch(session: Queryable, batch: readonly Line[]): Promise<number> {
  const [first] = batch;
  if (first === undefined) return 0;
  const { table } = first;
  const columns = await session.rows(
    nameRow,
    "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'communique' AND table_name = $1",
    [table],
  );
  const strange = Object.keys(first.row).find((column) => !columns.some(({ name }) => name === column));
  if (strange !== undefined) throw noExport(`the table ${table} has no column ${strange}`);
  const names = Object.keys(first.row).join(', ');
  const rows = JSON.stringify(batch.map(({ row }) => row));
  const inserted = await session.change(
    `INSERT INTO communique.${table} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${names} FROM jsonb_populate_recordset(NULL::communique.${table}, $1::jsonb) ON CONFLICT DO NOTHING`,
    [rows],
  );
  if (inserted === batch.length) return 0;
  const key = await keyOf(session, table);
  const sameKey = key.map((column) => `held.${column} = given.${column}`).join(' AND ');
  const same = await session.rows(
    numberRow,
    `SELECT count(*) AS number FROM jsonb_populate_recordset(NULL::communique.${table}, $1::jsonb) given
     JOIN communique.${table} held ON ${sameKey} AND to_jsonb(held) - $2::text[] = to_jsonb(given) - $2::text[]`,
    [rows, columns.map(({ name }) => name).filter((name) => !(name in first.row))],
  );
  if (same[0]?.number !== batch.length) throw notEmpty();
  return batch.length - inserted;
}

async function setRevision(session: Queryable, { row }: Line): Promise<void> {
  const { number } = numberRow.parse(row);
  await session.change('UPDATE communique.revision SET number = greatest(number, $1)', [number]);
}

async function migrationsOf(session: Queryable): Promise<string[]> {
  const rows = await session.rows(nameRow, 'SELECT name FROM communique.migrations ORDER BY name');
  return rows.map(({ name }) => name);
}

/** The tables to carry, those that others refer to first. */
async function tablesOf(session: Queryable): Promise<string[]> {
  const rows = await session.rows(
    nameRow,
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'communique' ORDER BY table_name",
  );
  const there = rows.map(({ name }) => name).filter((name) => !ownWay.has(name));
  const first = Object.keys(rowSchemas).filter((name) => there.includes(name));
  return [...first, ...there.filter((name) => !first.includes(name))];
}

async function keyOf(session: Queryable, table: string): Promise<string[]> {
  const rows = await session.rows(
    nameRow,
    `SELECT a.attname::text AS name FROM pg_index i
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
     WHERE i.indisprimary AND i.indrelid = ('communique.' || $1::text)::regclass ORDER BY a.attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function countAll(session: Queryable): Promise<number> {
  let count = 0;
  for (const table of await tablesOf(session)) {
    const [row] = await session.rows(numberRow, `SELECT count(*) AS number FROM communique.${table}`);
    count += row?.number ?? 0;
  }
  return count;
}

function noExport(why: string): UserError {
  return new UserError(`The file is no export of Communiqué, or damaged: ${why}.`, 'Export the data again.');
}

function notEmpty(): UserError {
  return new UserError(
    'The store holds other data already, and nothing was imported.',
    'Import into a new store: another DATABASE_URL, or another folder with --data.',
  );
}
