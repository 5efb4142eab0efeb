import { describe, expect, it } from 'vitest';
import { createPacing } from '../../../src/adapters/slack/pacing.ts';

/** A clock that waiting moves. */
function pacingBench(): { readonly pacing: ReturnType<typeof createPacing>; now(): number; advance(ms: number): void } {
  let now = 1_000_000;
  const advance = (ms: number): void => {
    now += ms;
  };
  return { pacing: createPacing({ now: () => now }, async (ms) => advance(ms)), now: () => now, advance };
}

describe('posts to Slack', () => {
  it('go out at once when they are few, then a second apart', async () => {
    const { pacing, now } = pacingBench();
    const moments: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      await pacing.turn('C1');
      moments.push(now() - 1_000_000);
    }
    expect(moments).toEqual([0, 0, 0, 0, 0, 1_000, 2_000, 3_000]);
  });

  it('to one channel never wait for another', async () => {
    const { pacing, now } = pacingBench();
    for (let count = 0; count < 6; count += 1) await pacing.turn('C1');
    const before = now();
    await pacing.turn('C2');
    expect(now()).toBe(before);
  });

  it('give way when the channel is busy for long', async () => {
    const impatient = createPacing({ now: () => 0 }, async () => undefined);
    const turns = Array.from({ length: 11 }, () => impatient.turn('C1'));
    const results = await Promise.allSettled(turns);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await expect(turns.at(-1)).rejects.toMatchObject({ failure: 'rate-limited', retryAfterMs: 6_000 });
  });

  it('to a channel that Slack asks to leave alone fail with what is left of the time, until it is over', async () => {
    const { pacing, advance } = pacingBench();
    pacing.rest('C1', 30_000);
    advance(10_000);
    await expect(pacing.turn('C1')).rejects.toMatchObject({ failure: 'rate-limited', retryAfterMs: 20_000 });
    advance(20_000);
    await pacing.turn('C1');
  });
});
