import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feedReader } from '../../src/adapters/files/feed-reader.ts';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { feedStore } from '../../src/adapters/postgres/feed-store.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import type { FeedState } from '../../src/core/polling/feed-state.ts';
import { pollFeed } from '../../src/core/polling/poll-feed.ts';
import { troubleNotices } from '../../src/core/polling/tell-trouble.ts';
import { createIngest } from '../../src/core/stories/ingest.ts';
import type { Story } from '../../src/core/stories/story.ts';
import { type FeedServer, feedServer, page, rss } from '../support/feed-server.ts';
import { startHostileServer } from '../support/hostile-server.ts';
import { harbour } from '../support/held-library.ts';
import { describeEachStore } from '../support/each-footing.ts';
import { silentLog } from '../support/memory-database.ts';
import { newSubscription } from '../support/stored-things.ts';
import { testClock } from '../support/test-bot.ts';

describeEachStore('polling', (open) => {
  let database: Database;
  let server: FeedServer;
  let number = 0;

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    server = await feedServer();
  });
  afterEach(() => server.close());

  /** A story of the test's own that follows one feed of the server. */
  function followed() {
    number += 1;
    const feed = `${server.url}/feed-${number}`;
    const story: Story = { ...harbour, about: ['harbour'], sources: [{ publisher: 'The Courier', feed }] };
    const clock = testClock('2025-02-18T10:00:00Z');
    const articles = articleStore(database);
    const needs = {
      stories: [story],
      feeds: feedStore(database),
      reader: feedReader({ allowLoopback: true }),
      ingest: createIngest({ articles, stories: [story], clock }),
      clock,
      log: silentLog,
    };
    const give = (names: readonly string[], headers: Readonly<Record<string, string>> = {}): void => {
      for (const name of names) server.serve(`/${name}`, { body: page(name) });
      server.serve(new URL(feed).pathname, {
        body: rss(server.url, names),
        headers: { 'content-type': 'application/rss+xml', ...headers },
      });
    };
    return {
      feed,
      story,
      clock,
      give,
      serve: (answer: Parameters<FeedServer['serve']>[1]) => server.serve(new URL(feed).pathname, answer),
      poll: (): Promise<FeedState> => pollFeed(feed, new AbortController().signal, needs),
      held: async () => {
        const entries = await articles.inStory(story.key);
        return entries.map(({ article }) => article).filter(({ url }) => url?.startsWith(server.url) === true);
      },
      needs,
    };
  }

  describe('a feed', () => {
    it('is taken in silently at the first look, and brings news from then on', async () => {
      const { give, poll, held, clock } = followed();
      give(['storm', 'wall']);
      expect(await poll()).toMatchObject({ condition: 'ok', publisher: 'The Courier', failures: 0, lost: [] });
      expect((await held()).map(({ silent }) => silent)).toEqual([true, true]);
      clock.set('2025-02-18T11:00:00Z');
      give(['ferry', 'storm', 'wall']);
      expect(await poll()).toMatchObject({ condition: 'ok' });
      expect((await held()).filter(({ silent }) => silent !== true).map(({ url }) => url)).toEqual([
        `${server.url}/ferry`,
      ]);
    });

    it('is not looked at before it is due', async () => {
      const { give, poll, clock } = followed();
      give(['storm']);
      await poll();
      const looks = server.asked.length;
      clock.set('2025-02-18T10:04:00Z');
      await poll();
      expect(server.asked).toHaveLength(looks);
    });

    it('is asked only whether it changed, and then nothing is read again', async () => {
      const { give, poll, clock } = followed();
      give(['storm'], { etag: '"v1"' });
      await poll();
      clock.set('2025-02-18T11:00:00Z');
      const looks = server.asked.length;
      expect(await poll()).toMatchObject({ condition: 'unchanged' });
      expect(server.asked.slice(looks)).toEqual([{ path: expect.stringContaining('/feed-'), version: '"v1"' }]);
    });

    it('may ask for patience', async () => {
      const { give, poll } = followed();
      give(['storm'], { 'cache-control': 'public, max-age=7200' });
      expect((await poll()).nextAt).toBe('2025-02-18T12:00:00.000Z');
    });

    it('is waited for as long as it asks in ttl, also after it only said that nothing changed', async () => {
      const { serve, poll, clock } = followed();
      server.serve('/storm', { body: page('storm') });
      const body = rss(server.url, ['storm']).replace('<item>', '<ttl>120</ttl><item>');
      serve({ body, headers: { 'content-type': 'application/rss+xml', etag: '"v1"' } });
      expect((await poll()).nextAt).toBe('2025-02-18T12:00:00.000Z');
      clock.set('2025-02-18T12:00:00Z');
      expect(await poll()).toMatchObject({ condition: 'unchanged', nextAt: '2025-02-18T14:00:00.000Z' });
    });

    it('that does not answer is a timeout, and says so', async () => {
      const { needs } = followed();
      const silent = await startHostileServer();
      const reader = feedReader({ allowLoopback: true, limits: { totalMs: 200 } });
      const state = await pollFeed(`${silent.origin}/slow-headers`, new AbortController().signal, { ...needs, reader });
      expect(state).toMatchObject({ condition: 'timeout', reason: expect.stringContaining('within 0.2 seconds') });
      await silent.close();
    });

    it('knows an item by its identity, whatever its date or its place', async () => {
      const { give, poll, held, clock, serve } = followed();
      give(['storm', 'wall']);
      await poll();
      clock.set('2025-02-18T11:00:00Z');
      const later = rss(server.url, ['wall', 'storm']).replaceAll('18 Feb', '19 Feb');
      serve({ body: later, headers: { 'content-type': 'application/rss+xml' } });
      expect(await poll()).toMatchObject({ condition: 'unchanged' });
      expect(await held()).toHaveLength(2);
    });

    it('keeps from the story what it is not about', async () => {
      const { give, poll, held } = followed();
      give(['storm', 'football']);
      server.serve('/football', { body: page('football').replaceAll('harbour', 'club') });
      await poll();
      expect((await held()).map(({ url }) => url)).toEqual([`${server.url}/storm`]);
    });

    it('loses no item to a bad one, and says which was lost and why', async () => {
      const { serve, poll, held } = followed();
      for (const name of ['storm', 'wall']) server.serve(`/${name}`, { body: page(name) });
      const xml = rss(server.url, ['storm', 'gone', 'wall']).replaceAll('<description>In short.</description>', '');
      serve({ body: xml, headers: { 'content-type': 'application/rss+xml' } });
      expect(await poll()).toMatchObject({
        condition: 'ok',
        lost: [{ item: 'The Courier, "News of gone"', reason: expect.stringContaining('answered 404') }],
      });
      expect(await held()).toHaveLength(2);
    });

    it('keeps both texts of an article that was corrected, once its feed says that it was changed', async () => {
      const { poll, clock, held, serve } = followed();
      const body = (changed: string): string =>
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><entry><id>storm</id><title>Storm</title><link href="${server.url}/storm"/><published>2025-02-18T08:00:00Z</published><updated>${changed}</updated></entry></feed>`;
      const ask = async (at: string, changed: string, text: string) => {
        clock.set(at);
        server.serve('/storm', { body: text });
        serve({ body: body(changed), headers: { 'content-type': 'application/atom+xml' } });
        return poll();
      };
      await ask('2025-02-18T10:00:00Z', '2025-02-18T08:00:00Z', page('storm'));
      await ask('2025-02-18T11:00:00Z', '2025-02-18T08:00:00Z', page('not asked for'));
      expect(await held()).toHaveLength(1);
      const corrected = page('storm').replaceAll('on Monday', 'on Tuesday');
      expect(await ask('2025-02-18T12:00:00Z', '2025-02-18T11:30:00Z', corrected)).not.toHaveProperty('gapAt');
      const [first, second] = await held();
      expect(second?.supersedes).toBe(first?.id);
      expect(second?.text).toContain('on Tuesday');
      const asked = server.asked.filter(({ path }) => path === '/storm').length;
      await ask('2025-02-18T13:00:00Z', '2025-02-18T11:30:00Z', corrected);
      expect(server.asked.filter(({ path }) => path === '/storm')).toHaveLength(asked);
    });

    it('whose whole window has turned over may have lost items, and says so', async () => {
      const { give, poll, clock } = followed();
      give(['one', 'two']);
      expect(await poll()).not.toHaveProperty('gapAt');
      clock.set('2025-02-18T11:00:00Z');
      give(['three', 'four']);
      expect(await poll()).toMatchObject({ gapAt: '2025-02-18T11:00:00.000Z' });
    });

    it.each([
      ['empty', { body: rss('http://x', []), headers: { 'content-type': 'application/rss+xml' } }],
      [
        'blocked',
        { body: '<!doctype html><html><head><title>Just a moment…</title></head><body>Prove it.</body></html>' },
      ],
      ['blocked', { status: 403 }],
      ['blocked', { status: 451 }],
      ['broken', { status: 500 }],
      [
        'broken',
        { body: '<rss version="2.0"><channel><item><title>A', headers: { 'content-type': 'application/xml' } },
      ],
      ['broken', { body: 'no feed at all', headers: { 'content-type': 'text/plain' } }],
    ])('is %s when its server gives %j', async (condition, answer) => {
      const { serve, poll } = followed();
      serve(answer);
      expect(await poll()).toMatchObject({ condition });
    });

    it('is undated when no item has a date', async () => {
      const { give, serve, poll } = followed();
      give(['storm']);
      serve({ body: rss(server.url, ['storm'], false), headers: { 'content-type': 'application/rss+xml' } });
      expect(await poll()).toMatchObject({ condition: 'undated' });
    });
  });

  describe('a feed in trouble', () => {
    it('is looked at less and less often, and keeps what is known of it', async () => {
      const { give, serve, poll, clock } = followed();
      give(['storm']);
      const { succeededAt, known } = await poll();
      serve({ status: 500 });
      const waits: number[] = [];
      for (let look = 0; look < 6; look += 1) {
        clock.set(new Date(clock.now() + 24 * 3_600_000).toISOString());
        waits.push((Date.parse((await poll()).nextAt) - clock.now()) / 60_000);
      }
      expect(waits).toEqual([15, 30, 60, 120, 240, 360]);
      expect(await poll()).toMatchObject({
        condition: 'broken',
        succeededAt,
        known,
        troubleSince: '2025-02-19T10:00:00.000Z',
      });
    });

    it('is left alone as long as its server asks', async () => {
      const { serve, poll } = followed();
      serve({ status: 429, headers: { 'retry-after': '7200' } });
      expect((await poll()).nextAt).toBe('2025-02-18T12:00:00.000Z');
    });

    it('is told to the channels that depend on it after three hours, and no more of it is told', async () => {
      const { story, serve, poll, clock, needs } = followed();
      const subscriptions = subscriptionStore(database);
      const subscription = newSubscription({ story: story.key });
      await subscriptions.save(subscription);
      const due = (state: FeedState) => troubleNotices(state, { ...needs, subscriptions });
      serve({ status: 503 });
      expect(await due(await poll())).toEqual([]);
      clock.set('2025-02-18T13:00:00Z');
      const notices = await due(await poll());
      expect(notices).toMatchObject([
        { subscription: subscription.id, message: { title: 'The Courier cannot be read' } },
      ]);
      expect(await due({ ...(await poll()), troubleTold: true })).toEqual([]);
    });
  });
});
