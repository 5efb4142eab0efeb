import { createHash } from 'node:crypto';
import { z } from 'zod';
import { subscriptionIdSchema } from '../../src/core/ids/ids.ts';
import { readTiming } from '../../src/core/schedules/read-timing.ts';
import type { Subscription } from '../../src/core/schedules/subscription.ts';
import { harbour } from '../support/held-library.ts';

/** What a worker process is started with. */
export const workerPlanSchema = z.object({
  store: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('server'), url: z.string() }),
    z.object({ kind: z.literal('folder'), folder: z.string() }),
  ]),
  redisUrl: z.string().exactOptional(),
  platformUrl: z.string(),
  seed: z.number(),
  channels: z.number(),
  /** Milliseconds since the epoch: the minute for which every channel is due. */
  dueAt: z.number(),
  /** By how much its clock is wrong at the start, in milliseconds. */
  shiftMs: z.number(),
  lockMs: z.number(),
  holdMs: z.number(),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
});
export type WorkerPlan = z.infer<typeof workerPlanSchema>;

export const toWorkerSchema = z.discriminatedUnion('kind', [
  /** Makes the channels and makes them all due. */
  z.object({ kind: z.literal('seed') }),
  /** Takes in articles until it is stopped. */
  z.object({ kind: z.literal('ingest') }),
  /** Asks for a summary of the outbox. */
  z.object({ kind: z.literal('ask') }),
  /** Sets the clock so much before the machine's. */
  z.object({ kind: z.literal('shift'), ms: z.number() }),
]);
export type ToWorker = z.infer<typeof toWorkerSchema>;

export const fromWorkerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('seeded') }),
  z.object({ kind: z.literal('held'), article: z.string() }),
  z.object({ kind: z.literal('summary'), states: z.record(z.string(), z.number()) }).loose(),
  z.object({ kind: z.literal('trouble'), reason: z.string() }),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;

/**
 * The subscription of a channel, due each day at the minute of `dueAt` (milliseconds since the epoch): the same for the same
 * seed and number, so that seeding can be cut short and done again.
 */
export function channelSubscription(seed: number, number: number, dueAt: number): Subscription {
  const hash = createHash('sha256').update(`${seed} ${number}`).digest('hex');
  const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return {
    id: subscriptionIdSchema.parse(id),
    story: harbour.key,
    place: { platform: 'test', workspace: 'w', channel: `c${number}` },
    timing: readTiming({ at: new Date(dueAt).toISOString().slice(11, 16) }, 'UTC'),
    state: 'active',
    nothingNew: 'line',
    createdBy: 'chaos',
    createdAt: '2025-02-18T06:00:00.000Z',
  };
}
