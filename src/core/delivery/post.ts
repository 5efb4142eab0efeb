import type { ChatPlatform, Posting } from '../chat/chat-platform.ts';
import type { PostedMessage } from '../messages/posted-message.ts';
import { PostError, type PostFailure } from '../errors/errors.ts';
import { messageDeliver } from '../jobs/jobs.ts';
import { NeverRetry, TryLater } from '../jobs/queue.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Told } from '../outbox/outbox.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';
import { pauseAndTell } from './tell-paused.ts';
import { tellsUntil } from './told.ts';

/** How long to wait when a platform does not say, or another process serves it. Milliseconds. */
export const usualWaitMs = 30_000;
/** The wait after the first failure; it doubles with each, up to the longest, and is shortened by up to a quarter by chance. */
const firstWaitMs = 2_000;
const longestWaitMs = 900_000;
/** A run that has not said so long what became of its post is dead: its job would have ended before. */
export const usualHoldMs = messageDeliver.timeoutMs + 5_000;

/** A delivery that a run has taken, on its way to the platform. */
export interface Taken extends Pick<Posting, 'attempt' | 'signal'> {
  readonly delivery: Delivery;
  readonly platform: ChatPlatform;
}

/**
 * Posts a delivery that this run has taken, and records what became of it. Throws TryLater when the platform may take it
 * another time, NeverRetry when it refused it for good.
 */
export async function postTaken(taken: Taken, needs: DeliveryNeeds): Promise<void> {
  const { delivery, platform } = taken;
  const posted = await post(taken, needs);
  await needs.outbox.markSent(delivery.id, posted, toldBy(delivery));
  needs.log.info({ delivery: delivery.id, platform: platform.name, posted: posted.id }, 'a digest was posted');
}

export async function markTold(delivery: Delivery, { subscriptions }: DeliveryNeeds): Promise<void> {
  const told = toldBy(delivery);
  if (told !== undefined) await subscriptions.markTold(told.subscription, told.until);
}

function toldBy(delivery: Delivery): Told | undefined {
  const { subscription } = delivery;
  return subscription === undefined ? undefined : { subscription, until: tellsUntil(delivery) };
}

async function post({ delivery, platform, ...how }: Taken, needs: DeliveryNeeds): Promise<PostedMessage> {
  const { message, place, id } = delivery;
  try {
    return await platform.post({ message, place, key: id, ...how });
  } catch (error) {
    const failure = error instanceof PostError ? error.failure : 'unavailable';
    const reason = `${failure}: ${error instanceof Error ? error.message : String(error)}`;
    const waitMs = waitAfter(failure, error, delivery);
    const next = waitMs === undefined ? undefined : new Date(needs.clock.now() + waitMs).toISOString();
    const fields = { delivery: id, failure, reason, next };
    needs.log.warn(fields, waitMs === undefined ? 'a digest was given up' : 'a digest was not taken');
    // What follows from a refusal for good is stored first: a process that died in between would be asked no more.
    const last = waitMs === undefined ? await lastWord({ failure, error, delivery }, needs) : undefined;
    await needs.outbox.markFailed(id, waitMs === undefined ? 'given-up' : 'failed', reason, next);
    throw last ?? new TryLater(waitMs ?? usualWaitMs, { cause: error });
  }
}

/** Milliseconds until the next try; undefined when there is none. A platform that is away is asked for a day, see told.ts. */
function waitAfter(failure: PostFailure, error: unknown, delivery: Delivery): number | undefined {
  switch (failure) {
    case 'rate-limited':
      return (error instanceof PostError ? error.retryAfterMs : undefined) ?? usualWaitMs;
    case 'unavailable': {
      const wait = Math.min(firstWaitMs * 2 ** (delivery.failures ?? 0), longestWaitMs);
      return Math.round(wait * (1 - Math.random() / 4));
    }
    case 'rejected':
    case 'gone':
      return undefined;
  }
}

interface Refusal {
  readonly failure: PostFailure;
  readonly error: unknown;
  readonly delivery: Delivery;
}

/** What the queue is told of a refusal for good, once its consequences for the subscription are stored. */
async function lastWord({ failure, error, delivery }: Refusal, needs: DeliveryNeeds): Promise<NeverRetry> {
  if (failure === 'rejected') {
    // The next digest must not hold the same again, or no digest would ever be taken.
    await markTold(delivery, needs);
    return new NeverRetry('the platform refused the message', { cause: error });
  }
  const { subscription: id, place } = delivery;
  const subscription = id === undefined ? undefined : await needs.subscriptions.get(id);
  const isOwn = subscription?.state === 'active' && subscription.place.channel === place.channel;
  if (!isOwn) return new NeverRetry('whom it is for cannot be reached', { cause: error });
  await pauseAndTell(subscription, delivery, needs);
  return new NeverRetry('the channel is gone; its schedule is paused', { cause: error });
}
