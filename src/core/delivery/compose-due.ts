import { isoNow } from '../clock/clock.ts';
import { composeDigest } from '../digests/compose-digest.ts';
import { nextDueOf } from '../digests/create-digest-desk.ts';
import { digestMessage } from '../digests/digest-message.ts';
import { newDeliveryId, type SubscriptionId } from '../ids/ids.ts';
import { messageDeliver } from '../jobs/jobs.ts';
import { type JobRun, NeverRetry, TryLater } from '../jobs/queue.ts';
import { receiptsOf } from '../receipts/receipts-file.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { slotOf } from '../schedules/due-times.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { DeliveryNeeds } from './delivery-handlers.ts';
import { isOnItsWay, isStale, newestIn, toldUntil } from './told.ts';

/** A due digest waits so long for the one before it to arrive; then it leaves what is new to the next one. Milliseconds. */
const patienceMs = 600_000;
const lookAgainMs = 10_000;

/**
 * Composes the digest that is due into the outbox, once for each (subscription, slot), and adds the job that posts it. A
 * channel has one digest on its way at a time, so that each can begin where the one before it ended. May run again after
 * a crash at any line: the outbox decides what was composed and told, so nothing is lost or told twice.
 */
export async function composeDue(run: JobRun<{ subscription: SubscriptionId }>, needs: DeliveryNeeds): Promise<void> {
  const { subscriptions, outbox, queue, clock, log } = needs;
  const subscription = await subscriptions.get(run.payload.subscription);
  if (subscription === undefined || subscription.state === 'paused') return;
  const key = `${subscription.id}:${slotOf(subscription.timing, run.dueAt)}`;
  const latest = await outbox.latest(`${subscription.id}:`);
  if (latest !== undefined && latest.key !== key) {
    if (covers(latest, run.dueAt))
      return log.info({ slot: key, delivery: latest.id }, 'a later digest told it already');
    if (isOnItsWay(latest) && !isStale(latest, clock.now())) return waitFor(latest, run.dueAt, needs);
    if (isOnItsWay(latest)) await outbox.markFailed(latest.id, 'given-up', 'nobody took it in time');
  }
  const composed = latest?.key === key ? latest : await outbox.put(await compose({ subscription, key, latest }, needs));
  await queue.add(messageDeliver, { delivery: composed.id }, composed.id);
  log.info({ delivery: composed.id, subscription: subscription.id, slot: key }, 'a digest waits in the outbox');
}

/** After a pause of the process several slots are due at once: the first digest composed then tells all that they would. */
function covers(latest: Delivery, dueAt: number): boolean {
  return latest.state !== 'given-up' && Date.parse(latest.createdAt) >= dueAt;
}

async function waitFor(latest: Delivery, dueAt: number, { queue, clock, log }: DeliveryNeeds): Promise<void> {
  await queue.add(messageDeliver, { delivery: latest.id }, latest.id);
  if (clock.now() - dueAt < patienceMs) throw new TryLater(lookAgainMs);
  log.warn({ delivery: latest.id }, 'a digest was left out: the one before it has not arrived yet');
}

interface Due {
  readonly subscription: Subscription;
  readonly key: string;
  readonly latest: Delivery | undefined;
}

async function compose(
  { subscription, key, latest }: Due,
  { libraries, stories, clock }: DeliveryNeeds,
): Promise<Delivery> {
  const story = stories.find((candidate) => candidate.key === subscription.story);
  if (story === undefined) throw new NeverRetry(`the story "${subscription.story}" is no longer followed`);
  const from = toldUntil(subscription, latest);
  const library = await libraries.open(story);
  const createdAt = isoNow(clock);
  const window = { from, to: createdAt };
  const digest = composeDigest(library, window);
  return {
    id: newDeliveryId(),
    key,
    subscription: subscription.id,
    story: story.key,
    place: subscription.place,
    receipts: receiptsOf(digest, library),
    message: digestMessage(digest, library, nextDueOf(subscription, clock.now())),
    state: 'waiting',
    createdAt,
    tellsUntil: newestIn(library, window),
  };
}
