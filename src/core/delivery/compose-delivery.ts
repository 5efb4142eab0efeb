import { newDeliveryId } from '../ids/ids.ts';
import { NeverRetry } from '../jobs/queue.ts';
import type { Delivery, Envelope } from '../outbox/delivery.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { Occasion, WhatIsDue } from '../schedules/what-is-due.ts';
import { chooseDigest, wordChoice, type WordsNeeds } from './compose-for-channel.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';
import { withLateness } from './remarks.ts';
import { newestIn } from './told.ts';

/** What is due to a channel, and what it was sent last. */
export interface Look {
  readonly subscription: Subscription;
  readonly latest: Envelope | undefined;
  readonly revision: number;
  readonly occasion: Occasion;
  readonly due: WhatIsDue;
}

export interface ComposingNeeds extends DeliveryNeeds, WordsNeeds {}

/** What makes the digest that is due one of a kind. */
export function keyOf({ subscription, due }: Look): string {
  return `${subscription.id}:${due.slot}`;
}

/** The delivery to put into the outbox; undefined when nothing is new and the channel does not want to hear of that. */
export async function composeDelivery(look: Look, needs: ComposingNeeds): Promise<Delivery | undefined> {
  const { subscription, latest, due } = look;
  const story = needs.stories.find((candidate) => candidate.key === subscription.story);
  if (story === undefined) throw new NeverRetry(`the story "${subscription.story}" is no longer followed`);
  const { kind: occasion } = look.occasion;
  const choice = await chooseDigest({ story, subscription, latest, revision: look.revision, occasion }, needs);
  if (choice.speech === 'silence') return undefined;
  const { message, receipts } = await wordChoice(choice, subscription, needs);
  return {
    id: newDeliveryId(),
    key: keyOf(look),
    subscription: subscription.id,
    story: story.key,
    place: subscription.place,
    receipts,
    message: isLate(due) ? withLateness(message, new Date(due.dueAt).toISOString()) : message,
    state: 'waiting',
    createdAt: choice.window.to,
    tellsUntil: newestIn(choice.library, choice.window),
  };
}

/** Whether what is sent comes so long after it was due that it says so. */
export function isLate({ verdict }: WhatIsDue): boolean {
  return verdict.kind === 'send' && verdict.late === 'late';
}
