import type { Message } from '../messages/message.ts';
import { note, text, time } from '../messages/spans.ts';
import type { Envelope } from '../outbox/delivery.ts';
import { nextDueTimes } from '../schedules/due-times.ts';
import type { Subscription } from '../schedules/subscription.ts';

const weekMs = 7 * 86_400_000;
/** A week is so much longer or shorter where clocks change, and a digest is posted some moments after it was due. */
const slackMs = 7_200_000;

/**
 * Whether a channel has to hear that there is nothing new, because it would otherwise hear nothing for more than a week: the
 * next time comes only after that.
 */
export function heartbeatDue(subscription: Subscription, latest: Envelope | undefined, nowMs: number): boolean {
  const heard = latest?.state === 'sent' ? latest.createdAt : (subscription.activeSince ?? subscription.createdAt);
  const [next = ''] = nextDueTimes(subscription.timing, { afterMs: nowMs, anchorMs: 0, count: 1 });
  return Date.parse(next) - Date.parse(heard) > weekMs + slackMs;
}

export function withHeartbeat(message: Message): Message {
  const words = 'I am still here. I say so once a week while there is nothing new.';
  return { ...message, blocks: [...message.blocks, note(text(words))] };
}

/** `dueAt` is ISO 8601 UTC. */
export function withLateness(message: Message, dueAt: string): Message {
  const lateness = note(
    text('Due '),
    time(dueAt, 'datetime'),
    text('; it is late because I was not running, or could not keep up, then.'),
  );
  return { ...message, blocks: [lateness, ...message.blocks] };
}
