import { z } from 'zod';
import { placeSchema } from '../chat/place.ts';
import { deliveryIdSchema, storyKeySchema, subscriptionIdSchema } from '../ids/ids.ts';
import { receiptsFileSchema } from '../receipts/receipts-file.ts';
import { messageSchema } from '../messages/message.ts';

/** A composed message on its way to one place. */
export const deliverySchema = z.object({
  id: deliveryIdSchema,
  /** What makes it one of a kind: of a digest subscription, local date and slot. Unique in the store, so it is due at most once. */
  key: z.string(),
  /** The schedule or watch that it fulfils. Absent: none, and so what becomes of it changes none. */
  subscription: subscriptionIdSchema.optional(),
  story: storyKeySchema,
  place: placeSchema,
  message: messageSchema,
  /** What a digest rests on; absent in other messages. */
  receipts: receiptsFileSchema.optional(),
  state: z.enum(['waiting', 'sending', 'sent', 'failed', 'given-up']),
  /** Why it failed or was given up, for people who operate the bot. */
  reason: z.string().optional(),
  /** How often the platform did not take it, since it was composed or put back. Absent: never. */
  failures: z.int().positive().optional(),
  /** ISO 8601 UTC: when it is tried again, where that is known. */
  nextTryAt: z.string().optional(),
  /** ISO 8601 UTC: when the last run that meant to post it took it. Absent: none has, since it was composed or put back. */
  takenAt: z.string().optional(),
  /** ISO 8601 UTC: when somebody put it back after it had been given up; its age counts from then. */
  putBackAt: z.string().optional(),
  /** ISO 8601 UTC. */
  createdAt: z.string(),
  /** ISO 8601 UTC: once it is sent, articles added up to this moment have been told. Absent in the oldest rows: `createdAt`. */
  tellsUntil: z.string().optional(),
  posted: z.object({ id: z.string(), thread: z.string() }).optional(),
});

export type Delivery = z.infer<typeof deliverySchema>;

/** A delivery as far as the next one to its channel has to know it: without what it says. All moments are ISO 8601. */
export const envelopeSchema = deliverySchema.pick({
  ...{ id: true, key: true, subscription: true, state: true, createdAt: true, putBackAt: true, tellsUntil: true },
});

export type Envelope = z.infer<typeof envelopeSchema>;
