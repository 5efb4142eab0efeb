import { describe, expect, it } from 'vitest';
import { PostError } from '../../../src/core/errors/errors.ts';
import { newDeliveryId } from '../../../src/core/ids/ids.ts';
import { NeverRetry, TryLater } from '../../../src/core/jobs/queue.ts';
import { readTiming } from '../../../src/core/schedules/read-timing.ts';
import { crack, deliveryBenches, ferry, halfPastSeven, mayor, six } from '../../support/delivery-bench.ts';
import { describeEachFooting } from '../../support/each-footing.ts';

describeEachFooting('posting', (footing) => {
  const openBench = deliveryBenches(footing);

  describe('a platform that does not take a digest', () => {
    it.each([
      ['as long as it says', new PostError('rate-limited', 'slow down', { retryAfterMs: 1_234 }), 1_234],
      ['half a minute when it does not say', new PostError('rate-limited', 'slow down'), 30_000],
    ])('because there are too many is left alone %s', async (_howLong, refusal, delayMs) => {
      const bench = await openBench();
      bench.platform.refuse(refusal);
      await bench.due(halfPastSeven);
      await expect(bench.deliver({ lastAttempt: true })).rejects.toMatchObject({ name: 'TryLater', delayMs });
      expect(await bench.latest()).toMatchObject({ state: 'failed', reason: 'rate-limited: slow down' });
      await bench.deliver();
      expect(await bench.latest()).toMatchObject({ state: 'sent' });
    });

    it.each([
      ['is not there', new PostError('unavailable', 'bad gateway')],
      ['fails as no one foresaw', new TypeError('undefined is not a function')],
    ])('because it %s is tried again, and when it stays so the next digest takes over', async (_how, refusal) => {
      const bench = await openBench();
      await bench.add(mayor);
      bench.platform.refuse(refusal, refusal);
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      await expect(bench.deliver()).rejects.toMatchObject({ name: 'TryLater', cause: refusal });
      expect(await bench.latest()).toMatchObject({ state: 'failed', reason: `unavailable: ${refusal.message}` });
      await expect(bench.deliver({ lastAttempt: true })).rejects.toThrow(TryLater);
      expect(bench.platform.posts).toEqual([]);
      bench.clock.set(six);
      await bench.add(crack);
      await bench.due(six);
      await bench.deliver();
      expect([bench.told(mayor), bench.told(crack)]).toEqual([1, 1]);
    });

    it('because it is away is asked again after ever longer waits, up to a quarter of an hour, for a day', async () => {
      const bench = await openBench();
      await bench.add(mayor);
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      const waits: number[] = [];
      for (let at = Date.parse(halfPastSeven); at < Date.parse('2025-02-19T06:30:00.000Z'); at += waits.at(-1) ?? 0) {
        bench.clock.set(new Date(at).toISOString());
        bench.platform.refuse(new PostError('unavailable', 'bad gateway'));
        const error: unknown = await bench.deliver().catch((caught: unknown) => caught);
        if (!(error instanceof TryLater)) throw error;
        expect((await bench.latest()).nextTryAt).toBe(new Date(at + error.delayMs).toISOString());
        waits.push(error.delayMs);
      }
      for (const [index, wait] of waits.entries()) {
        const longest = Math.min(2_000 * 2 ** index, 900_000);
        expect(wait).toBeGreaterThanOrEqual(longest * 0.75);
        expect(wait).toBeLessThanOrEqual(longest);
      }
      bench.clock.set('2025-02-19T06:30:00.000Z');
      await bench.deliver();
      expect(await bench.latest()).toMatchObject({ state: 'given-up', reason: 'unavailable: bad gateway' });
      expect(bench.platform.posts).toEqual([]);
    });

    it('because the channel is gone has its schedule paused, and resumed it tells what was not told', async () => {
      const bench = await openBench();
      await bench.add(mayor);
      bench.platform.refuse(new PostError('gone', 'channel_not_found'));
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      await expect(bench.deliver()).rejects.toThrow(NeverRetry);
      expect(await bench.latest()).toMatchObject({ state: 'given-up', reason: 'gone: channel_not_found' });
      expect((await bench.subscriptions.get(bench.subscription.id))?.state).toBe('paused');
      await bench.subscriptions.save({ ...bench.subscription, activeSince: halfPastSeven });
      bench.clock.set(six);
      await bench.due(six);
      await bench.deliver();
      expect(bench.told(mayor)).toBe(1);
    });

    it('because the channel is gone tells the person who set its schedule, once and alone', async () => {
      const bench = await openBench();
      await bench.add(mayor);
      bench.platform.refuse(new PostError('gone', 'channel_not_found'));
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      const refused = await bench.latest();
      await expect(bench.deliver()).rejects.toThrow(NeverRetry);
      await bench.deliver({ id: refused.id });
      const notice = await bench.outbox.latest(`paused:${refused.id}`);
      if (notice === undefined) throw new Error('nobody is told');
      await bench.deliver({ id: notice.id });
      await bench.deliver({ id: notice.id });
      expect(bench.platform.posts.map(({ place }) => place.channel)).toEqual([`@${bench.subscription.createdBy}`]);
      expect(JSON.stringify(bench.platform.posts[0]?.message)).toContain(bench.subscription.place.channel);
      expect((await bench.subscriptions.get(bench.subscription.id))?.toldUntil).toBe('1970-01-01T00:00:00.000Z');
    });

    it('because the person who set a schedule is gone too changes nothing more', async () => {
      const bench = await openBench();
      bench.platform.refuse(new PostError('gone', 'channel_not_found'), new PostError('gone', 'user_not_found'));
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      const refused = await bench.latest();
      await expect(bench.deliver()).rejects.toThrow(NeverRetry);
      const notice = await bench.outbox.latest(`paused:${refused.id}`);
      if (notice === undefined) throw new Error('nobody is told');
      await bench.subscriptions.save(bench.subscription);
      await expect(bench.deliver({ id: notice.id })).rejects.toThrow(NeverRetry);
      expect(await bench.outbox.get(notice.id)).toMatchObject({ state: 'given-up', reason: 'gone: user_not_found' });
      expect((await bench.subscriptions.get(bench.subscription.id))?.state).toBe('active');
    });

    it('because it refuses the message is not sent the same again', async () => {
      const bench = await openBench();
      await bench.add(mayor);
      bench.platform.refuse(new PostError('rejected', 'invalid_blocks'));
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      await expect(bench.deliver()).rejects.toThrow(NeverRetry);
      expect(await bench.latest()).toMatchObject({ state: 'given-up', reason: 'rejected: invalid_blocks' });
      bench.clock.set(six);
      await bench.add(ferry);
      await bench.due(six);
      await bench.deliver();
      expect([bench.told(mayor), bench.told(ferry)]).toEqual([0, 1]);
    });
  });

  describe('a digest on its way', () => {
    it('waits for a process that serves its platform, and is given up when none has come for a day', async () => {
      const bench = await openBench();
      await bench.add(mayor);
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      const elsewhere = bench.withNeeds(() => ({ platforms: new Map() }));
      await expect(elsewhere.deliver()).rejects.toMatchObject({ name: 'TryLater', delayMs: 30_000 });
      bench.clock.set('2025-02-19T06:30:00.000Z');
      await elsewhere.deliver();
      expect(await bench.latest()).toMatchObject({ state: 'given-up', reason: 'nobody took it in time' });
      await bench.deliver();
      expect(bench.platform.posts).toEqual([]);
      bench.clock.set('2025-02-19T17:00:00.000Z');
      await bench.due('2025-02-19T17:00:00.000Z');
      await bench.deliver();
      expect(bench.told(mayor)).toBe(1);
    });

    it('is posted by one run at a time: another waits until that one is done or must be dead', async () => {
      const bench = await openBench();
      await bench.add(mayor);
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      const { id } = await bench.latest();
      await bench.outbox.markSending(id, halfPastSeven, 35_000);
      await expect(bench.deliver()).rejects.toMatchObject({ name: 'TryLater', delayMs: 35_000 });
      expect(bench.platform.posts).toEqual([]);
      bench.clock.set('2025-02-18T06:30:35.000Z');
      await bench.deliver();
      expect(bench.platform.posts).toHaveLength(1);
    });

    it('whose job was lost gets another when it is late', async () => {
      const bench = await openBench();
      await bench.add(mayor);
      bench.clock.set(halfPastSeven);
      await bench.withNeeds((needs) => ({ queue: { ...needs.queue, add: async () => undefined } })).due(halfPastSeven);
      const { id } = await bench.latest();
      const added: string[] = [];
      const watched = bench.withNeeds((needs) => ({
        queue: { ...needs.queue, addAnew: async (_kind, _payload, key) => void added.push(key) },
      }));
      await watched.tend();
      expect(added).not.toContain(id);
      bench.clock.set('2025-02-18T06:33:00.000Z');
      await watched.tend();
      expect(added).toContain(id);
    });

    it('holds back the one after it for ten minutes, which then leaves what is new to the next', async () => {
      const bench = await openBench();
      await bench.subscriptions.save({ ...bench.subscription, timing: readTiming({ every: '1m' }, 'UTC') });
      await bench.add(mayor);
      bench.clock.set('2025-02-18T06:30:00.500Z');
      await bench.due(halfPastSeven);
      const first = await bench.latest();
      bench.clock.set('2025-02-18T06:31:00.500Z');
      await bench.add(crack);
      await expect(bench.due('2025-02-18T06:31:00.000Z')).rejects.toThrow(TryLater);
      bench.clock.set('2025-02-18T06:41:00.500Z');
      await bench.due('2025-02-18T06:31:00.000Z');
      expect((await bench.latest()).id).toBe(first.id);
      await bench.deliver();
      await bench.due('2025-02-18T06:41:00.000Z');
      await bench.deliver();
      expect([bench.told(mayor), bench.told(crack), bench.platform.posts.length]).toEqual([1, 1, 2]);
    });

    it('of which nobody heard for six hours makes way for the next', async () => {
      const bench = await openBench();
      await bench.add(mayor);
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      const first = await bench.latest();
      await bench.outbox.markSending(first.id, halfPastSeven, 1_000);
      bench.clock.set(six);
      await bench.due(six);
      await bench.deliver();
      expect(await bench.outbox.get(first.id)).toMatchObject({ state: 'given-up' });
      await bench.deliver({ id: first.id });
      expect(bench.told(mayor)).toBe(1);
    });

    it('that is unknown is never tried again', async () => {
      const bench = await openBench();
      await expect(bench.deliver({ id: newDeliveryId() })).rejects.toThrow(NeverRetry);
    });
  });
});
