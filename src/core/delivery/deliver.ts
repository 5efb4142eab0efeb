import { PostError } from '../errors/errors.ts';
import type { DeliveryId } from '../ids/ids.ts';
import { type JobRun, NeverRetry, TryLater } from '../jobs/queue.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { DeliveryNeeds } from './delivery-handlers.ts';

/** How long to wait when a platform does not say, or another process serves it. Milliseconds. */
const usualWaitMs = 30_000;

/** Posts one delivery and records what became of it. Run again, it posts nothing that was sent. */
export async function deliver(run: JobRun<{ delivery: DeliveryId }>, needs: DeliveryNeeds): Promise<void> {
  const { outbox, platforms, log } = needs;
  const delivery = await outbox.get(run.payload.delivery);
  if (delivery === undefined) throw new NeverRetry(`there is no delivery ${run.payload.delivery}`);
  if (delivery.state === 'sent' || delivery.state === 'given-up') return;
  const platform = platforms.get(delivery.place.platform);
  if (platform === undefined) throw new TryLater(usualWaitMs);
  await outbox.markSending(delivery.id);
  try {
    const posted = await platform.post(delivery.message, delivery.place, delivery.id, run.signal);
    await outbox.markSent(delivery.id, posted);
    log.info({ delivery: delivery.id, platform: platform.name, posted: posted.id }, 'a digest was posted');
  } catch (error) {
    if (!(error instanceof PostError)) throw error;
    await afterRefusal(error, delivery, { needs, lastAttempt: run.lastAttempt });
  }
}

/** What a platform's refusal means for the delivery, and for the job that carries it. Always throws. */
async function afterRefusal(
  error: PostError,
  delivery: Delivery,
  { needs, lastAttempt }: { readonly needs: DeliveryNeeds; readonly lastAttempt: boolean },
): Promise<never> {
  const { outbox, subscriptions, log } = needs;
  const reason = `${error.failure}: ${error.message}`;
  log.warn({ delivery: delivery.id, failure: error.failure, reason: error.message }, 'a digest was not taken');
  switch (error.failure) {
    case 'rate-limited':
      await outbox.markFailed(delivery.id, 'failed', reason);
      throw new TryLater(error.retryAfterMs ?? usualWaitMs);
    case 'unavailable':
      await outbox.markFailed(delivery.id, lastAttempt ? 'given-up' : 'failed', reason);
      throw error;
    case 'rejected':
      await outbox.markFailed(delivery.id, 'given-up', reason);
      throw new NeverRetry(reason, { cause: error });
    case 'gone': {
      await outbox.markFailed(delivery.id, 'given-up', reason);
      const subscription = await subscriptions.get(delivery.subscription);
      if (subscription !== undefined) await subscriptions.save({ ...subscription, state: 'paused' });
      throw new NeverRetry(reason, { cause: error });
    }
  }
}
