import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics, type Metrics } from '../../../src/adapters/metrics/metrics.ts';
import { openWatchServer, type WatchServer } from '../../../src/adapters/metrics/watch-server.ts';
import { feedStore } from '../../../src/adapters/postgres/feed-store.ts';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { PostError } from '../../../src/core/errors/errors.ts';
import { createFeedDesk } from '../../../src/core/polling/create-feed-desk.ts';
import { newFeedState } from '../../../src/core/polling/feed-state.ts';
import { memoryDatabase, silentLog } from '../../support/memory-database.ts';
import { recordingPlatform } from '../../support/recording-platform.ts';
import { newDelivery, newPosting } from '../../support/stored-things.ts';
import { openTestBot, reader, type TestBot } from '../../support/test-bot.ts';

describe('the port for operators', () => {
  let bot: TestBot;
  let database: Database;
  let metrics: Metrics;
  let server: WatchServer;
  let storeIsUp = true;
  const feed = 'https://paper.example/feed';

  beforeAll(async () => {
    bot = await openTestBot();
    database = await memoryDatabase();
    const feeds = feedStore(database);
    const stories = bot.stories.map((story) => ({ ...story, sources: [{ publisher: 'The Paper', feed }] }));
    await feeds.save({ ...newFeedState(feed, 'The Paper', '2025-02-19T08:00:00.000Z'), condition: 'blocked' });
    const summary = () => (storeIsUp ? bot.outbox.summary() : Promise.reject(new Error('the store is away')));
    const watched = {
      ...{ stories, outbox: { summary }, queue: bot.queue, clock: bot.clock },
      feedDesk: createFeedDesk({ stories, feeds, queue: bot.queue, clock: bot.clock }),
    };
    metrics = createMetrics(watched);
    server = await openWatchServer({ host: '127.0.0.1', port: 0, metrics, watched, log: silentLog });
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await bot.close();
    await database.close();
  });

  it('says that the process lives, and that store and queue answer', async () => {
    expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' });
    expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' });
  });

  it('counts deliveries by state and shows how old the oldest on its way is', async () => {
    await bot.outbox.put(newDelivery({ createdAt: '2025-02-19T07:59:00.000Z' }));
    const given = await bot.outbox.put(newDelivery());
    await bot.outbox.markFailed(given.id, 'given-up', 'gone');
    const { text } = await get('/metrics');
    expect(text).toContain('communique_deliveries{state="waiting"} 1');
    expect(text).toContain('communique_deliveries{state="given-up"} 1');
    expect(text).toContain('communique_delivery_oldest_seconds 60');
    expect(text).toContain('communique_queue_jobs{state="waiting"} 0');
    expect(text).toContain('communique_store_up 1');
    expect(text).toContain('communique_feeds{story="summit",condition="blocked"} 1');
  });

  it('counts what was posted by platform and outcome', async () => {
    const platform = recordingPlatform('slack');
    const watched = metrics.watchPlatform(platform);
    const { message, place } = newDelivery();
    const post = () => watched.post(newPosting({ message, place }));
    await post();
    platform.refuse(new PostError('rate-limited', 'slow down'), new TypeError('no one foresaw this'));
    await expect(post()).rejects.toThrow('slow down');
    await expect(post()).rejects.toThrow('no one foresaw this');
    const { text } = await get('/metrics');
    expect(text).toContain('communique_post_duration_seconds_count{platform="slack",outcome="posted"} 1');
    expect(text).toContain('communique_post_duration_seconds_count{platform="slack",outcome="rate-limited"} 1');
    expect(text).toContain('communique_post_duration_seconds_count{platform="slack",outcome="unavailable"} 1');
  });

  it('counts what the bot was asked by command and outcome', async () => {
    const watched = metrics.watchBot(bot.bot);
    await watched.run('summit', { kind: 'text', text: 'help' }, reader);
    await watched.mention('help', reader);
    await watched.run('summit', { kind: 'text', text: 'nonsense' }, reader);
    expect(await watched.question('Anything new?', reader)).toBeUndefined();
    const { text } = await get('/metrics');
    expect(text).toContain('communique_command_duration_seconds_count{command="help",outcome="answered"} 2');
    expect(text).toContain('communique_command_duration_seconds_count{command="error",outcome="refused"} 1');
    expect(text).toContain('communique_command_duration_seconds_count{command="none",outcome="unanswered"} 1');
  });

  it('answers nothing else', async () => {
    expect((await get('/')).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${server.port}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('shows a store that is away as down, and is not ready then, nor when the process stops', async () => {
    storeIsUp = false;
    expect(await get('/readyz')).toEqual({ status: 503, text: 'the store does not answer\n' });
    const { status, text } = await get('/metrics');
    expect(status).toBe(200);
    expect(text).toContain('communique_store_up 0');
    expect(text).not.toContain('communique_deliveries{');
    storeIsUp = true;
    server.leave();
    expect(await get('/readyz')).toEqual({ status: 503, text: 'the process is stopping\n' });
    expect((await get('/healthz')).status).toBe(200);
  });

  it('refuses a port that is taken, and says which', async () => {
    const second = openWatchServer({
      ...{ host: '127.0.0.1', port: server.port, metrics, log: silentLog },
      watched: { outbox: bot.outbox, queue: bot.queue },
    });
    await expect(second).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(`${server.port}`),
    });
  });

  async function get(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
    return { status: response.status, text: await response.text() };
  }
});
