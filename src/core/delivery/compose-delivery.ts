import { isoNow } from '../clock/clock.ts';
import type { ComposeDigest } from '../digests/compose-once.ts';
import { nextDueOf } from '../digests/create-digest-desk.ts';
import type { Digest } from '../digests/digest.ts';
import { newDeliveryId } from '../ids/ids.ts';
import { NeverRetry } from '../jobs/queue.ts';
import type { Delivery, Envelope } from '../outbox/delivery.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { Occasion, WhatIsDue } from '../schedules/what-is-due.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';
import { heartbeatDue, withHeartbeat, withLateness } from './remarks.ts';
import { newestIn, toldUntil } from './told.ts';
import type { WordDigest } from './word-once.ts';

/** What is due to a channel, and what it was sent last. */
export interface Look {
  readonly subscription: Subscription;
  readonly latest: Envelope | undefined;
  readonly revision: number;
  readonly occasion: Occasion;
  readonly due: WhatIsDue;
}

export interface ComposingNeeds extends DeliveryNeeds {
  readonly compose: ComposeDigest;
  readonly word: WordDigest;
}

/** What makes the digest that is due one of a kind. */
export function keyOf({ subscription, due }: Look): string {
  return `${subscription.id}:${due.slot}`;
}

/** The delivery to put into the outbox; undefined when nothing is new and the channel does not want to hear of that. */
export async function composeDelivery(look: Look, needs: ComposingNeeds): Promise<Delivery | undefined> {
  const { subscription, latest, due } = look;
  const { libraries, stories, clock } = needs;
  const story = stories.find((candidate) => candidate.key === subscription.story);
  if (story === undefined) throw new NeverRetry(`the story "${subscription.story}" is no longer followed`);
  const from = toldUntil(subscription, latest);
  const library = await libraries.open(story, look.revision);
  const createdAt = isoNow(clock);
  const window = { from, to: createdAt };
  const chosen = needs.compose(library, window);
  const speech = speechFor(chosen, look, clock.now());
  if (speech === 'silence') return undefined;
  const { message, receipts } = await needs.word(chosen, library, nextDueOf(subscription, clock.now()));
  const spoken = speech === 'heartbeat' ? withHeartbeat(message) : message;
  return {
    id: newDeliveryId(),
    key: keyOf(look),
    subscription: subscription.id,
    story: story.key,
    place: subscription.place,
    receipts,
    message: isLate(due) ? withLateness(spoken, new Date(due.dueAt).toISOString()) : spoken,
    state: 'waiting',
    createdAt,
    tellsUntil: newestIn(library, window),
  };
}

/** Whether what is sent comes so long after it was due that it says so. */
export function isLate({ verdict }: WhatIsDue): boolean {
  return verdict.kind === 'send' && verdict.late === 'late';
}

function speechFor(
  digest: Digest,
  { subscription, occasion, latest }: Look,
  nowMs: number,
): 'digest' | 'heartbeat' | 'silence' {
  if (digest.sources.length > 0 || occasion.kind === 'asked' || subscription.nothingNew === 'line') return 'digest';
  if (subscription.nothingNew === 'silent') return 'silence';
  return heartbeatDue(subscription, latest, nowMs) ? 'heartbeat' : 'silence';
}
