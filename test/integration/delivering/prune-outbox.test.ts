import { expect, it } from 'vitest';
import { type Bench, crack, deliveryBenches, ferry, halfPastSeven, mayor, six } from '../../support/delivery-bench.ts';
import { describeEachFooting } from '../../support/each-footing.ts';

/** 400 days after `halfPastSeven` and a little; the digest of that evening is younger. */
const muchLater = '2026-03-25T07:00:00.000Z';
const thatEvening = '2026-03-25T17:00:00.000Z';

describeEachFooting('deliveries that are over', (footing) => {
  const openBench = deliveryBenches(footing);

  async function tell(bench: Bench, at: string, words: string): Promise<void> {
    bench.clock.set(at);
    await bench.add(words);
    await bench.due(at);
    await bench.deliver();
  }

  it('are forgotten after 400 days, and what they told is not told again', async () => {
    const bench = await openBench();
    await tell(bench, halfPastSeven, mayor);
    const old = await bench.latest();
    await tell(bench, six, crack);
    bench.clock.set(muchLater);
    await bench.prune();
    expect(await bench.outbox.get(old.id)).toBeUndefined();
    expect(await bench.latest()).toMatchObject({ state: 'sent' });
    await tell(bench, thatEvening, ferry);
    expect([mayor, crack, ferry].map((words) => bench.told(words))).toEqual([1, 1, 1]);
  });

  it('are kept for as long as the settings say', async () => {
    const bench = await openBench();
    await tell(bench, halfPastSeven, mayor);
    const old = await bench.latest();
    await tell(bench, six, crack);
    bench.clock.set('2025-03-21T06:00:00.000Z');
    await bench.prune();
    expect(await bench.outbox.get(old.id)).toMatchObject({ state: 'sent' });
    await bench.withNeeds(() => ({ keepDays: 30 })).prune();
    expect(await bench.outbox.get(old.id)).toBeUndefined();
  });
});
