import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { newSubscriptionId } from '../../src/core/ids/ids.ts';
import type { SubscriptionStore } from '../../src/core/schedules/subscription-store.ts';
import { describeEachStore } from './each-footing.ts';
import { newSubscription } from './stored-things.ts';

/** What every subscription store holds to. */
export function subscriptionStoreContract(): void {
  describeEachStore('a subscription store', (open) => {
    let database: Database;
    let subscriptions: SubscriptionStore;
    beforeAll(async () => {
      database = await open();
      subscriptions = subscriptionStore(database);
    });
    afterAll(() => database.close());

    it('gives a subscription back as it was saved, by its id and by its channel', async () => {
      const saved = newSubscription({ toldUntil: '2025-02-18T09:00:00.123Z' });
      await subscriptions.save(saved);
      expect(await subscriptions.get(saved.id)).toEqual(saved);
      expect(await subscriptions.find(saved.story, { ...saved.place, thread: 'any' })).toEqual(saved);
      expect(await subscriptions.list()).toContainEqual(saved);
    });

    it('replaces the one with the same id, also its channel', async () => {
      const saved = newSubscription();
      await subscriptions.save(saved);
      const moved: typeof saved = {
        ...saved,
        place: { ...saved.place, channel: `${saved.place.channel}-b` },
        state: 'paused',
      };
      await subscriptions.save(moved);
      expect(await subscriptions.find(saved.story, moved.place)).toEqual(moved);
      expect(await subscriptions.find(saved.story, saved.place)).toBeUndefined();
    });

    it('holds one for each story and channel', async () => {
      const saved = newSubscription();
      await subscriptions.save(saved);
      await expect(subscriptions.save({ ...saved, id: newSubscriptionId() })).rejects.toThrow('unique');
      const otherStory = newSubscription({ place: saved.place });
      await subscriptions.save(otherStory);
      expect(await subscriptions.find(otherStory.story, saved.place)).toEqual(otherStory);
    });

    it('forgets one', async () => {
      const saved = newSubscription();
      await subscriptions.save(saved);
      await subscriptions.remove(saved.id);
      expect(await subscriptions.get(saved.id)).toBeUndefined();
      expect(await subscriptions.find(saved.story, saved.place)).toBeUndefined();
    });

    it('never moves back what was told, not even by saving an older copy', async () => {
      const saved = newSubscription();
      await subscriptions.save(saved);
      await subscriptions.markTold(saved.id, '2025-02-18T09:00:00.000Z');
      await subscriptions.markTold(saved.id, '2025-02-17T09:00:00.000Z');
      await subscriptions.save({ ...saved, state: 'paused' });
      expect(await subscriptions.get(saved.id)).toEqual({
        ...saved,
        state: 'paused',
        toldUntil: '2025-02-18T09:00:00.000Z',
      });
    });
  });
}

/** What every outbox holds to. */
