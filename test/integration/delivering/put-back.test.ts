import { describe, expect, it } from 'vitest';
import { putBack } from '../../../src/core/delivery/put-back.ts';
import { PostError } from '../../../src/core/errors/errors.ts';
import { newDeliveryId } from '../../../src/core/ids/ids.ts';
import { type Bench, crack, deliveryBenches, halfPastSeven, mayor, six } from '../../support/delivery-bench.ts';
import { silentLog } from '../../support/memory-database.ts';
import { describeEachFooting } from '../../support/each-footing.ts';

describeEachFooting('putting back', (footing) => {
  const openBench = deliveryBenches(footing);

  async function givenUp(refusal: PostError): Promise<Bench> {
    const bench = await openBench();
    await bench.add(mayor);
    bench.clock.set(halfPastSeven);
    await bench.due(halfPastSeven);
    bench.platform.refuse(refusal);
    await bench.deliver().catch(() => undefined);
    expect(await bench.latest()).toMatchObject({ state: 'given-up' });
    return bench;
  }

  function back(bench: Bench, id: Parameters<typeof putBack>[0]): Promise<unknown> {
    return putBack(id, { ...bench, log: silentLog });
  }

  describe('a delivery that was given up', () => {
    it('is posted when somebody puts it back, however old it is', async () => {
      const bench = await givenUp(new PostError('gone', 'not_in_channel'));
      bench.clock.set('2025-02-21T06:30:00.000Z');
      await back(bench, (await bench.latest()).id);
      expect(await bench.latest()).toMatchObject({ state: 'waiting', putBackAt: '2025-02-21T06:30:00.000Z' });
      await bench.deliver();
      expect(bench.told(mayor)).toBe(1);
    });

    it('is not put back when a later digest tells the same', async () => {
      const bench = await givenUp(new PostError('gone', 'not_in_channel'));
      const { id } = await bench.latest();
      await bench.subscriptions.save(bench.subscription);
      bench.clock.set(six);
      await bench.add(crack);
      await bench.due(six);
      await expect(back(bench, id)).rejects.toMatchObject({
        name: 'UserError',
        message: expect.stringContaining('later digest'),
      });
      await bench.deliver();
      expect([bench.told(mayor), bench.told(crack)]).toEqual([1, 1]);
    });

    it('is not put back when the platform refused the message itself', async () => {
      const bench = await givenUp(new PostError('rejected', 'invalid_blocks'));
      await expect(back(bench, (await bench.latest()).id)).rejects.toThrow('would refuse it again');
    });
  });

  describe('putting back', () => {
    it('refuses what is unknown, was sent, or is being posted', async () => {
      const bench = await openBench();
      await bench.add(mayor);
      bench.clock.set(halfPastSeven);
      await bench.due(halfPastSeven);
      const { id } = await bench.latest();
      await expect(back(bench, newDeliveryId())).rejects.toThrow('There is no delivery');
      await bench.outbox.markSending(id, halfPastSeven, 1_000);
      await expect(back(bench, id)).rejects.toThrow('being posted');
      await bench.outbox.markSent(id, { id: 'm', thread: 't' });
      await expect(back(bench, id)).rejects.toThrow('sent already');
    });
  });
});
