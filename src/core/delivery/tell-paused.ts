import { personalPlace } from '../chat/place.ts';
import { isoNow } from '../clock/clock.ts';
import { beginning } from '../digests/create-digest-desk.ts';
import { newDeliveryId } from '../ids/ids.ts';
import { messageDeliver } from '../jobs/jobs.ts';
import { command, paragraph, text } from '../messages/spans.ts';
import type { Message } from '../messages/message.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { DeliveryNeeds } from './delivery-handlers.ts';

/**
 * Pauses the schedule whose channel is gone or shut, and has the person who set it told, once: the notice bears the key of
 * the delivery that was refused, so that a job that runs again tells nothing new. It goes to that person alone.
 */
export async function pauseAndTell(subscription: Subscription, refused: Delivery, needs: DeliveryNeeds): Promise<void> {
  const { subscriptions, outbox, queue, clock, log } = needs;
  const notice = await outbox.put({
    id: newDeliveryId(),
    key: `paused:${refused.id}`,
    subscription: subscription.id,
    story: subscription.story,
    place: personalPlace(subscription.createdBy, subscription.place),
    message: pausedMessage(subscription),
    state: 'waiting',
    createdAt: isoNow(clock),
    // It tells nothing of the story.
    tellsUntil: beginning,
  });
  await queue.add(messageDeliver, { delivery: notice.id }, notice.id);
  await subscriptions.save({ ...subscription, state: 'paused' });
  log.warn({ delivery: refused.id, notice: notice.id }, 'a schedule is paused: its channel is gone or shut');
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
