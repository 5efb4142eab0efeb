import { type Clock, isoNow } from '../clock/clock.ts';
import { nextDueTimes } from '../schedules/due-times.ts';
import type { SubscriptionStore } from '../schedules/subscription-store.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { LibraryDesk } from '../stories/library-desk.ts';
import { composeDigest } from './compose-digest.ts';
import type { DigestDesk } from './digest-desk.ts';
import { digestMessage } from './digest-message.ts';

/** Before any article could have been added: the first digest of a channel covers everything held. */
export const beginning = '1970-01-01T00:00:00.000Z';

export function createDigestDesk(needs: {
  readonly libraries: LibraryDesk;
  readonly subscriptions: SubscriptionStore;
  readonly clock: Clock;
}): DigestDesk {
  const { libraries, subscriptions, clock } = needs;
  return {
    toldUntil: async (story, place) => (await subscriptions.find(story.key, place))?.toldUntil,
    preview: async (story, place) => {
      const library = await libraries.open(story);
      const subscription = await subscriptions.find(story.key, place);
      const digest = composeDigest(library, { from: subscription?.toldUntil ?? beginning, to: isoNow(clock) });
      return { digest, message: digestMessage(digest, library, nextDueOf(subscription, clock.now())) };
    },
  };
}

/** When the subscription's next digest is due after a moment in milliseconds; undefined when it is paused or there is none. */
export function nextDueOf(subscription: Subscription | undefined, afterMs: number): string | undefined {
  if (subscription === undefined || subscription.state === 'paused') return undefined;
  return nextDueTimes(subscription.timing, { afterMs, anchorMs: 0, count: 1 })[0];
}
