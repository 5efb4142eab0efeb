import type { ChatPlatform, PostedMessage } from '../chat/chat-platform.ts';
import { PostError, type PostFailure } from '../errors/errors.ts';
import type { DeliveryId } from '../ids/ids.ts';
import { type JobRun, NeverRetry, TryLater } from '../jobs/queue.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { quietUntil } from '../schedules/quiet-hours.ts';
import type { DeliveryNeeds } from './delivery-handlers.ts';
import { isOnItsWay, isStale, tellsUntil, wasAsked } from './told.ts';

/** How long to wait when a platform does not say, or another process serves it. Milliseconds. */
const usualWaitMs = 30_000;

type DeliverRun = JobRun<{ delivery: DeliveryId }>;

/** Posts one delivery and records what became of it. Run again, it posts nothing that was sent. */
export async function deliver(run: DeliverRun, needs: DeliveryNeeds): Promise<void> {
  const { outbox, platforms, clock, log } = needs;
  const delivery = await outbox.get(run.payload.delivery);
  if (delivery === undefined) throw new NeverRetry(`there is no delivery ${run.payload.delivery}`);
  if (delivery.state === 'sent') return markTold(delivery, needs);
  if (!isOnItsWay(delivery)) return;
  await waitWhileQuiet(delivery, needs);
  if (isStale(delivery, clock.now())) {
    log.warn(
      { delivery: delivery.id, platform: delivery.place.platform },
      'a digest was given up: nobody took it in time',
    );
    return outbox.markFailed(delivery.id, 'given-up', 'nobody took it in time');
  }
  const platform = platforms.get(delivery.place.platform);
  if (platform === undefined) throw new TryLater(usualWaitMs);
  await outbox.markSending(delivery.id);
  const posted = await post({ delivery, platform, run }, needs);
  await outbox.markSent(delivery.id, posted);
  await markTold(delivery, needs);
  log.info({ delivery: delivery.id, platform: platform.name, posted: posted.id }, 'a digest was posted');
}

/** What was composed before the quiet hours of its channel and has not arrived waits until they end. Throws TryLater. */
async function waitWhileQuiet(delivery: Delivery, { subscriptions, clock }: DeliveryNeeds): Promise<void> {
  if (wasAsked(delivery)) return;
  const subscription = await subscriptions.find(delivery.story, delivery.place);
  const until = quietUntil(subscription?.quiet, clock.now());
  if (until !== undefined) throw new TryLater(until - clock.now());
}

async function markTold(delivery: Delivery, { subscriptions }: DeliveryNeeds): Promise<void> {
  await subscriptions.markTold(delivery.subscription, tellsUntil(delivery));
}

interface Posting {
  readonly delivery: Delivery;
  readonly platform: ChatPlatform;
  readonly run: DeliverRun;
}

async function post({ delivery, platform, run }: Posting, needs: DeliveryNeeds): Promise<PostedMessage> {
  try {
    return await platform.post(delivery.message, delivery.place, delivery.id, run.signal);
  } catch (error) {
    const failure = error instanceof PostError ? error.failure : 'unavailable';
    const reason = `${failure}: ${error instanceof Error ? error.message : String(error)}`;
    const last = failure === 'rejected' || failure === 'gone' || (failure === 'unavailable' && run.lastAttempt);
    needs.log.warn(
      { delivery: delivery.id, failure, reason },
      last ? 'a digest was given up' : 'a digest was not taken',
    );
    await needs.outbox.markFailed(delivery.id, last ? 'given-up' : 'failed', reason);
    throw await verdict({ failure, error, delivery }, needs);
  }
}

interface Refusal {
  readonly failure: PostFailure;
  readonly error: unknown;
  readonly delivery: Delivery;
}

/** What the queue is told of a refusal, once its consequences for the subscription are stored. */
async function verdict({ failure, error, delivery }: Refusal, needs: DeliveryNeeds): Promise<unknown> {
  switch (failure) {
    case 'rate-limited':
      return new TryLater((error instanceof PostError ? error.retryAfterMs : undefined) ?? usualWaitMs);
    case 'unavailable':
      return error;
    case 'rejected':
      // The next digest must not hold the same again, or no digest would ever be taken.
      await markTold(delivery, needs);
      return new NeverRetry('the platform refused the message', { cause: error });
    case 'gone': {
      const { subscriptions } = needs;
      const subscription = await subscriptions.get(delivery.subscription);
      if (subscription !== undefined) await subscriptions.save({ ...subscription, state: 'paused' });
      return new NeverRetry('the channel is gone; its schedule is paused', { cause: error });
    }
  }
}
