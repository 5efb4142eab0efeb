import type { ChatPlatform } from '../chat/chat-platform.ts';
import type { Clock } from '../clock/clock.ts';
import { composeOnce } from '../digests/compose-once.ts';
import type { FindBlindSpots } from '../digests/blind-spots.ts';
import type { DeliveryId } from '../ids/ids.ts';
import { digestDue, messageDeliver, outboxPrune, outboxTend } from '../jobs/jobs.ts';
import { handle, type JobHandler, type JobQueue, TryLater } from '../jobs/queue.ts';
import type { Log } from '../log/log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SubscriptionStore } from '../schedules/subscription-store.ts';
import type { LibraryDesk } from '../stories/library-desk.ts';
import type { Story } from '../stories/story.ts';
import type { Writer } from '../writing/writer.ts';
import { composeDue } from './compose-due.ts';
import { deliver } from './deliver.ts';
import { inTurn } from './in-turn.ts';
import { usualHoldMs } from './post.ts';
import { pruneOutbox } from './prune-outbox.ts';
import { tendOutbox } from './tend-outbox.ts';

export interface DeliveryNeeds {
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly queue: JobQueue;
  readonly libraries: LibraryDesk;
  readonly stories: readonly Story[];
  /** The platforms this process can post to, by name. */
  readonly platforms: ReadonlyMap<string, ChatPlatform>;
  readonly blindSpots: FindBlindSpots;
  /** Without one every line keeps the words of its article. */
  readonly writer?: Writer;
  readonly clock: Clock;
  readonly log: Log;
  /** How long one run keeps others from posting the same delivery, in milliseconds; a little more than a job may take. */
  readonly holdMs?: number;
  /** How long deliveries that are over are kept; 400 days when absent. */
  readonly keepDays?: number;
}

/** The workers of delivery: a due digest is composed into the outbox, and what is in the outbox is posted. */
export function deliveryHandlers(needs: DeliveryNeeds): JobHandler[] {
  const composing = inTurn();
  const inHand = new Set<DeliveryId>();
  const whole = { ...needs, inHand, compose: composeOnce() };
  return [
    handle(digestDue, (run) => composing(run.payload.subscription, () => composeDue(run, whole))),
    handle(messageDeliver, async (run) => {
      const { delivery } = run.payload;
      // A clock that jumps makes the queue and the store take a running job for a dead one; this process knows better.
      if (inHand.has(delivery)) throw new TryLater(needs.holdMs ?? usualHoldMs);
      inHand.add(delivery);
      try {
        await deliver(run, needs);
      } finally {
        inHand.delete(delivery);
      }
    }),
    handle(outboxTend, () => tendOutbox(needs)),
    handle(outboxPrune, (run) => pruneOutbox(needs, run.signal)),
  ];
}
