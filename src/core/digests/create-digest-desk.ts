import { type Clock, isoNow } from '../clock/clock.ts';
import { digestDue } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { nextDueTimes } from '../schedules/due-times.ts';
import type { SubscriptionStore } from '../schedules/subscription-store.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { DigestDesk, PreviewAsked, PreviewWish } from './digest-desk.ts';
import type { DraftDigest } from './draft.ts';
import { previewMessage } from './preview-message.ts';

/** Before any article could have been added: the first digest of a channel covers everything held. */
export const beginning = '1970-01-01T00:00:00.000Z';

export function createDigestDesk(needs: {
  readonly draft: DraftDigest;
  /** Has a preview made and sent by a job. Throws UserError as `DigestDesk.preview` does. */
  readonly sendPreview: (wish: PreviewWish) => Promise<PreviewAsked>;
  readonly subscriptions: SubscriptionStore;
  readonly queue: JobQueue;
  readonly clock: Clock;
}): DigestDesk {
  const { draft, sendPreview, subscriptions, queue, clock } = needs;
  return {
    now: async (story, place) => {
      const subscription = await subscriptions.find(story.key, place);
      if (subscription === undefined) return undefined;
      const { id } = subscription;
      const at = isoNow(clock);
      const minute = at.slice(0, 16);
      await queue.add(digestDue, { subscription: id, occasion: { kind: 'asked', at } }, `${id}:now:${minute}`);
      return at;
    },
    toldUntil: async (story, place) => (await subscriptions.find(story.key, place))?.toldUntil,
    show: async (story, place) => {
      const { digest, message } = await draft(story, place);
      return { digest, message };
    },
    preview: async (story, { place, user, hears }) => {
      if (hears !== 'answer-only') return sendPreview({ story: story.key, place, person: user.id, at: isoNow(clock) });
      const made = await draft(story, place);
      return { digest: made.digest, message: previewMessage(made, place) };
    },
  };
}

/** When the subscription's next digest is due after a moment in milliseconds; undefined when it is paused or there is none. */
export function nextDueOf(subscription: Subscription | undefined, afterMs: number): string | undefined {
  if (subscription === undefined || subscription.state === 'paused') return undefined;
  return nextDueTimes(subscription.timing, { afterMs, anchorMs: 0, count: 1 })[0];
}
