import { composeOnce } from '../digests/compose-once.ts';
import type { DeliveryId } from '../ids/ids.ts';
import { digestDue, messageDeliver, outboxPrune, outboxTend } from '../jobs/jobs.ts';
import { handle, type JobHandler, TryLater } from '../jobs/queue.ts';
import { composeDue } from './compose-due.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';
import { deliver } from './deliver.ts';
import { inTurn } from './in-turn.ts';
import { usualHoldMs } from './post.ts';
import { createRefusals } from './refusals.ts';
import { pruneOutbox } from './prune-outbox.ts';
import { tendOutbox } from './tend-outbox.ts';
import { wordOnce } from './word-once.ts';

/** The workers of delivery: a due digest is composed into the outbox, and what is in the outbox is posted. */
export function deliveryHandlers(needs: DeliveryNeeds): JobHandler[] {
  const composing = inTurn();
  const inHand = new Set<DeliveryId>();
  const refusals = createRefusals();
  const whole = { ...needs, inHand, refusals, compose: composeOnce(), word: wordOnce(needs) };
  return [
    handle(digestDue, (run) => composing(run.payload.subscription, () => composeDue(run, whole))),
    handle(messageDeliver, async (run) => {
      const { delivery } = run.payload;
      // A clock that jumps makes the queue and the store take a running job for a dead one; this process knows better.
      if (inHand.has(delivery)) throw new TryLater(needs.holdMs ?? usualHoldMs);
      inHand.add(delivery);
      try {
        await deliver(run, whole);
      } finally {
        inHand.delete(delivery);
      }
    }),
    handle(outboxTend, () => tendOutbox(needs)),
    handle(outboxPrune, (run) => pruneOutbox(needs, run.signal)),
  ];
}
