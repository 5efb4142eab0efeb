import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../core/clock/clock.ts';
import { PostError } from '../../core/errors/errors.ts';

/** Keeps the posts to each channel apart; channels never wait for one another. */
export interface Pacing {
  /** Waits until the channel may have a post. Throws PostError `rate-limited` when that is far off, or Slack asked to wait. */
  turn(channel: string): Promise<void>;
  /** Slack asked to leave the channel alone for so long. Milliseconds. */
  rest(channel: string, forMs: number): void;
}

/** https://docs.slack.dev/apis/web-api/rate-limits: a post a second to a channel, short bursts allowed. Milliseconds. */
const gapMs = 1_000;
const burst = 4;
/** Who would wait longer gives way, so that a busy channel holds up no worker. Milliseconds. */
const patienceMs = 5_000;
const remembered = 1_000;

interface Turns {
  /** When the channel's posts so far would have come, had each kept its distance. */
  readonly paidUntil: number;
  readonly restsUntil: number;
}

export function createPacing(clock: Clock, wait: (ms: number) => Promise<unknown> = delay): Pacing {
  const channels = new Map<string, Turns>();
  const turnsOf = (channel: string): Turns => channels.get(channel) ?? { paidUntil: 0, restsUntil: 0 };
  return {
    turn: async (channel) => {
      const now = clock.now();
      const { paidUntil, restsUntil } = turnsOf(channel);
      const waitMs = Math.max(paidUntil - burst * gapMs, restsUntil) - now;
      if (waitMs > patienceMs || restsUntil > now)
        throw new PostError('rate-limited', 'Slack takes no more posts to this channel now', { retryAfterMs: waitMs });
      if (channels.size >= remembered) forgetIdle(channels, now);
      channels.set(channel, { restsUntil, paidUntil: Math.max(paidUntil, now) + gapMs });
      if (waitMs > 0) await wait(waitMs);
    },
    rest: (channel, forMs) => {
      channels.set(channel, { ...turnsOf(channel), restsUntil: clock.now() + forMs });
    },
  };
}

function forgetIdle(channels: Map<string, Turns>, now: number): void {
  for (const [channel, { paidUntil, restsUntil }] of channels)
    if (paidUntil < now && restsUntil < now) channels.delete(channel);
}
