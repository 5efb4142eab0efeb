import { isoNow } from '../clock/clock.ts';
import { nextDueOf } from '../digests/create-digest-desk.ts';
import type { Digest } from '../digests/digest.ts';
import { digestMessage } from '../digests/digest-message.ts';
import { wordDigest } from '../digests/word-digest.ts';
import { newDeliveryId, type SubscriptionId } from '../ids/ids.ts';
import { digestDue, messageDeliver } from '../jobs/jobs.ts';
import { type JobRun, NeverRetry, TryLater } from '../jobs/queue.ts';
import { receiptsOf } from '../receipts/receipts-file.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Run } from '../schedules/run.ts';
import type { Subscription } from '../schedules/subscription.ts';
import { type Occasion, type WhatIsDue, whatIsDue } from '../schedules/what-is-due.ts';
import type { ComposeDigest } from '../digests/compose-once.ts';
import type { DeliveryNeeds } from './delivery-handlers.ts';
import { heartbeatDue, withHeartbeat, withLateness } from './remarks.ts';
import { isOnItsWay, isStale, newestIn, toldUntil } from './told.ts';

/** A due digest waits so long for the one before it to arrive; then it leaves what is new to the next one. Milliseconds. */
const patienceMs = 600_000;
const lookAgainMs = 10_000;

export interface ComposeNeeds extends DeliveryNeeds {
  readonly compose: ComposeDigest;
}

interface Look {
  readonly subscription: Subscription;
  readonly occasion: Occasion;
  readonly due: WhatIsDue;
}

/**
 * Composes the digest that is due into the outbox, once for each (subscription, slot), and adds the job that posts it;
 * or holds it while hours are quiet, says nothing when nothing is new, skips what is too late. A channel has one digest
 * on its way at a time, so that each can begin where the one before it ended. May run again after a crash at any line: the
 * outbox decides what was composed and told, so nothing is lost or told twice.
 */
export async function composeDue(
  run: JobRun<{ subscription: SubscriptionId; occasion?: Occasion | undefined }>,
  needs: ComposeNeeds,
): Promise<void> {
  const { subscriptions, clock } = needs;
  const subscription = await subscriptions.get(run.payload.subscription);
  const occasion = run.payload.occasion ?? { kind: 'slot', at: iso(run.dueAt) };
  if (subscription === undefined || (subscription.state === 'paused' && occasion.kind !== 'asked')) return;
  // Quiet hours have not ended yet: this job was added when they began to hold something.
  if (occasion.kind === 'quiet-end' && clock.now() < Date.parse(occasion.at))
    throw new TryLater(Date.parse(occasion.at) - clock.now());
  const due = whatIsDue(occasion, subscription, clock.now());
  const look = { subscription, occasion, due };
  await noteSkipped(look, needs);
  if (due.verdict.kind === 'hold') return hold(look, due.verdict.until, needs);
  if (due.verdict.kind === 'send') return send(look, needs);
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

async function send(look: Look, needs: ComposeNeeds): Promise<void> {
  const { subscription, occasion, due } = look;
  const { outbox, queue, clock, log } = needs;
  const key = `${subscription.id}:${due.slot}`;
  const latest = await outbox.latest(`${subscription.id}:`);
  if (latest !== undefined && latest.key !== key) {
    if (covers(latest, due.dueAt)) {
      log.info({ slot: key, delivery: latest.id }, 'a later digest told it already');
      return note(look, { result: 'told' }, needs);
    }
    if (isOnItsWay(latest) && !isStale(latest, clock.now())) {
      await waitFor(latest, Date.parse(occasion.at), needs);
      return note(look, { result: 'left-out' }, needs);
    }
    if (isOnItsWay(latest)) await outbox.markFailed(latest.id, 'given-up', 'nobody took it in time');
  }
  const delivery = latest?.key === key ? latest : await compose({ ...look, key, latest }, needs);
  if (delivery === undefined) {
    log.info({ subscription: subscription.id, slot: key }, 'nothing is new, so nothing is posted');
    return note(look, { result: 'nothing-new' }, needs);
  }
  const composed = await outbox.put(delivery);
  await queue.add(messageDeliver, { delivery: composed.id }, composed.id);
  await note(look, { result: 'composed', delivery: composed.id }, needs);
  log.info({ delivery: composed.id, subscription: subscription.id, slot: key }, 'a digest waits in the outbox');
}

async function note(
  { subscription, due }: Look,
  news: Pick<Run, 'result' | 'delivery'>,
  { subscriptions, clock }: DeliveryNeeds,
): Promise<void> {
  const { slot, dueAt, verdict } = due;
  const late = verdict.kind === 'send' && verdict.late === 'late';
  const run: Run = { slot, dueAt: iso(dueAt), at: isoNow(clock), ...news, ...(late && { late }) };
  await subscriptions.noteRun(subscription.id, run);
}

/** After a pause of the process several slots are due at once: the first digest composed then tells all that they would. */
function covers(latest: Delivery, dueAt: number): boolean {
  return latest.state !== 'given-up' && Date.parse(latest.createdAt) >= dueAt;
}

async function waitFor(latest: Delivery, since: number, { queue, clock, log }: DeliveryNeeds): Promise<void> {
  await queue.add(messageDeliver, { delivery: latest.id }, latest.id);
  if (clock.now() - since < patienceMs) throw new TryLater(lookAgainMs);
  log.warn({ delivery: latest.id }, 'a digest was left out: the one before it has not arrived yet');
}

interface Composing extends Look {
  readonly key: string;
  readonly latest: Delivery | undefined;
}

/** The delivery to put into the outbox; undefined when nothing is new and the channel does not want to hear of that. */
async function compose(composing: Composing, needs: ComposeNeeds): Promise<Delivery | undefined> {
  const { subscription, key, latest } = composing;
  const { libraries, stories, blindSpots, clock } = needs;
  const story = stories.find((candidate) => candidate.key === subscription.story);
  if (story === undefined) throw new NeverRetry(`the story "${subscription.story}" is no longer followed`);
  const from = toldUntil(subscription, latest);
  const library = await libraries.open(story);
  const createdAt = isoNow(clock);
  const window = { from, to: createdAt };
  const chosen = needs.compose(library, window);
  const speech = speechFor(chosen, composing, clock.now());
  if (speech === 'silence') return undefined;
  const digest = await wordDigest(chosen, library, needs.writer);
  const { due } = composing;
  const late = due.verdict.kind === 'send' && due.verdict.late === 'late';
  const message = digestMessage(digest, library, {
    nextDue: nextDueOf(subscription, clock.now()),
    blindSpots: await blindSpots(story),
  });
  const spoken = speech === 'heartbeat' ? withHeartbeat(message) : message;
  return {
    id: newDeliveryId(),
    key,
    subscription: subscription.id,
    story: story.key,
    place: subscription.place,
    receipts: receiptsOf(digest, library),
    message: late ? withLateness(spoken, iso(due.dueAt)) : spoken,
    state: 'waiting',
    createdAt,
    tellsUntil: newestIn(library, window),
  };
}

function speechFor(
  digest: Digest,
  { subscription, occasion, latest }: Composing,
  nowMs: number,
): 'digest' | 'heartbeat' | 'silence' {
  if (digest.sources.length > 0 || occasion.kind === 'asked' || subscription.nothingNew === 'line') return 'digest';
  if (subscription.nothingNew === 'silent') return 'silence';
  return heartbeatDue(subscription, latest, nowMs) ? 'heartbeat' : 'silence';
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
