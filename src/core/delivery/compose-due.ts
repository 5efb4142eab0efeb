import { isoNow } from '../clock/clock.ts';
import type { DeliveryId, SubscriptionId } from '../ids/ids.ts';
import { digestDue, messageDeliver } from '../jobs/jobs.ts';
import { type JobRun, TryLater } from '../jobs/queue.ts';
import type { Delivery, Envelope } from '../outbox/delivery.ts';
import type { Run } from '../schedules/run.ts';
import { type Occasion, whatIsDue } from '../schedules/what-is-due.ts';
import { type ComposingNeeds, composeDelivery, isLate, keyOf, type Look } from './compose-delivery.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';
import { type AtOnceNeeds, platformNow, postAtOnce } from './post-at-once.ts';
import { isOnItsWay, isStale, wasJustAsked } from './told.ts';

/** A due digest waits so long for the one before it to arrive; then it leaves what is new to the next one. Milliseconds. */
const patienceMs = 600_000;
const lookAgainMs = 10_000;

export interface ComposeNeeds extends AtOnceNeeds, ComposingNeeds {}

type DueRun = JobRun<{ subscription: SubscriptionId; occasion?: Occasion | undefined }>;

/**
 * Composes the digest that is due into the outbox, once for each (subscription, slot), and posts it or adds the job that
 * does; or holds it while hours are quiet, says nothing when nothing is new, skips what is too late. A channel has one digest
 * on its way at a time, so that each can begin where the one before it ended. May run again after a crash at any line: the
 * outbox decides what was composed and told, so nothing is lost or told twice.
 */
export async function composeDue(run: DueRun, needs: ComposeNeeds): Promise<void> {
  const { outbox, clock } = needs;
  const standing = await outbox.standing(run.payload.subscription);
  const occasion = run.payload.occasion ?? { kind: 'slot', at: iso(run.dueAt) };
  if (standing === undefined || (standing.subscription.state === 'paused' && occasion.kind !== 'asked')) return;
  // Quiet hours have not ended yet: this job was added when they began to hold something.
  if (occasion.kind === 'quiet-end' && clock.now() < Date.parse(occasion.at))
    throw new TryLater(Date.parse(occasion.at) - clock.now());
  const due = whatIsDue(occasion, standing.subscription, clock.now());
  const look = { ...standing, occasion, due };
  await noteSkipped(look, needs);
  if (due.verdict.kind === 'hold') return hold(look, due.verdict.until, needs);
  if (due.verdict.kind === 'send') return send(look, run.signal, needs);
}

/** What is too late is not sent, and `schedule show` tells it. */
async function noteSkipped({ subscription, due }: Look, { subscriptions, clock, log }: DeliveryNeeds): Promise<void> {
  const one = { count: 1, first: due.dueAt, last: due.dueAt };
  const skipped = due.skipped ?? (due.verdict.kind === 'skip' ? one : undefined);
  if (skipped === undefined) return;
  const { count, first, last } = skipped;
  await subscriptions.noteRun(subscription.id, {
    ...{ slot: `skipped:${iso(last)}`, dueAt: iso(last), at: isoNow(clock), result: 'skipped' },
    ...{ count, since: iso(first) },
  });
  log.warn(
    { subscription: subscription.id, count, since: iso(first) },
    'digests were skipped: it is too late for them',
  );
}

/** However many are held, one job waits for the end of the quiet hours, and one digest tells all. */
async function hold(look: Look, until: number, needs: DeliveryNeeds): Promise<void> {
  const { id } = look.subscription;
  const at = iso(until);
  await needs.queue.add(digestDue, { subscription: id, occasion: { kind: 'quiet-end', at } }, `${id}:quiet-end:${at}`);
  await note(look, { result: 'held' }, needs);
  needs.log.info({ subscription: id, slot: look.due.slot, until: at }, 'a digest is held: hours are quiet');
}

