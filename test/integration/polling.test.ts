import { expect, it } from 'vitest';
import { feedReader } from '../../src/adapters/files/feed-reader.ts';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { feedStore } from '../../src/adapters/postgres/feed-store.ts';
import { outbox as outboxIn } from '../../src/adapters/postgres/outbox.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { createFeedDesk } from '../../src/core/polling/create-feed-desk.ts';
import { pollingHandlers } from '../../src/core/polling/polling-handlers.ts';
import { createIngest } from '../../src/core/stories/ingest.ts';
import type { Story } from '../../src/core/stories/story.ts';
import { describeEachFooting } from '../support/each-footing.ts';
import { feedServer, page, rss } from '../support/feed-server.ts';
import { harbour } from '../support/held-library.ts';
import { silentLog } from '../support/memory-database.ts';

/** The queue's schedulers know no other clock than the machine's. */
const clock = { now: () => Date.now() };

describeEachFooting('polling', (footing) => {
  it('takes in the articles of a story’s feeds by itself, and a feed that is dropped is looked at no more', async () => {
    const { database, queue } = await footing.open();
    const server = await feedServer();
    const feed = `${server.url}/feed`;
    server.serve('/feed', { body: rss(server.url, ['storm']), headers: { 'content-type': 'application/rss+xml' } });
    server.serve('/storm', { body: page('storm') });
    const story: Story = { ...harbour, about: ['harbour'], sources: [{ publisher: 'The Courier', feed }] };
    const articles = articleStore(database);
    const needs = {
      stories: [story],
      feeds: feedStore(database),
      reader: feedReader({ allowLoopback: true }),
      ingest: createIngest({ articles, stories: [story], clock }),
      subscriptions: subscriptionStore(database),
      outbox: outboxIn(database),
      queue,
      clock,
      log: silentLog,
    };
    await queue.work(pollingHandlers(needs));
    const desk = createFeedDesk(needs);
    await desk.restore();
    await expect.poll(async () => (await desk.health(story))[0]?.condition, { timeout: 20_000 }).toBe('ok');
    const [held] = await articles.inStory(story.key);
    expect(held?.article).toMatchObject({ publisher: 'The Courier', url: `${server.url}/storm`, silent: true });
    await createFeedDesk({ ...needs, stories: [{ ...story, sources: [] }] }).restore();
    expect(await queue.scheduled()).toEqual([]);
    await server.close();
  });

  it('lets one look at a host at a time in all processes, and a look that died go on', async () => {
    const { database } = await footing.open();
    const feeds = feedStore(database);
    const host = `${Date.now()}.example`;
    const [news, sport] = [`https://${host}/news`, `https://${host}/sport`].map((feed) => ({ host, feed }));
    if (news === undefined || sport === undefined) throw new Error('two feeds are needed');
    const at = (minute: number): string => new Date(Date.UTC(2025, 1, 18, 8, minute)).toISOString();
    expect(await feeds.takeHost(news, { now: at(0), until: at(30) })).toBe(true);
    expect(await feeds.takeHost(sport, { now: at(1), until: at(31) })).toBe(false);
    expect(await feeds.takeHost({ host: `other.${host}`, feed: sport.feed }, { now: at(1), until: at(31) })).toBe(true);
    // The queue begins the look anew whose worker died.
    expect(await feeds.takeHost(news, { now: at(2), until: at(32) })).toBe(true);
    await feeds.leaveHost(sport);
    expect(await feeds.takeHost(sport, { now: at(3), until: at(33) })).toBe(false);
    await feeds.leaveHost(news);
    expect(await feeds.takeHost(sport, { now: at(3), until: at(33) })).toBe(true);
    expect(await feeds.takeHost(news, { now: at(33), until: at(63) })).toBe(true);
  });
});
