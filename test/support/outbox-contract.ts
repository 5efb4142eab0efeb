import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { outbox as postgresOutbox } from '../../src/adapters/postgres/outbox.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { newSubscriptionId } from '../../src/core/ids/ids.ts';
import type { Delivery } from '../../src/core/outbox/delivery.ts';
import type { Outbox } from '../../src/core/outbox/outbox.ts';
import type { Run } from '../../src/core/schedules/run.ts';
import { describeEachStore } from './each-footing.ts';
import { newDelivery, newSubscription } from './stored-things.ts';

export function outboxContract(): void {
  describeEachStore('an outbox', (open) => {
    let database: Database;
    let outbox: Outbox;
    beforeAll(async () => {
      database = await open();
      outbox = postgresOutbox(database);
    });
    afterAll(() => database.close());

    it('gives a delivery back as it was put', async () => {
      const delivery = newDelivery();
      expect(await outbox.put(delivery)).toEqual(delivery);
      expect(await outbox.get(delivery.id)).toEqual(delivery);
    });

    it('takes one delivery for each key, however many are put at the same time', async () => {
      const { key } = newDelivery();
      const stored = await Promise.all(Array.from({ length: 12 }, () => outbox.put(newDelivery({ key }))));
      expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
      const [one] = stored;
      expect(one === undefined ? undefined : await outbox.get(one.id)).toEqual(one);
    });

    it('keeps one that is put as taken for the run that put it', async () => {
      const delivery = newDelivery({ state: 'sending', takenAt: at('06:30:00') });
      await outbox.put(delivery);
      expect(await outbox.get(delivery.id)).toEqual(delivery);
      expect(await outbox.markSending(delivery.id, at('06:30:09'), 10_000)).toBe(false);
      expect(await outbox.markSending(delivery.id, at('06:30:10'), 10_000)).toBe(true);
    });

    it('notes in one step for which time a delivery was put, and nothing when another has its key', async () => {
      const subscriptions = subscriptionStore(database);
      const subscription = newSubscriptionId();
      const delivery = newDelivery({ subscription });
      const run: Run = {
        slot: 's',
        dueAt: at('06:30:00'),
        at: at('06:30:01'),
        result: 'composed',
        delivery: delivery.id,
      };
      await outbox.put(delivery, run);
      expect(await subscriptions.runs(subscription)).toEqual([run]);
      const other = newDelivery({ key: delivery.key, subscription });
      await outbox.put(other, { ...run, slot: 'other', delivery: other.id });
      expect(await subscriptions.runs(subscription)).toEqual([run]);
    });

    it('knows a subscription together with the newest of its digests', async () => {
      const subscription = newSubscription({ toldUntil: at('06:00:00') });
      const { id } = subscription;
      expect(await outbox.standing(id)).toBeUndefined();
      await subscriptionStore(database).save(subscription);
      const revision = await articleStore(database).revision();
      expect(await outbox.standing(id)).toEqual({ subscription, latest: undefined, revision });
      const digest = (slot: string, createdAt: string): Delivery =>
        newDelivery({ subscription: id, key: `${id}:${slot}`, createdAt, tellsUntil: at('06:00:00') });
      const [newer, older] = [digest('b', at('06:30:00')), digest('a', at('06:20:00'))];
      for (const put of [newer, older, newDelivery({ subscription: id, key: 'paused:x', createdAt: at('06:40:00') })])
        await outbox.put(put);
      const { key, createdAt, tellsUntil } = newer;
      const latest = { id: newer.id, key, subscription: id, createdAt, tellsUntil, state: 'waiting' };
      expect(await outbox.standing(id)).toEqual({ subscription, latest, revision });
      await outbox.markFailed(newer.id, 'given-up', 'gone');
      await outbox.putBack(newer.id, at('07:00:00'));
      const again = (await outbox.standing(id))?.latest;
      expect([again?.state, Date.parse(again?.putBackAt ?? '')]).toEqual(['waiting', Date.parse(at('07:00:00'))]);
    });

    it('tells what became of a delivery', async () => {
      const { id } = await outbox.put(newDelivery());
      expect(await outbox.markSending(id, at('06:30:00'), 1_000)).toBe(true);
      const delivery = await outbox.get(id);
      if (delivery === undefined) throw new Error('it was put');
      expect(delivery).toMatchObject({ state: 'sending', takenAt: at('06:30:00') });
      const next = at('06:30:05');
      const failed = { ...delivery, state: 'failed', reason: 'the platform is down', nextTryAt: next };
      await outbox.markFailed(delivery.id, 'failed', 'the platform is down', next);
      expect(await outbox.get(delivery.id)).toEqual({ ...failed, failures: 1 });
      await outbox.markFailed(delivery.id, 'failed', 'the platform is down', next);
      expect(await outbox.get(delivery.id)).toEqual({ ...failed, failures: 2 });
      await outbox.markSent(delivery.id, { id: 'm1', thread: 't1' });
      expect(await outbox.get(delivery.id)).toEqual({ ...delivery, state: 'sent', posted: { id: 'm1', thread: 't1' } });
    });

    it('notes with what was sent, in one step, what its subscription has told, and never less than before', async () => {
      const subscriptions = subscriptionStore(database);
      const subscription = newSubscription();
      await subscriptions.save(subscription);
      const delivery = await outbox.put(newDelivery());
      for (const until of ['2025-02-18T09:00:00.000Z', '2025-02-17T09:00:00.000Z'])
        await outbox.markSent(delivery.id, { id: 'm1', thread: 't1' }, { subscription: subscription.id, until });
      expect(await outbox.get(delivery.id)).toMatchObject({ state: 'sent' });
      expect((await subscriptions.get(subscription.id))?.toldUntil).toBe('2025-02-18T09:00:00.000Z');
    });

    it('keeps as sent what was sent, whatever a slower run says', async () => {
      const delivery = await outbox.put(newDelivery());
      await outbox.markSent(delivery.id, { id: 'm1', thread: 't1' });
      expect(await outbox.markSending(delivery.id, at('06:30:00'), 1_000)).toBe(false);
      await outbox.markFailed(delivery.id, 'given-up', 'too slow');
      expect(await outbox.get(delivery.id)).toMatchObject({ state: 'sent', posted: { id: 'm1' } });
    });

    it('gives a delivery to one run at a time, until that is dead or has said what became of it', async () => {
      const { id } = await outbox.put(newDelivery());
      const takes = await Promise.all(Array.from({ length: 8 }, () => outbox.markSending(id, at('06:30:00'), 10_000)));
      expect(takes.filter(Boolean)).toHaveLength(1);
      expect(await outbox.markSending(id, at('06:30:09'), 10_000)).toBe(false);
      expect(await outbox.markSending(id, at('06:30:10'), 10_000)).toBe(true);
      // The clock was set back by half an hour: nobody is kept waiting for so long.
      expect(await outbox.markSending(id, at('06:00:10'), 10_000)).toBe(true);
      await outbox.markFailed(id, 'failed', 'slow down');
      expect(await outbox.markSending(id, at('06:00:11'), 10_000)).toBe(true);
      await outbox.markFailed(id, 'given-up', 'gone');
      expect(await outbox.markSending(id, at('07:00:00'), 10_000)).toBe(false);
    });

    it('lists what is not sent, oldest first, of all channels or of one', async () => {
      const old = await outbox.put(newDelivery({ createdAt: '2025-01-01T00:00:00.000Z' }));
      const younger = await outbox.put(newDelivery({ createdAt: '2025-01-02T00:00:00.000Z' }));
      const forgotten = await outbox.put(newDelivery({ createdAt: '2025-01-01T12:00:00.000Z' }));
      const sent = await outbox.put(newDelivery());
      await outbox.markSent(sent.id, { id: 'm3', thread: 't3' });
      await outbox.markFailed(younger.id, 'given-up', 'gone');
      await outbox.markFailed(forgotten.id, 'given-up', 'gone');
      const listed = (await outbox.unsent('2025-01-01T18:00:00.000Z')).map(({ id }) => id);
      expect(listed.filter((id) => [old.id, younger.id, forgotten.id, sent.id].includes(id))).toEqual([
        old.id,
        younger.id,
      ]);
      expect(await outbox.unsent('2025-01-01T18:00:00.000Z', { ...old.place, thread: 'any' })).toEqual([old]);
    });

    it('names what should have been tried and was not', async () => {
      const waiting = await outbox.put(newDelivery({ createdAt: '2024-01-01T00:00:00.000Z' }));
      const isOverdue = async (before: string): Promise<boolean> => (await outbox.overdue(before)).includes(waiting.id);
      expect(await isOverdue('2024-01-01T00:00:00.000Z')).toBe(false);
      expect(await isOverdue('2024-01-01T00:00:01.000Z')).toBe(true);
      await outbox.markSending(waiting.id, '2024-01-01T01:00:00.000Z', 1_000);
      expect(await isOverdue('2024-01-01T00:30:00.000Z')).toBe(false);
      await outbox.markFailed(waiting.id, 'failed', 'slow down', '2024-01-01T02:00:00.000Z');
      expect(await isOverdue('2024-01-01T01:30:00.000Z')).toBe(false);
      expect(await isOverdue('2024-01-01T02:30:00.000Z')).toBe(true);
      await outbox.markFailed(waiting.id, 'given-up', 'gone');
      expect(await isOverdue('2024-01-01T02:30:00.000Z')).toBe(false);
    });

    it('lets what was given up wait anew, and never what was sent or is just being sent', async () => {
      const delivery = await outbox.put(newDelivery());
      await outbox.markFailed(delivery.id, 'given-up', 'gone: no such channel');
      const back = await outbox.putBack(delivery.id, at('08:00:00'));
      expect(back).toEqual({
        ...delivery,
        reason: 'gone: no such channel',
        putBackAt: at('08:00:00'),
      });
      expect(await outbox.markSending(delivery.id, at('08:00:01'), 1_000)).toBe(true);
      expect(await outbox.putBack(delivery.id, at('08:00:01'))).toBeUndefined();
      await outbox.markSent(delivery.id, { id: 'm4', thread: 't4' });
      expect(await outbox.putBack(delivery.id, at('09:00:00'))).toBeUndefined();
      expect(await outbox.putBack(newDelivery().id, at('09:00:00'))).toBeUndefined();
    });

    it('counts its deliveries by state and says since when the oldest on its way waits', async () => {
      const before = await outbox.summary();
      await outbox.put(newDelivery({ createdAt: '2023-01-01T00:00:00.000Z' }));
      const given = await outbox.put(newDelivery({ createdAt: '2022-01-01T00:00:00.000Z' }));
      await outbox.markFailed(given.id, 'given-up', 'gone');
      const after = await outbox.summary();
      expect(after.states.waiting - before.states.waiting).toBe(1);
      expect(after.states['given-up'] - before.states['given-up']).toBe(1);
      expect(after.oldestOnItsWay).toBe('2023-01-01T00:00:00.000Z');
    });

    it('forgets what is over and old, and neither what is on its way nor the newest of a subscription', async () => {
      const subscription = newSubscriptionId();
      const put = (key: string, day: number): ReturnType<Outbox['put']> =>
        outbox.put(newDelivery({ subscription, key, createdAt: `2021-03-0${day}T06:30:00.000Z` }));
      const digests = await Promise.all([1, 2, 3, 4, 5].map((day) => put(`${subscription}:${day}`, day)));
      const notice = await put(`paused:${subscription}`, 6);
      const [sent, givenUp, waiting, putBack, newest] = digests;
      if (sent === undefined || givenUp === undefined || putBack === undefined || newest === undefined)
        throw new Error('five were put');
      for (const { id } of [sent, newest, notice]) await outbox.markSent(id, { id: 'm', thread: 't' });
      for (const { id } of [givenUp, putBack]) await outbox.markFailed(id, 'given-up', 'gone');
      await outbox.putBack(putBack.id, '2021-03-08T06:30:00.000Z');
      await outbox.markFailed(putBack.id, 'given-up', 'gone');
      expect(await outbox.forget('2021-03-01T06:30:00.000Z')).toBe(0);
      expect(await outbox.forget('2021-03-07T06:30:00.000Z')).toBe(2);
      expect(await outbox.forget('2021-03-07T06:30:00.000Z')).toBe(0);
      const left = await Promise.all([...digests, notice].map(({ id }) => outbox.get(id)));
      expect(left.map((each) => each?.id)).toEqual([
        ...[undefined, undefined, waiting?.id, putBack.id, newest.id, notice.id],
      ]);
    });

    it('finds the delivery whose thread a reply is in', async () => {
      const delivery = await outbox.put(newDelivery());
      const place = { ...delivery.place, thread: 't2' };
      expect(await outbox.findByThread(place)).toBeUndefined();
      await outbox.markSent(delivery.id, { id: 'm2', thread: 't2' });
      expect(await outbox.findByThread(place)).toMatchObject({ id: delivery.id });
      expect(await outbox.findByThread(delivery.place)).toBeUndefined();
      expect(await outbox.findByThread({ ...place, channel: 'another' })).toBeUndefined();
    });

    it('finds the newest delivery with a prefix of its key, and takes no letter for another', async () => {
      const prefix = `${newSubscriptionId()}_`;
      const older = await outbox.put(newDelivery({ key: `${prefix}a`, createdAt: '2025-02-17T06:30:00.000Z' }));
      const newer = await outbox.put(newDelivery({ key: `${prefix}b`, createdAt: '2025-02-18T06:30:00.000Z' }));
      await outbox.put(newDelivery({ key: `${prefix.slice(0, -1)}-c`, createdAt: '2025-02-19T06:30:00.000Z' }));
      expect(await outbox.latest(prefix)).toEqual(newer);
      expect(await outbox.latest(older.key)).toEqual(older);
    });
  });
}

function at(time: string): string {
  return `2025-02-18T${time}.000Z`;
}
