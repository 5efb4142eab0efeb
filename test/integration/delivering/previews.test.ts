import { describe, expect, it } from 'vitest';
import { personOf } from '../../../src/core/chat/place.ts';
import { conversationKey } from '../../../src/core/conversations/conversation.ts';
import { previewKey } from '../../../src/core/delivery/previews.ts';
import { putBack } from '../../../src/core/delivery/put-back.ts';
import { sendPreviews } from '../../../src/core/delivery/send-preview.ts';
import { PostError, UserError } from '../../../src/core/errors/errors.ts';
import { NeverRetry, TryLater } from '../../../src/core/jobs/queue.ts';
import type { Delivery } from '../../../src/core/outbox/delivery.ts';
import { quietSchema } from '../../../src/core/schedules/subscription.ts';
import { type Bench, crack, deliveryBenches, ferry, halfPastSeven, mayor } from '../../support/delivery-bench.ts';
import { describeEachFooting } from '../../support/each-footing.ts';
import { silentLog } from '../../support/memory-database.ts';

const aMinuteLater = '2025-02-18T06:31:00.000Z';

describeEachFooting('a preview of a digest', (footing) => {
  const openBench = deliveryBenches(footing);

  /** What a channel's schedule and outbox know of what it was told. */
  const ledger = async ({ subscriptions, outbox, subscription: { id } }: Bench): Promise<object> => ({
    standing: await outbox.standing(id),
    runs: await subscriptions.runs(id),
  });

  async function preview(bench: Bench, at = halfPastSeven): Promise<Delivery> {
    bench.clock.set(at);
    const made = await bench.preview('ada', at);
    if (made === undefined) throw new Error('no preview was made');
    return made;
  }

  it('comes to whoever asked alone, and says what the digest says that is due then', async () => {
    const bench = await openBench();
    await bench.add(mayor);
    await bench.deliver({ id: (await preview(bench)).id });
    await bench.due(halfPastSeven);
    await bench.deliver();
    const [previewed, posted] = bench.platform.posts;
    expect(previewed === undefined ? undefined : personOf(previewed.place)).toBe('ada');
    expect(posted?.place).toEqual(bench.subscription.place);
    expect(previewed?.message.title).toBe(`Preview: ${posted?.message.title}`);
    expect(previewed?.message.blocks.slice(1)).toEqual(posted?.message.blocks);
    expect(previewed?.message.citations).toEqual(posted?.message.citations);
  });

  it('changes nothing in what the channel was told, and is told by the next digest all the same', async () => {
    const bench = await openBench();
    await bench.add(mayor);
    bench.clock.set(halfPastSeven);
    await bench.due(halfPastSeven);
    await bench.deliver();
    await bench.add(crack);
    const before = await ledger(bench);
    const { id } = await preview(bench, '2025-02-18T07:00:00.000Z');
    await bench.deliver({ id });
    await bench.deliver({ id });
    expect(await ledger(bench)).toEqual(before);
    expect([bench.told(mayor), bench.told(crack)]).toEqual([1, 1]);
    bench.clock.set('2025-02-18T17:00:00.000Z');
    await bench.due('2025-02-18T17:00:00.000Z');
    await bench.deliver();
    expect([bench.told(mayor), bench.told(crack)]).toEqual([1, 2]);
  });

  it('begins where the digest that was sent last ended, though a crash kept that from the schedule', async () => {
    const bench = await openBench();
    await bench.add(mayor);
    bench.clock.set(halfPastSeven);
    await bench.due(halfPastSeven);
    const sent = await bench.latest();
    await bench.outbox.markSent(sent.id, { id: 'm', thread: 't' });
    await bench.add(crack);
    await bench.deliver({ id: (await preview(bench, aMinuteLater)).id });
    expect([bench.told(mayor), bench.told(crack)]).toEqual([0, 1]);
  });

  it.each([
    ['silent', '2025-02-18T07:00:00.000Z', ['It would hear nothing'], ['I am still here']],
    ['line', '2025-02-18T07:00:00.000Z', ['Nothing new since'], ['It would hear nothing', 'I am still here']],
    ['heartbeat-weekly', '2025-02-18T07:00:00.000Z', ['It would hear nothing'], ['I am still here']],
    ['heartbeat-weekly', '2025-02-26T07:00:00.000Z', ['I am still here'], ['It would hear nothing']],
  ] as const)('without anything new, for a channel that wishes for %s, at %s', async (nothingNew, at, said, unsaid) => {
    const bench = await openBench();
    await bench.subscriptions.save({ ...bench.subscription, nothingNew });
    await bench.add(mayor);
    bench.clock.set(halfPastSeven);
    await bench.due(halfPastSeven);
    await bench.deliver();
    const words = JSON.stringify((await preview(bench, at)).message);
    expect(said.filter((some) => !words.includes(some))).toEqual([]);
    expect(unsaid.filter((some) => words.includes(some))).toEqual([]);
  });

  it('is of everything held where there is no schedule, and says so, as it does of one that is paused', async () => {
    const bench = await openBench();
    await bench.add(mayor);
    await bench.subscriptions.save({ ...bench.subscription, state: 'paused' });
    expect(JSON.stringify((await preview(bench)).message)).toContain('Its schedule is paused');
    await bench.subscriptions.remove(bench.subscription.id);
    await bench.deliver({ id: (await preview(bench, aMinuteLater)).id });
    expect(JSON.stringify(bench.platform.posts.at(-1)?.message)).toContain('It has no schedule');
    expect(bench.told(mayor)).toBe(1);
  });

  it('comes in quiet hours too, for somebody waits for it', async () => {
    const bench = await openBench();
    const quiet = quietSchema.parse({ from: '22:00', to: '12:00', timeZone: 'Europe/Paris' });
    await bench.subscriptions.save({ ...bench.subscription, quiet });
    await bench.add(mayor);
    await bench.deliver({ id: (await preview(bench)).id });
    expect(bench.told(mayor)).toBe(1);
  });

  it('has the numbers that are meant where it was asked for', async () => {
    const bench = await openBench();
    await bench.add(mayor);
    const { message } = await preview(bench);
    const { story, place } = bench.subscription;
    const key = conversationKey(story, { place, user: { id: 'ada', mayManage: false } });
    expect((await bench.conversations.get(key)).shown).toMatchObject({
      title: message.title,
      citations: message.citations,
    });
  });

  describe('that is asked for again', () => {
    it.each([
      ['within the minute is the same one', '2025-02-18T06:30:59.000Z', 'same'],
      ['within a minute that the clock cuts in two is the same one', '2025-02-18T06:31:20.000Z', 'same'],
      ['after a minute is another', '2025-02-18T06:31:40.000Z', 'another'],
    ])('%s', async (_which, at, expected) => {
      const bench = await openBench();
      const first = await preview(bench, '2025-02-18T06:30:30.000Z');
      await bench.deliver({ id: first.id });
      const second = await preview(bench, at);
      await bench.deliver({ id: second.id });
      expect(second.id === first.id ? 'same' : 'another').toBe(expected);
      expect(bench.platform.posts).toHaveLength(expected === 'same' ? 1 : 2);
    });

    it('after the clock was set back is another', async () => {
      const bench = await openBench();
      const first = await preview(bench, '2025-02-18T09:00:00.000Z');
      const { story, place } = bench.subscription;
      const at = '2025-02-18T08:00:00.000Z';
      await preview(bench, at);
      const second = await bench.outbox.latest(previewKey({ story, place, person: 'ada', at }));
      expect(second?.createdAt).toBe(at);
      expect(second?.id).not.toBe(first.id);
    });

    it('by another person is theirs', async () => {
      const bench = await openBench();
      const [hers, his] = [await preview(bench), await bench.preview('ben', halfPastSeven)];
      expect(his?.id).not.toBe(hers.id);
      expect(his === undefined ? undefined : personOf(his.place)).toBe('ben');
    });

    it('again and again while no worker ran is one', async () => {
      const bench = await openBench();
      bench.clock.set('2025-02-18T06:50:00.000Z');
      const ids = new Set<string | undefined>();
      for (const minute of ['30', '33', '36', '39'])
        ids.add((await bench.preview('ada', `2025-02-18T06:${minute}:00.000Z`))?.id);
      expect(ids.size).toBe(1);
    });
  });

  it('is composed once though its job runs twice, and gets the job that a crash in between kept from it', async () => {
    const bench = await openBench();
    bench.clock.set(halfPastSeven);
    const dying = bench.withNeeds(({ queue }) => ({
      queue: { ...queue, add: () => Promise.reject(new Error('the process dies')) },
    }));
    await expect(dying.preview('ada', halfPastSeven)).rejects.toThrow('dies');
    const added: string[] = [];
    const next = bench.withNeeds(({ queue }) => ({
      queue: { ...queue, add: async (_kind, _payload, key) => void added.push(key) },
    }));
    const made = await next.preview('ada', halfPastSeven);
    expect(await next.preview('ada', halfPastSeven)).toEqual(made);
    expect(added).toEqual([made?.id, made?.id]);
  });

  it('is not made when more than an hour has passed, nor sent when it waited for so long', async () => {
    const bench = await openBench();
    bench.clock.set('2025-02-18T07:30:00.001Z');
    expect(await bench.preview('ada', halfPastSeven)).toBeUndefined();
    const { id } = await preview(bench, '2025-02-18T08:00:00.000Z');
    bench.clock.set('2025-02-18T09:00:00.000Z');
    await bench.deliver({ id });
    expect(await bench.outbox.get(id)).toMatchObject({ state: 'given-up', reason: 'nobody took it in time' });
    expect(bench.platform.posts).toEqual([]);
  });

  it('is forgotten like everything else when it is old', async () => {
    const bench = await openBench();
    const { id } = await preview(bench);
    await bench.deliver({ id });
    bench.clock.set('2026-03-26T07:00:00.000Z');
    await bench.prune();
    expect(await bench.outbox.get(id)).toBeUndefined();
  });

  describe('that cannot reach the person', () => {
    it.each(['gone', 'rejected'] as const)('because it is %s changes nothing for the channel', async (failure) => {
      const bench = await openBench();
      await bench.add(ferry);
      const before = await ledger(bench);
      const { id } = await preview(bench);
      bench.platform.refuse(new PostError(failure, 'cannot send messages to this user'));
      await expect(bench.deliver({ id })).rejects.toThrow(NeverRetry);
      expect(await bench.outbox.get(id)).toMatchObject({ state: 'given-up' });
      expect(await bench.subscriptions.get(bench.subscription.id)).toMatchObject({ state: 'active' });
      expect(await ledger(bench)).toEqual(before);
      await bench.due(halfPastSeven);
      await bench.deliver();
      expect([bench.told(ferry), bench.platform.posts.length]).toEqual([1, 1]);
    });

    it('is told to them when they ask again, and in another minute another is made', async () => {
      const bench = await openBench();
      const [asked, soon, nextMinute] = ['30:30', '30:50', '31:10'].map((time) => `2025-02-18T06:${time}.000Z`);
      const { id } = await preview(bench, asked);
      bench.platform.refuse(new PostError('gone', 'cannot send messages to this user'));
      await bench.deliver({ id }).catch(() => undefined);
      const { story, place } = bench.subscription;
      const ask = (at = '') => sendPreviews(bench)({ story, place, person: 'ada', at });
      await expect(ask(soon)).rejects.toThrow(UserError);
      expect(await ask(nextMinute)).toEqual({ asked: nextMinute, lastUnreached: asked });
      await bench.deliver({ id: (await preview(bench, nextMinute)).id });
      expect(bench.platform.posts).toHaveLength(1);
      expect(await ask('2025-02-18T06:40:00.000Z')).toEqual({ asked: '2025-02-18T06:40:00.000Z' });
    });

    it('because the platform is away is tried again', async () => {
      const bench = await openBench();
      const { id } = await preview(bench);
      bench.platform.refuse(new PostError('unavailable', 'bad gateway'));
      await expect(bench.deliver({ id })).rejects.toThrow(TryLater);
      await bench.deliver({ id });
      expect(await bench.outbox.get(id)).toMatchObject({ state: 'sent' });
    });

    it('can be put back by whoever runs the bot', async () => {
      const bench = await openBench();
      const { id } = await preview(bench);
      bench.platform.refuse(new PostError('gone', 'cannot send messages to this user'));
      await bench.deliver({ id }).catch(() => undefined);
      await putBack(id, { ...bench, log: silentLog });
      await bench.deliver({ id });
      expect(await bench.outbox.get(id)).toMatchObject({ state: 'sent' });
    });
  });
});
