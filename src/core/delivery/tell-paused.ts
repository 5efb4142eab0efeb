import { personalPlace, type Place } from '../chat/place.ts';
import { type Clock, isoNow } from '../clock/clock.ts';
import { beginning } from '../digests/create-digest-desk.ts';
import { type DeliveryId, newDeliveryId, type StoryKey, type SubscriptionId } from '../ids/ids.ts';
import { messageDeliver } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { command, paragraph, text } from '../messages/spans.ts';
import type { Message } from '../messages/message.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';

/** What one person is told about a wish of theirs that rests. */
export interface PausedNotice {
  /** What makes it one of a kind: a job that runs again tells nothing new. */
  readonly key: string;
  /** The schedule or watch that rests. */
  readonly subscription: SubscriptionId;
  readonly story: StoryKey;
  /** The platform's id of the person. */
  readonly person: string;
  /** The channel that is gone or shut. */
  readonly place: Place;
  readonly message: Message;
}

export interface TellNeeds {
  readonly outbox: Outbox;
  readonly queue: JobQueue;
  readonly clock: Clock;
}

/**
 * Pauses the schedule whose channel is gone or shut, and has the person who set it told, once: the notice bears the key of
 * the delivery that was refused, so that a job that runs again tells nothing new. It goes to that person alone.
 */
export async function pauseAndTell(subscription: Subscription, refused: Delivery, needs: DeliveryNeeds): Promise<void> {
  const { id, story, place, createdBy } = subscription;
  const notice = await tellAlone(
    {
      key: `paused:${refused.id}`,
      subscription: id,
      story,
      person: createdBy,
      place,
      message: pausedMessage(subscription),
    },
    needs,
  );
  await needs.subscriptions.save({ ...subscription, state: 'paused' });
  needs.log.warn({ delivery: refused.id, notice }, 'a schedule is paused: its channel is gone or shut');
}

/** Has one person told, alone and once for each key; returns the id of the notice. */
export async function tellAlone(
  { key, subscription, story, person, place, message }: PausedNotice,
  { outbox, queue, clock }: TellNeeds,
): Promise<DeliveryId> {
  const notice = await outbox.put({
    id: newDeliveryId(),
    key,
    subscription,
    story,
    place: personalPlace(person, place),
    message,
    state: 'waiting',
    createdAt: isoNow(clock),
    // It tells nothing of the story.
    tellsUntil: beginning,
  });
  await queue.add(messageDeliver, { delivery: notice.id }, notice.id);
  return notice.id;
}

function pausedMessage({ story, place }: Subscription): Message {
  return {
    title: `Digests of /${story} are paused`,
    blocks: [
      paragraph(
        text('I can no longer post to the channel '),
        { kind: 'channel', id: place.channel },
        text(', for which you set a schedule: it is gone, or I may not write there. Let me in again, and type there '),
        command(`/${story} schedule resume`),
        text('. I say this once.'),
      ),
    ],
    citations: [],
  };
}
