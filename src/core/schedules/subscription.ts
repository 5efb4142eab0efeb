import { z } from 'zod';
import { placeSchema } from '../chat/place.ts';
import { storyKeySchema, subscriptionIdSchema } from '../ids/ids.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When a digest is due: at local times of day on some days, or again and again after a fixed time. */
export const timingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('daily'),
    /** Local times "HH:MM", ascending. */
    times: z.array(localTime).min(1),
    days: z.array(z.enum(weekdays)).min(1),
    /** IANA name. */
    timeZone: z.string(),
  }),
  z.object({ kind: z.literal('every'), everyMs: z.int().min(60_000) }),
]);

/** A stretch of each day in which nothing is posted by itself; `from` is in it, `to` is not. It may cross midnight. */
export const quietSchema = z.object({
  from: localTime,
  to: localTime,
  /** IANA name. */
  timeZone: z.string(),
});

/**
 * What a digest that is due does when there is nothing new: say nothing at all, say so in a line each time, or say so when
 * otherwise more than a week would pass without a word, so that silence is never taken for a bot that died.
 */
export const nothingNewChoices = ['silent', 'line', 'heartbeat-weekly'] as const;

/** A channel's wish to be sent digests of a story. One for each (story, place). */
export const subscriptionSchema = z.object({
  id: subscriptionIdSchema,
  story: storyKeySchema,
  place: placeSchema,
  timing: timingSchema,
  /** Absent: it may be sent digests at any hour. */
  quiet: quietSchema.optional(),
  nothingNew: z.enum(nothingNewChoices).default('heartbeat-weekly'),
  state: z.enum(['active', 'paused']),
  /** The platform's id of the person who set it. */
  createdBy: z.string(),
  /** ISO 8601 UTC. */
  createdAt: z.string(),
  /** ISO 8601 UTC: since when it has been active without a pause. Absent in the oldest rows. */
  activeSince: z.string().optional(),
  /** ISO 8601 UTC: articles added up to this moment have been told. Absent before the first digest. */
  toldUntil: z.string().optional(),
});

export type Quiet = z.infer<typeof quietSchema>;
export type NothingNew = (typeof nothingNewChoices)[number];
export type Timing = z.infer<typeof timingSchema>;
export type Subscription = z.infer<typeof subscriptionSchema>;