async function send(look: Look, signal: AbortSignal, needs: ComposeNeeds): Promise<void> {
  const { subscription, latest } = look;
  const slot = keyOf(look);
  const isAskedAgain = look.occasion.kind === 'asked' && wasJustAsked(latest, look.due.dueAt);
  if (latest?.key === slot || (latest !== undefined && isAskedAgain)) {
    // An earlier run composed it, and has posted it or died over that: its job finds out.
    await note(look, { result: 'composed', delivery: latest.id }, needs);
    return leaveToJob(latest.id, needs);
  }
  if (latest !== undefined && (await isInTheWay(latest, look, needs))) return;
  const delivery = await composeDelivery(look, needs);
  if (delivery === undefined) {
    needs.log.info({ subscription: subscription.id, slot }, 'nothing is new, so nothing is posted');
    return note(look, { result: 'nothing-new' }, needs);
  }
  await store(delivery, look, signal, needs);
}

/** Whether a digest cannot be composed yet, or not any more, because of the one before it. Throws TryLater. */
async function isInTheWay(latest: Envelope, look: Look, needs: DeliveryNeeds): Promise<boolean> {
  const { occasion, due } = look;
  const { outbox, clock, log } = needs;
  if (covers(latest, due.dueAt)) {
    log.info({ slot: keyOf(look), delivery: latest.id }, 'a later digest told it already');
    await note(look, { result: 'told' }, needs);
    return true;
  }
  if (!isOnItsWay(latest)) return false;
  if (!isStale(latest, clock.now())) {
    await waitFor(latest, Date.parse(occasion.at), needs);
    await note(look, { result: 'left-out' }, needs);
    return true;
  }
  await outbox.markFailed(latest.id, 'given-up', 'nobody took it in time');
  return false;
}

/** Puts a digest into the outbox. Only the run whose own row is stored posts it: others find that row and leave it alone. */
async function store(delivery: Delivery, look: Look, signal: AbortSignal, needs: ComposeNeeds): Promise<void> {
  const { outbox, clock, log } = needs;
  const { id, key, subscription } = delivery;
  const platform = platformNow(delivery, look.subscription, needs);
  const takenAt = isoNow(clock);
  const taken = { ...delivery, state: 'sending', takenAt } as const;
  const run = runOf(look, { result: 'composed', delivery: id }, needs);
  const stored = await outbox.put(platform === undefined ? delivery : taken, run);
  log.info({ delivery: stored.id, subscription, slot: key }, 'a digest is in the outbox');
  if (platform === undefined || stored.id !== id) return leaveToJob(stored.id, needs);
  return postAtOnce(taken, { platform, signal }, needs);
}

async function leaveToJob(delivery: DeliveryId, { queue }: DeliveryNeeds): Promise<void> {
  await queue.add(messageDeliver, { delivery }, delivery);
}

type News = Pick<Run, 'result' | 'delivery'>;

async function note(look: Look, news: News, needs: DeliveryNeeds): Promise<void> {
  await needs.subscriptions.noteRun(look.subscription.id, runOf(look, news, needs));
}

function runOf({ due }: Look, news: News, { clock }: DeliveryNeeds): Run {
  return { slot: due.slot, dueAt: iso(due.dueAt), at: isoNow(clock), ...news, ...(isLate(due) && { late: true }) };
}

/** After a pause of the process several slots are due at once: the first digest composed then tells all that they would. */
function covers(latest: Envelope, dueAt: number): boolean {
  return latest.state !== 'given-up' && Date.parse(latest.createdAt) >= dueAt;
}

async function waitFor(latest: Envelope, since: number, { queue, clock, log }: DeliveryNeeds): Promise<void> {
  await queue.add(messageDeliver, { delivery: latest.id }, latest.id);
  if (clock.now() - since < patienceMs) throw new TryLater(lookAgainMs);
  log.warn({ delivery: latest.id }, 'a digest was left out: the one before it has not arrived yet');
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
