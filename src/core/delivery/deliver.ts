import type { ChatPlatform, PostedMessage } from '../chat/chat-platform.ts';
import { isoNow } from '../clock/clock.ts';
import { PostError, type PostFailure } from '../errors/errors.ts';
import type { DeliveryId } from '../ids/ids.ts';
import { messageDeliver } from '../jobs/jobs.ts';
import { type JobRun, NeverRetry, TryLater } from '../jobs/queue.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { quietUntil } from '../schedules/quiet-hours.ts';
import type { DeliveryNeeds } from './delivery-handlers.ts';
import { pauseAndTell } from './tell-paused.ts';
import { isExpired, isOnItsWay, tellsUntil, wasAsked } from './told.ts';

/** How long to wait when a platform does not say, or another process serves it. Milliseconds. */
const usualWaitMs = 30_000;
/** The wait after the first failure; it doubles with each, up to the longest, and is shortened by up to a quarter by chance. */
const firstWaitMs = 2_000;
const longestWaitMs = 900_000;
/** A run that has not said so long what became of its post is dead: its job would have ended before. */
export const usualHoldMs = messageDeliver.timeoutMs + 5_000;

type DeliverRun = JobRun<{ delivery: DeliveryId }>;

/** Posts one delivery and records what became of it. Run again, it posts nothing that was sent. */
export async function deliver(run: DeliverRun, needs: DeliveryNeeds): Promise<void> {
  const { outbox, platforms, clock, holdMs = usualHoldMs } = needs;
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
  if (!(await outbox.markSending(delivery.id, isoNow(clock), holdMs))) {
    log.info({}, 'another run has the digest in hand; looking again later');
    throw new TryLater(holdMs);
  }
  const posted = await post({ delivery, platform, run }, needs);
  await outbox.markSent(delivery.id, posted, { subscription: delivery.subscription, until: tellsUntil(delivery) });
  log.info({ platform: platform.name, posted: posted.id }, 'a digest was posted');
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
    const waitMs = waitAfter(failure, error, delivery);
    const next = waitMs === undefined ? undefined : new Date(needs.clock.now() + waitMs).toISOString();
    const fields = { delivery: delivery.id, failure, reason, next };
    needs.log.warn(fields, waitMs === undefined ? 'a digest was given up' : 'a digest was not taken');
    // What follows from a refusal for good is stored first: a process that died in between would be asked no more.
    const last = waitMs === undefined ? await lastWord({ failure, error, delivery }, needs) : undefined;
    await needs.outbox.markFailed(delivery.id, waitMs === undefined ? 'given-up' : 'failed', reason, next);
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
  const subscription = await needs.subscriptions.get(delivery.subscription);
  const isOwn = subscription?.state === 'active' && subscription.place.channel === delivery.place.channel;
  if (isOwn) await pauseAndTell(subscription, delivery, needs);
  return new NeverRetry('the channel is gone; its schedule is paused', { cause: error });
}
