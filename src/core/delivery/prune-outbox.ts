import { outboxPrune } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';

/** How often it is looked for old deliveries. Milliseconds. */
const everyMs = 3_600_000;
/**
 * A year and a month: what happens each year can still be asked about in the thread of its last digest, and a correction
 * still finds the digests that cited what it corrects.
 */
const usualKeepDays = 400;
const dayMs = 86_400_000;

/** Makes the queue forget old deliveries again and again; run at start. */
export async function keepPruning(queue: JobQueue): Promise<void> {
  await queue.schedule('outbox-prune', { kind: 'every', everyMs }, outboxPrune, {});
}

/**
 * Forgets deliveries that are over and older than they are kept, a few at a time, so that nobody waits for it. Up to where
 * each channel was told stands with its subscription, and the newest delivery of each stays: nothing is told again.
 */
export async function pruneOutbox(
  { outbox, clock, log, keepDays = usualKeepDays }: DeliveryNeeds,
  signal: AbortSignal,
): Promise<void> {
  const before = new Date(clock.now() - keepDays * dayMs).toISOString();
  let forgotten = 0;
  for (let count = await outbox.forget(before); count > 0; count = await outbox.forget(before)) {
    forgotten += count;
    signal.throwIfAborted();
  }
  if (forgotten > 0) log.info({ deliveries: forgotten, before }, 'old deliveries were forgotten');
}
