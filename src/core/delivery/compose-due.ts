import { isoNow } from '../clock/clock.ts';
import { composeDigest } from '../digests/compose-digest.ts';
import { beginning, nextDueOf } from '../digests/create-digest-desk.ts';
import { digestMessage } from '../digests/digest-message.ts';
import { newDeliveryId, type SubscriptionId } from '../ids/ids.ts';
import { messageDeliver } from '../jobs/jobs.ts';
import { type JobRun, NeverRetry } from '../jobs/queue.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { slotOf } from '../schedules/due-times.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { DeliveryNeeds } from './delivery-handlers.ts';

/**
 * Composes the digest that is due into the outbox, once for each (subscription, slot), and adds the job that posts it. May
 * run again after a crash at any line: what the outbox holds decides what was told, so nothing is lost or told twice.
 */
export async function composeDue(run: JobRun<{ subscription: SubscriptionId }>, needs: DeliveryNeeds): Promise<void> {
  const { subscriptions, outbox, queue, log } = needs;
  const subscription = await subscriptions.get(run.payload.subscription);
  if (subscription === undefined || subscription.state === 'paused') return;
  const key = `${subscription.id}:${slotOf(subscription.timing, run.dueAt)}`;
  const composed = (await compositionOf(key, needs)) ?? (await outbox.put(await compose(subscription, key, needs)));
  // An earlier run may have died between the outbox and here: the delivery's own moment is what was told.
  await subscriptions.markTold(subscription.id, composed.createdAt);
  await queue.add(messageDeliver, { delivery: composed.id }, composed.id);
  log.info({ delivery: composed.id, subscription: subscription.id, slot: key }, 'a digest waits in the outbox');
}

async function compositionOf(key: string, { outbox }: DeliveryNeeds): Promise<Delivery | undefined> {
  const latest = await outbox.latest(key);
  return latest?.key === key ? latest : undefined;
}

async function compose(
  subscription: Subscription,
  key: string,
  { libraries, stories, clock }: DeliveryNeeds,
): Promise<Delivery> {
  const story = stories.find((candidate) => candidate.key === subscription.story);
  if (story === undefined) throw new NeverRetry(`the story "${subscription.story}" is no longer followed`);
  const library = await libraries.open(story);
  const to = isoNow(clock);
  const digest = composeDigest(library, { from: subscription.toldUntil ?? beginning, to });
  return {
    id: newDeliveryId(),
    key,
    subscription: subscription.id,
    story: story.key,
    place: subscription.place,
    message: digestMessage(digest, library, nextDueOf(subscription, clock.now())),
    state: 'waiting',
    createdAt: to,
  };
}
