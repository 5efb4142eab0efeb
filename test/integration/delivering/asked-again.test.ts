import { expect, it } from 'vitest';
import { crack, deliveryBenches } from '../../support/delivery-bench.ts';
import { describeEachFooting } from '../../support/each-footing.ts';

describeEachFooting('a digest that is asked for again', (footing) => {
  const openBench = deliveryBenches(footing);

  it.each([
    ['within the minute is the same one', '2025-02-18T10:01:59.000Z', 1],
    ['after a minute is another, which says that nothing is new', '2025-02-18T10:02:00.000Z', 2],
  ])('%s, whatever the queue has forgotten', async (_which, again, posts) => {
    const bench = await openBench();
    await bench.add(crack);
    for (const at of ['2025-02-18T10:01:00.000Z', again]) {
      bench.clock.set(at);
      await bench.look('asked', at);
      await bench.deliver();
    }
    expect([bench.platform.posts.length, bench.told(crack), bench.told('Nothing new since')]).toEqual([
      posts,
      1,
      posts - 1,
    ]);
  });
});
