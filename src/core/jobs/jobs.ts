import { z } from 'zod';
import { placeSchema } from '../chat/place.ts';
import { deliveryIdSchema, storyKeySchema, subscriptionIdSchema } from '../ids/ids.ts';

/** A kind of work the queue carries: a written, stable name and a payload of ids. A rename would lose waiting jobs. */
export interface JobKind<Payload extends object = object> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** How often it is tried in all. */
  readonly attempts: number;
  /** The first wait before another try, in milliseconds; it doubles each time. */
  readonly backoffMs: number;
  /** A run that takes longer counts as failed, in milliseconds. */
  readonly timeoutMs: number;
}

function kind<Payload extends object>(definition: JobKind<Payload>): JobKind<Payload> {
  return definition;
}

/** A feed may be due: look at it and take in its new articles. */
export const feedPoll = kind({
  name: 'feed.poll',
  payload: z.object({ feed: z.string() }),
  attempts: 3,
  backoffMs: 30_000,
  // A first look reads the page of each of its items, one after the other.
  timeoutMs: 1_800_000,
});

/** A subscription is due: compose its digest into the outbox, and post it. */
export const digestDue = kind({
  name: 'digest.due',
  payload: z.object({
    subscription: subscriptionIdSchema,
    /** Absent in a scheduler's jobs: the moment for which the job was scheduled is a slot. `at` is ISO 8601 UTC. */
    occasion: z.object({ kind: z.enum(['slot', 'quiet-end', 'asked']), at: z.iso.datetime() }).optional(),
  }),
  // Some three hours in all: a store that is away for a while must not cost a digest.
  attempts: 12,
  backoffMs: 5_000,
  // A minute to compose, half a one to post.
  timeoutMs: 90_000,
});

/** Somebody asked for a preview of a channel's digest: compose it into the outbox, for that person alone. */
export const digestPreview = kind({
  name: 'digest.preview',
  payload: z.object({
    story: storyKeySchema,
    place: placeSchema,
    /** The platform's id of the person. */
    person: z.string().min(1),
    /** ISO 8601 UTC: when it was asked for. */
    at: z.iso.datetime(),
  }),
  // Some ten minutes in all: who waits for longer asks again.
  attempts: 8,
  backoffMs: 5_000,
  timeoutMs: 60_000,
});

/** A message waits in the outbox: post it. */
export const messageDeliver = kind({
  name: 'message.deliver',
  payload: z.object({ delivery: deliveryIdSchema }),
  attempts: 8,
  backoffMs: 2_000,
  timeoutMs: 30_000,
});

/** A look at the outbox: what should have been posted and was not gets a job again. */
export const outboxTend = kind({
  name: 'outbox.tend',
  payload: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
  timeoutMs: 60_000,
});

/** Deliveries that are over may have grown old: forget them. */
export const outboxPrune = kind({
  name: 'outbox.prune',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 60_000,
  timeoutMs: 60_000,
});

/** Something new may match what is watched: look at all watches. */
export const watchCheck = kind({
  name: 'watch.check',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 5_000,
  timeoutMs: 300_000,
});
