import { z } from 'zod';
import { placeSchema } from '../chat/place.ts';
import { storyKeySchema, subscriptionIdSchema } from '../ids/ids.ts';

export const watchKinds = ['actor', 'topic', 'term', 'dispute'] as const;

/** A channel's wish to be told when something new matches. */
export const watchSchema = z.object({
  /** Of the kind of a subscription's: a delivery names the wish that it fulfils. */
  id: subscriptionIdSchema,
  story: storyKeySchema,
  place: placeSchema,
  /**
   * `actor`: a sentence names the actor; `topic`: it holds all the words, in any form and order; `term`: it holds the words
   * as they stand; `dispute`: articles contradict each other.
   */
  kind: z.enum(watchKinds),
  /** The actor's shown name, or the words; of a dispute, words that it must hold, '' for any. */
  what: z.string(),
  /** The platform's id of a role that its alerts mention. */
  role: z.string().optional(),
  state: z.enum(['active', 'paused']),
  /** The platform's id of the person who set it. */
  createdBy: z.string(),
  /** ISO 8601 UTC. */
  createdAt: z.string(),
  /** ISO 8601 UTC: articles added up to this moment have been looked at and told. */
  seenUntil: z.string(),
});

export type Watch = z.infer<typeof watchSchema>;

/** What is watched for. */
export type WatchRule = Pick<Watch, 'kind' | 'what'>;

/** "actor Anna Holm", "dispute". */
export function describeRule({ kind, what }: WatchRule): string {
  return what === '' ? kind : `${kind} ${what}`;
}
