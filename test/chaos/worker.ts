// One process of Communiqué as the chaos run starts, kills and starts it again: its parts are the real ones, but the platform.
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { openQueue } from '../../src/adapters/bullmq/queue.ts';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { type Database } from '../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import { outbox as outboxIn } from '../../src/adapters/postgres/outbox.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { deliveryHandlers } from '../../src/core/delivery/delivery-handlers.ts';
import type { DeliveryNeeds } from '../../src/core/delivery/delivery-needs.ts';
import { keepTending } from '../../src/core/delivery/tend-outbox.ts';
import { digestDue, outboxTend } from '../../src/core/jobs/jobs.ts';
import type { JobHandler } from '../../src/core/jobs/queue.ts';
import type { Log } from '../../src/core/log/log.ts';
import { createIngest, type Ingest } from '../../src/core/stories/ingest.ts';
import { createLibraryDesk } from '../../src/core/stories/library-desk.ts';
import { pinoLog } from '../../src/adapters/log/pino-log.ts';
import { harbour } from '../support/held-library.ts';
import { loopbackPlatform } from '../support/loopback-platform.ts';
import { storeTemplate } from '../support/memory-database.ts';
import { channelSubscription, type FromWorker, toWorkerSchema, workerPlanSchema } from './plan.ts';

const plan = workerPlanSchema.parse(JSON.parse(process.argv[2] ?? ''));

/** The whole process lives by this clock, its libraries too. */
let shiftMs = plan.shiftMs;
const machineNow = Date.now.bind(Date);
Date.now = () => machineNow() + shiftMs;
const clock = { now: () => Date.now() };

const log: Log = pinoLog({ level: plan.logLevel, style: 'json' });
const database = await openStore();
const queue = await openQueue({
  database,
  clock,
  log,
  lockMs: plan.lockMs,
  ...(plan.redisUrl !== undefined && { redisUrl: plan.redisUrl }),
});
const articles = articleStore(database);
const needs: DeliveryNeeds = {
  subscriptions: subscriptionStore(database),
  outbox: outboxIn(database),
  queue,
  libraries: createLibraryDesk(articles),
  stories: [harbour],
  blindSpots: async () => [],
  platforms: new Map([['test', loopbackPlatform('test', plan.platformUrl)]]),
  clock,
  log,
  holdMs: plan.holdMs,
};
const intake = createIngest({ articles, stories: [harbour], clock });
await queue.work(deliveryHandlers(needs).map(dueAtOnce));
await keepTending(queue);
let stopped = false;
let pokes = 0;

process.on('message', (raw) => {
  const message = toWorkerSchema.parse(raw);
  if (message.kind === 'seed') void seed(intake).then(() => tell({ kind: 'seeded' }));
  if (message.kind === 'ingest') void ingest(intake);
  if (message.kind === 'ask')
    void needs.outbox.summary().then((summary) => tell({ kind: 'summary', ...summary }), retell);
  if (message.kind === 'shift') {
    shiftMs = message.ms;
    // A waiting worker looks at the clock when a job comes.
    pokes += 1;
    queue.add(outboxTend, {}, `poke-${process.pid}-${pokes}`).catch(retell);
  }
});
process.once('SIGTERM', () => void stop());
process.once('disconnect', () => process.exit(1));
tell({ kind: 'ready' });

/** All channels are due at the same minute, at whatever time their jobs run. */
function dueAtOnce(handler: JobHandler): JobHandler {
  if (handler.kind.name !== digestDue.name) return handler;
  return { ...handler, run: (run) => handler.run({ ...run, dueAt: plan.dueAt }) };
}

/** A process that was killed leaves its lock for an instant. */
async function openStore(): Promise<Database> {
  const { store } = plan;
  return openDatabase(store.kind === 'server' ? store : { ...store, template: storeTemplate }, log);
}

/** A server that goes away in its midst does not end it. */
async function seed(ingest: Ingest): Promise<void> {
  for (;;) {
    try {
      return await seedAll(ingest);
    } catch (error) {
      retell(error);
      await setTimeout(200);
    }
  }
}

/** Done again after a kill, it makes nothing twice. */
async function seedAll(ingest: Ingest): Promise<void> {
  await ingest.take({ text: 'Mayor Anna Holm said the harbour of Nordby would open on Monday.', publisher: 'Courier' });
  for (let number = 0; number < plan.channels; number += 1) {
    const subscription = channelSubscription(plan.seed, number, plan.dueAt);
    await needs.subscriptions.save(subscription);
    await queue.add(digestDue, { subscription: subscription.id }, `due-${subscription.id}`);
  }
}

/** Takes in articles until it is stopped, and tells the id of each when the store has it. */
async function ingest(into: Ingest): Promise<void> {
  for (let number = 0; !stopped; number += 1) {
    const text = `Captain Jens Krag moved boat ${process.pid} ${number} to the port of Sunde on Friday. ${'It rained. '.repeat(200)}`;
    const { article } = await into.take({ text, publisher: 'Courier' });
    tell({ kind: 'held', article: article.id });
  }
}

async function stop(): Promise<void> {
  stopped = true;
  await queue.close();
  await database.close();
  process.exit(0);
}

function tell(message: FromWorker): void {
  process.send?.(message);
}

/** A store or queue that is away for a moment: the parent asks again. */
function retell(error: unknown): void {
  tell({ kind: 'trouble', reason: z.instanceof(Error).safeParse(error).data?.message ?? String(error) });
}
