import { z } from 'zod';
import { deliveryIdSchema } from '../ids/ids.ts';

/** What came of one time at which a digest was due. All moments are ISO 8601 UTC. */
export const runSchema = z.object({
  /** What makes it one of a kind in its subscription: the local date and time, with a word before it when it was no slot. */
  slot: z.string(),
  /** The moment for which it was due; of skipped ones, the last. */
  dueAt: z.string(),
  /** When it was dealt with. */
  at: z.string(),
  /**
   * `composed` into the outbox; `nothing-new` and so not a word; `held` until quiet hours end; `told` already by a later
   * digest; `left-out` because the one before it had not arrived; `skipped` because it was too late for it.
   */
  result: z.enum(['composed', 'nothing-new', 'held', 'told', 'left-out', 'skipped']),
  /** Set when it was composed so long after it was due that the message says so. */
  late: z.literal(true).optional(),
  delivery: deliveryIdSchema.optional(),
  /** Of skipped ones: how many, and the first of them. */
  count: z.int().positive().optional(),
  since: z.string().optional(),
});

export type Run = z.infer<typeof runSchema>;
