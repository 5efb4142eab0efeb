import { z } from 'zod';
import { placeSchema } from '../chat/place.ts';
import { deliveryIdSchema, storyKeySchema, subscriptionIdSchema } from '../ids/ids.ts';
import { receiptsFileSchema } from '../receipts/receipts-file.ts';
import { messageSchema } from '../messages/message.ts';

/** A composed message on its way to one place. */
export const deliverySchema = z.object({
  id: deliveryIdSchema,
  /** What makes it one of a kind: subscription, local date and slot. Unique in the store, so it is due at most once. */
  key: z.string(),
  subscription: subscriptionIdSchema,
  story: storyKeySchema,
  place: placeSchema,
  message: messageSchema,
  /** What a digest rests on; absent in other messages. */
  receipts: receiptsFileSchema.optional(),
  state: z.enum(['waiting', 'sending', 'sent', 'failed', 'given-up']),
  /** Why it failed or was given up, for people who operate the bot. */
  reason: z.string().optional(),
  /** ISO 8601 UTC. */
  createdAt: z.string(),
  /** ISO 8601 UTC: once it is sent, articles added up to this moment have been told. Absent in the oldest rows: `createdAt`. */
  tellsUntil: z.string().optional(),
  posted: z.object({ id: z.string(), thread: z.string() }).optional(),
});

export type Delivery = z.infer<typeof deliverySchema>;
