import { messageDeliver, outboxTend } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { DeliveryNeeds } from './delivery-needs.ts';

/** How often the outbox is looked over, and how late a delivery is when its job is taken for lost. Milliseconds. */
const everyMs = 60_000;
const lateMs = 120_000;

/** Makes the queue look over the outbox again and again; run at start. */
export async function keepTending(queue: JobQueue): Promise<void> {
  await queue.schedule('outbox-tend', { kind: 'every', everyMs }, outboxTend, {});
}

/**
 * The store is right when it and the queue differ: a delivery that should have been posted by now gets its job again, if
 * that is gone. A queue may lose one (Redis its last second in a power cut, or all of it), and a job ends when the store
 * was away for longer than its attempts lasted.
 */
export async function tendOutbox({ outbox, queue, clock, log }: DeliveryNeeds): Promise<void> {
  const overdue = await outbox.overdue(new Date(clock.now() - lateMs).toISOString());
  for (const delivery of overdue) await queue.addAnew(messageDeliver, { delivery }, delivery);
  if (overdue.length > 0) log.warn({ deliveries: overdue.length }, 'deliveries are late; each has its job');
}
