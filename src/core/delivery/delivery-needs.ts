import type { ChatPlatform } from '../chat/chat-platform.ts';
import type { Clock } from '../clock/clock.ts';
import type { FindBlindSpots } from '../digests/blind-spots.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Log } from '../log/log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SubscriptionStore } from '../schedules/subscription-store.ts';
import type { LibraryDesk } from '../stories/library-desk.ts';
import type { Story } from '../stories/story.ts';
import type { Writer } from '../writing/writer.ts';

/** What the workers of delivery are made of. */
export interface DeliveryNeeds {
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly queue: JobQueue;
  readonly libraries: LibraryDesk;
  readonly stories: readonly Story[];
  /** The platforms this process can post to, by name. */
  readonly platforms: ReadonlyMap<string, ChatPlatform>;
  readonly blindSpots: FindBlindSpots;
  /** Without one every line keeps the words of its article. */
  readonly writer?: Writer;
  readonly clock: Clock;
  readonly log: Log;
  /** How long one run keeps others from posting the same delivery, in milliseconds; a little more than a job may take. */
  readonly holdMs?: number;
  /** How long deliveries that are over are kept; 400 days when absent. */
  readonly keepDays?: number;
}
