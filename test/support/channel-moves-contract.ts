import { afterAll, beforeAll, expect, it } from 'vitest';
import { buttonStore } from '../../src/adapters/postgres/button-store.ts';
import { channelMoves } from '../../src/adapters/postgres/channel-moves.ts';
import { conversationStore } from '../../src/adapters/postgres/conversation-store.ts';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { outbox } from '../../src/adapters/postgres/outbox.ts';
import { settingsStore } from '../../src/adapters/postgres/settings-store.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { watchStore } from '../../src/adapters/postgres/watch-store.ts';
import { conversationKey } from '../../src/core/conversations/conversation.ts';
import { newButtonId, newSubscriptionId } from '../../src/core/ids/ids.ts';
import type { Watch } from '../../src/core/watches/watch.ts';
import { describeEachStore } from './each-footing.ts';
import { newDelivery, newStory, newSubscription } from './stored-things.ts';

const at = '2025-02-19T08:00:00.000Z';
const before = { platform: 'slack', workspace: 'T1', channel: 'G1' };
const after = { ...before, channel: 'C1' };
const neighbours = [
  { ...before, channel: 'G11' },
  { ...before, workspace: 'T2' },
  { ...before, platform: 'discord' },
];

/** What everything that moves channels holds to. */
export function channelMovesContract(): void {
  describeEachStore('a channel that gets another id', (open) => {
    let database: Database;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database.close());
    const move = () => channelMoves(database).move(before, after.channel);

    it('keeps its schedule, and what was sent and waits; other channels keep theirs', async () => {
      const [subscriptions, deliveries] = [subscriptionStore(database), outbox(database)];
      const story = newStory();
      const subscription = newSubscription({ story, place: before });
      await subscriptions.save(subscription);
      const sent = newDelivery({ story, place: before });
      const waiting = newDelivery({ story, place: before });
      await deliveries.put(sent);
      await deliveries.markSent(sent.id, { id: '1.1', thread: '1.1' });
      await deliveries.put(waiting);
      for (const place of neighbours) await subscriptions.save(newSubscription({ story, place }));
      await move();
      await move();
      expect(await subscriptions.find(story, after)).toEqual({ ...subscription, place: after });
      expect(await subscriptions.find(story, before)).toBeUndefined();
      expect((await deliveries.findByThread({ ...after, thread: '1.1' }))?.id).toBe(sent.id);
      expect((await deliveries.get(waiting.id))?.place).toEqual(after);
      expect((await deliveries.newestSent(story, after))?.id).toBe(sent.id);
      for (const place of neighbours) expect((await subscriptions.find(story, place))?.place).toEqual(place);
    });

    it('keeps its watches, its settings and the threads that the bot was sent out of', async () => {
      const [watches, settings] = [watchStore(database), settingsStore(database)];
      const story = newStory();
      const watch: Watch = {
        ...{ id: newSubscriptionId(), story, place: before, kind: 'term', what: 'ceasefire', state: 'active' },
        ...{ createdBy: 'U1', createdAt: at, seenUntil: at },
      };
      await watches.add(watch);
      await settings.save(before, { threads: 'mention' });
      await settings.leave({ ...before, thread: '1.1' });
      await move();
      expect(await watches.inChannel(story, after)).toEqual([{ ...watch, place: after }]);
      expect(await settings.get(after)).toEqual({ threads: 'mention' });
      expect(await settings.hasLeft({ ...after, thread: '1.1' })).toBe(true);
    });

    it('keeps what was said there, and its buttons', async () => {
      const [conversations, buttons] = [conversationStore(database), buttonStore(database)];
      const [story, id] = [newStory(), newButtonId()];
      const keyIn = (place: typeof before) => conversationKey(story, { place, user: { id: 'U1', mayManage: false } });
      await conversations.remember(keyIn(before), { question: 'Who met?' });
      await buttons.keep(id, { does: 'leave-thread', place: { ...before, thread: '1.1' } }, at);
      await move();
      expect(await conversations.get(keyIn(after))).toEqual({ question: 'Who met?' });
      expect(await buttons.get(id)).toEqual({ does: 'leave-thread', place: { ...after, thread: '1.1' } });
    });

    it('as its workspace becomes another’s, keeps all of that, and its own id', async () => {
      const [subscriptions, deliveries, watches] = [
        subscriptionStore(database),
        outbox(database),
        watchStore(database),
      ];
      const [settings, conversations] = [settingsStore(database), conversationStore(database)];
      const buttons = buttonStore(database);
      const [old, joined, other] = [
        { platform: 'slack', workspace: 'T7', channel: 'C7' },
        { platform: 'slack', workspace: 'E7', channel: 'C7' },
        { platform: 'slack', workspace: 'T70', channel: 'C7' },
      ];
      const [story, id] = [newStory(), newButtonId()];
      const subscription = newSubscription({ story, place: old });
      const neighbour = newSubscription({ story, place: other });
      const waiting = newDelivery({ story, place: old });
      const watch: Watch = {
        ...{ id: newSubscriptionId(), story, place: old, kind: 'term', what: 'ceasefire', state: 'active' },
        ...{ createdBy: 'U1', createdAt: at, seenUntil: at },
      };
      const keyIn = (place: typeof old) => conversationKey(story, { place, user: { id: 'U1', mayManage: false } });
      for (const one of [subscription, neighbour]) await subscriptions.save(one);
      await deliveries.put(waiting);
      await watches.add(watch);
      await settings.save(old, { threads: 'mention' });
      await settings.leave({ ...old, thread: '1.1' });
      await conversations.remember(keyIn(old), { question: 'Who met?' });
      await buttons.keep(id, { does: 'leave-thread', place: { ...old, thread: '1.1' } }, at);
      for (let time = 0; time < 2; time += 1) await channelMoves(database).moveWorkspace(old, joined.workspace);
      expect(await subscriptions.find(story, joined)).toEqual({ ...subscription, place: joined });
      expect(await subscriptions.find(story, old)).toBeUndefined();
      expect(await subscriptions.find(story, other)).toEqual(neighbour);
      expect((await deliveries.get(waiting.id))?.place).toEqual(joined);
      expect(await watches.inChannel(story, joined)).toEqual([{ ...watch, place: joined }]);
      expect(await settings.get(joined)).toEqual({ threads: 'mention' });
      expect(await settings.hasLeft({ ...joined, thread: '1.1' })).toBe(true);
      expect(await conversations.get(keyIn(joined))).toEqual({ question: 'Who met?' });
      expect(await buttons.get(id)).toEqual({ does: 'leave-thread', place: { ...joined, thread: '1.1' } });
    });

    it('as its workspace becomes another’s, leaves alone what that has there already', async () => {
      const subscriptions = subscriptionStore(database);
      const [old, joined] = [
        { platform: 'slack', workspace: 'T8', channel: 'C8' },
        { platform: 'slack', workspace: 'E8', channel: 'C8' },
      ];
      const story = newStory();
      const newer = newSubscription({ story, place: joined });
      await subscriptions.save(newSubscription({ story, place: old }));
      await subscriptions.save(newer);
      await channelMoves(database).moveWorkspace(old, joined.workspace);
      expect(await subscriptions.find(story, joined)).toEqual(newer);
    });

    it('leaves alone what was set under the new id meanwhile', async () => {
      const [subscriptions, settings] = [subscriptionStore(database), settingsStore(database)];
      const story = newStory();
      const newer = newSubscription({ story, place: after });
      await subscriptions.save(newSubscription({ story, place: before }));
      await subscriptions.save(newer);
      await settings.save(before, { threads: 'mention' });
      await settings.save(after, { threads: 'off' });
      await move();
      expect(await subscriptions.find(story, after)).toEqual(newer);
      expect(await settings.get(after)).toEqual({ threads: 'off' });
    });
  });
}
