import { isoNow } from '../clock/clock.ts';
import type { DeliveryId } from '../ids/ids.ts';
import { type JobRun, NeverRetry, TryLater } from '../jobs/queue.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { quietUntil } from '../schedules/quiet-hours.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';
import { markTold, postTaken, usualHoldMs, usualWaitMs } from './post.ts';
import type { Refusals } from './refusals.ts';
import { isExpired, isOnItsWay, wasAsked } from './told.ts';

interface DeliverNeeds extends DeliveryNeeds {
  readonly refusals: Refusals;
}

type DeliverRun = JobRun<{ delivery: DeliveryId }>;

/** Posts one delivery and records what became of it. Run again, it posts nothing that was sent. */
export async function deliver(run: DeliverRun, needs: DeliverNeeds): Promise<void> {
  const { outbox, platforms, clock, refusals, holdMs = usualHoldMs } = needs;
  const log = needs.log.child({ delivery: run.payload.delivery });
  const delivery = await outbox.get(run.payload.delivery);
  if (delivery === undefined) throw new NeverRetry(`there is no delivery ${run.payload.delivery}`);
  if (delivery.state === 'sent') return markTold(delivery, needs);
  if (!isOnItsWay(delivery)) return;
  await waitWhileQuiet(delivery, needs);
  if (isExpired(delivery, clock.now())) {
    log.warn({ platform: delivery.place.platform }, 'a digest was given up: nobody took it in time');
    return outbox.markFailed(delivery.id, 'given-up', delivery.reason ?? 'nobody took it in time');
  }
  const platform = platforms.get(delivery.place.platform);
  if (platform === undefined) throw new TryLater(usualWaitMs);
  const takenAt = isoNow(clock);
  if (!(await outbox.markSending(delivery.id, takenAt, holdMs))) {
    log.info({}, 'another run has the digest in hand; looking again later');
    throw new TryLater(holdMs);
  }
  // Even one that only waited so far may have been posted: by a worker that died, before a backup was brought back.
  const attempt = refusals.attemptAt(delivery);
  const taken = { ...delivery, takenAt };
  try {
    await postTaken({ delivery: taken, platform, attempt, signal: run.signal }, needs);
  } catch (error) {
    refusals.note({ delivery: taken, attempt }, error);
    throw error;
  }
}

/** What was composed before the quiet hours of its channel and has not arrived waits until they end. Throws TryLater. */
async function waitWhileQuiet(delivery: Delivery, { subscriptions, clock }: DeliveryNeeds): Promise<void> {
  if (wasAsked(delivery)) return;
  const subscription = await subscriptions.find(delivery.story, delivery.place);
  const until = quietUntil(subscription?.quiet, clock.now());
  if (until !== undefined) throw new TryLater(until - clock.now());
}
