import type { ChatPlatform } from '../chat/chat-platform.ts';
import type { DeliveryId } from '../ids/ids.ts';
import { messageDeliver } from '../jobs/jobs.ts';
import { TryLater } from '../jobs/queue.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { quietUntil } from '../schedules/quiet-hours.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';
import { postTaken } from './post.ts';
import type { Refusals } from './refusals.ts';
import { wasAsked } from './told.ts';

/** A run that took a delivery longer ago may have stood still, and been taken for dead. Milliseconds. */
const freshMs = 5_000;

export interface AtOnceNeeds extends DeliveryNeeds {
  /** The deliveries that this process posts at this moment. */
  readonly inHand: Set<DeliveryId>;
  readonly refusals: Refusals;
}

/** The platform to which the run that composed a delivery may post it itself; undefined when a job has to wait for that. */
export function platformNow(
  delivery: Delivery,
  { quiet }: Subscription,
  { platforms, clock }: DeliveryNeeds,
): ChatPlatform | undefined {
  if (!wasAsked(delivery) && quietUntil(quiet, clock.now()) !== undefined) return undefined;
  return platforms.get(delivery.place.platform);
}

/**
 * Posts a delivery in the run that stored it as taken: a job less, and half the ways to the store. Nobody can have posted
 * it before, so nobody looks. What the platform does not take becomes a job, as what a run that dies leaves behind does when
 * its job runs again. Throws NeverRetry when the platform refused it for good.
 */
export async function postAtOnce(
  delivery: Delivery & { readonly takenAt: string },
  { platform, signal }: { readonly platform: ChatPlatform; readonly signal: AbortSignal },
  needs: AtOnceNeeds,
): Promise<void> {
  const { inHand, queue, clock } = needs;
  const { id, takenAt } = delivery;
  const attempt = clock.now() - Date.parse(takenAt) < freshMs ? 'first' : 'later';
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(messageDeliver.timeoutMs)]);
  inHand.add(id);
  try {
    await postTaken({ delivery, platform, attempt, signal: inTime }, needs);
  } catch (error) {
    if (!(error instanceof TryLater)) throw error;
    needs.refusals.note({ delivery, attempt }, error);
    await queue.add(messageDeliver, { delivery: id }, id, error.delayMs);
  } finally {
    inHand.delete(id);
  }
}
