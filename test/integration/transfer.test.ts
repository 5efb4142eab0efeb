import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { buttonStore } from '../../src/adapters/postgres/button-store.ts';
import { conversationStore } from '../../src/adapters/postgres/conversation-store.ts';
import { type Database } from '../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import { feedStore } from '../../src/adapters/postgres/feed-store.ts';
import { outbox as outboxIn } from '../../src/adapters/postgres/outbox.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { exportRows, importRows } from '../../src/adapters/postgres/transfer.ts';
import { newButtonId } from '../../src/core/ids/ids.ts';
import { newFeedState } from '../../src/core/polling/feed-state.ts';
import { freshDatabase } from '../support/each-footing.ts';
import { memoryDatabase, silentLog } from '../support/memory-database.ts';
import { newDelivery, newStory, newSubscription, readArticle } from '../support/stored-things.ts';

const at = '2025-02-18T09:00:00.000Z';
const postgresUrl = inject('postgresUrl');

describe('an export', () => {
  let from: Database;
  let empty: Database;
  let lines: string[] = [];
  beforeAll(async () => {
    from = await filledStore();
    empty = await memoryDatabase();
    lines = await exportedFrom(from);
  });
  afterAll(async () => {
    await from.close();
    await empty.close();
  });

  it('says what it is in its first line, and holds a line a row', async () => {
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'communique-data', version: 1, exportedAt: at });
    expect(lines.filter((line) => line.startsWith('{"table":"deliveries"'))).toHaveLength(3);
  });

  it('brings all of a store into another, and what is added there follows it', async () => {
    const into = await memoryDatabase();
    await importRows(into, each(lines));
    expect(await exportedFrom(into)).toEqual(lines);
    const url = 'https://paper.example/again';
    const [older, newer] = [readArticle({ url }), readArticle({ url })];
    for (const entry of [older, newer]) await articleStore(into).save({ ...entry, stories: [] });
    expect(await articleStore(into).findByUrl(url)).toEqual(newer.article);
    await into.close();
  });

  it('keeps every character of a text', async () => {
    const [one, into] = [await memoryDatabase(), await memoryDatabase()];
    const texts = fc.sample(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }).filter((text) => !text.includes('\0')),
      300,
    );
    const entries = [...new Set(texts)].map((text) => readArticle({ text, title: text.slice(0, 40) }));
    for (const entry of entries) await articleStore(one).save({ ...entry, stories: [] });
    await importRows(into, each(await exportedFrom(one)));
    for (const { article } of entries) expect(await articleStore(into).get(article.id)).toEqual(article);
    await Promise.all([one.close(), into.close()]);
  });

  it('is taken twice without a change, and by no store that holds anything else', async () => {
    const [into, other] = [await memoryDatabase(), await memoryDatabase()];
    await importRows(into, each(lines));
    await importRows(into, each(lines));
    expect(await exportedFrom(into)).toEqual(lines);
    await articleStore(other).save({ ...readArticle(), stories: [] });
    const before = await exportedFrom(other);
    await expect(importRows(other, each(lines))).rejects.toMatchObject({ name: 'UserError' });
    expect(await exportedFrom(other)).toEqual(before);
    await outboxIn(into).putBack(deliveryIn(lines), at);
    await expect(importRows(into, each(lines))).rejects.toThrow('holds other data already');
    await Promise.all([into.close(), other.close()]);
  });

  it.each([
    ['is nothing', () => []],
    ['is another file', () => ['{"name":"communique"}']],
    ['ends in the midst of a line', () => [...lines.slice(0, 3), (lines[3] ?? '').slice(0, 40)]],
    ['holds a table that is none', () => [...lines, '{"table":"pg_catalog.pg_class","row":{}}']],
    ['holds a column that is none', () => [...lines, '{"table":"story_articles","row":{"x) SELECT 1--":1}}']],
    ['holds a row of a wrong shape', () => [...lines, '{"table":"feeds","row":{"feed":7}}']],
    ['is of a newer version', () => [(lines[0] ?? '').replace('0001', '9001'), ...lines.slice(1)]],
  ])('that %s is refused, and nothing of it is taken', async (_what, spoiled) => {
    const before = await exportedFrom(empty);
    await expect(importRows(empty, each(spoiled()))).rejects.toMatchObject({ name: 'UserError' });
    expect(await exportedFrom(empty)).toEqual(before);
  });

  it('of a version with fewer columns is taken, and they have their defaults', async () => {
    const into = await memoryDatabase();
    const older = lines.map((line) =>
      line.startsWith('{"table":"deliveries"') ? line.replace(/"failures": \d+, /, '') : line,
    );
    expect(older).not.toEqual(lines);
    await importRows(into, each(older));
    expect((await outboxIn(into).unsent(at)).every(({ failures }) => failures === undefined)).toBe(true);
    await into.close();
  });

  it.skipIf(postgresUrl === undefined)('loses nothing on the way to a server and back', async () => {
    const server = await openDatabase({ kind: 'server', url: await freshDatabase(postgresUrl ?? '') }, silentLog);
    const back = await memoryDatabase();
    await importRows(server, each(lines));
    expect(await exportedFrom(server)).toEqual(lines);
    await importRows(back, each(await exportedFrom(server)));
    expect(await exportedFrom(back)).toEqual(lines);
    await Promise.all([server.close(), back.close()]);
  });
});

/** A store with something in each table, in each state. */
async function filledStore(): Promise<Database> {
  const database = await memoryDatabase();
  const url = 'https://paper.example/harbour';
  const first = readArticle({ url, text: 'The harbour — “Nordby” — opens.\u2028\t\\u0041 \u{1F6A2}' });
  const second = readArticle({ url, supersedes: first.article.id, published: '2025-02-18T08:00:00+01:00' });
  for (const entry of [first, second])
    await articleStore(database).save({ ...entry, stories: [newStory(), newStory()] });
  const subscription = newSubscription({ toldUntil: '2025-02-18T09:00:00.123Z' });
  await subscriptionStore(database).save(subscription);
  const outbox = outboxIn(database);
  const [sent, failed] = [await outbox.put(newDelivery()), await outbox.put(newDelivery())];
  await outbox.put(newDelivery({ createdAt: '2025-02-18T06:30:00.001Z' }));
  await outbox.markSent(sent.id, { id: 'm', thread: 't' });
  await outbox.markFailed(failed.id, 'failed', 'unavailable: bad gateway', '2025-02-18T09:30:00.000Z');
  await feedStore(database).save({ ...newFeedState('https://paper.example/feed', 'The Paper', at), known: ['a', 'b'] });
  await conversationStore(database).remember('key', { shown: { title: 'Who', at, citations: [] } });
  await buttonStore(database).keep(newButtonId(), { does: 'run', story: subscription.story, line: 'who' }, at);
  return database;
}

async function exportedFrom(database: Database): Promise<string[]> {
  const lines: string[] = [];
  await exportRows(database, at, (line) => lines.push(line));
  return lines;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

function deliveryIn(lines: readonly string[]): Parameters<ReturnType<typeof outboxIn>['putBack']>[0] {
  const line = lines.find((each) => each.startsWith('{"table":"deliveries"') && !each.includes('"state": "sent"'));
  return JSON.parse(line ?? '').row.id;
}
