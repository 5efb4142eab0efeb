import { type Clock, isoNow } from '../clock/clock.ts';
import { digestDue } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { nextDueTimes } from '../schedules/due-times.ts';
import type { SubscriptionStore } from '../schedules/subscription-store.ts';
import type { Subscription } from '../schedules/subscription.ts';
import type { LibraryDesk } from '../stories/library-desk.ts';
import type { Writer } from '../writing/writer.ts';
import type { FindBlindSpots } from './blind-spots.ts';
import { composeDigest } from './compose-digest.ts';
import type { DigestDesk } from './digest-desk.ts';
import { digestMessage } from './digest-message.ts';
import { wordDigest } from './word-digest.ts';

/** Before any article could have been added: the first digest of a channel covers everything held. */
export const beginning = '1970-01-01T00:00:00.000Z';

export function createDigestDesk(needs: {
  readonly libraries: LibraryDesk;
  readonly subscriptions: SubscriptionStore;
  readonly blindSpots: FindBlindSpots;
  /** Without one every line keeps the words of its article. */
  readonly writer?: Writer;
  readonly queue: JobQueue;
  readonly clock: Clock;
}): DigestDesk {
  const { libraries, subscriptions, blindSpots, queue, clock } = needs;
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
    preview: async (story, place) => {
      const library = await libraries.open(story);
      const subscription = await subscriptions.find(story.key, place);
      const window = { from: subscription?.toldUntil ?? beginning, to: isoNow(clock) };
      const digest = await wordDigest(composeDigest(library, window), library, needs.writer);
      return {
        digest,
        message: digestMessage(digest, library, {
          nextDue: nextDueOf(subscription, clock.now()),
          blindSpots: await blindSpots(story),
        }),
      };
    },
  };
}

/** When the subscription's next digest is due after a moment in milliseconds; undefined when it is paused or there is none. */
export function nextDueOf(subscription: Subscription | undefined, afterMs: number): string | undefined {
  if (subscription === undefined || subscription.state === 'paused') return undefined;
  return nextDueTimes(subscription.timing, { afterMs, anchorMs: 0, count: 1 })[0];
}
