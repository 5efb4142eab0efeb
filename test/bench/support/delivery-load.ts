// A process of its own that `npm run bench -- delivery` starts: what 10,000 channels take of memory, and how long a command takes
// while their digests go out. Store, queue, worker and answers are in this one process, on the embedded store: nowhere is less room.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openQueue } from '../../../src/adapters/bullmq/queue.ts';
import { subscriptionStore } from '../../../src/adapters/postgres/subscription-store.ts';
import { deliveryHandlers } from '../../../src/core/delivery/delivery-handlers.ts';
import { digestDue } from '../../../src/core/jobs/jobs.ts';
import { channelSubscription } from '../../chaos/plan.ts';
import { loopbackPlatform } from '../../support/loopback-platform.ts';
import { folderDatabase, silentLog } from '../../support/memory-database.ts';
import { reader, testBotOn } from '../../support/test-bot.ts';

const channels = Number(process.argv[2]);
const commands = ['who', 'timeline', 'ask What did Lavrov say about Europe?', 'help'];
/** How many commands are typed while nothing else happens, and the time between two, in milliseconds. */
const idleCommands = 200;
const betweenMs = 50;

const clock = { now: () => Date.now(), set: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'communique-load-'));
const database = await folderDatabase(folder);
const queue = await openQueue({ database, clock, log: silentLog });
const test = await testBotOn(
  {
    ...{ database, queue },
    close: async () => {
      await queue.close();
      await database.close();
    },
  },
  { clock },
);
await test.ingest(['config/samples']);
await command(0);
const before = memory();
await makeDue();
const held = memory();
const idle = await latencies((count) => count < idleCommands);
const peak = { rss: 0 };
const busy = await drain();
print();
await test.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

/** Every channel has a schedule, and a job that is due. */
async function makeDue(): Promise<void> {
  const [story] = test.stories;
  if (story === undefined) throw new Error('there is a story');
  const subscriptions = subscriptionStore(database);
  for (let number = 0; number < channels; number += 1) {
    const subscription = { ...channelSubscription(1, number, clock.now()), story: story.key };
    await subscriptions.save(subscription);
    await queue.add(digestDue, { subscription: subscription.id }, subscription.id);
  }
}

/** Commands are typed for as long as digests go out. */
async function drain(): Promise<number[]> {
  const program = fileURLToPath(new URL('../../support/platform-process.js', import.meta.url));
  const platform = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [first] = await once(platform, 'message');
  const { url } = z.object({ url: z.string() }).parse(first);
  const platforms = new Map([['test', loopbackPlatform('test', url)]]);
  let seen = 0;
  platform.on('message', (raw) => {
    seen = z.object({ seen: z.number() }).parse(raw).seen;
  });
  await queue.work(deliveryHandlers({ ...test, platforms, blindSpots: async () => [], log: silentLog }));
  const taken = await latencies(() => {
    peak.rss = Math.max(peak.rss, process.memoryUsage().rss);
    return seen < channels;
  });
  platform.disconnect();
  return taken;
}

async function latencies(goesOn: (count: number) => boolean): Promise<number[]> {
  const taken: number[] = [];
  while (goesOn(taken.length)) {
    const started = performance.now();
    await command(taken.length);
    taken.push(performance.now() - started);
    await setTimeout(betweenMs);
  }
  return taken;
}

async function command(count: number): Promise<void> {
  const line = commands[count % commands.length] ?? 'help';
  await test.bot.run('summit', { kind: 'text', text: line }, reader);
}

/** What is in use once everything that is not was cleared away. */
function memory(): { readonly rss: number; readonly heapUsed: number } {
  globalThis.gc?.();
  return process.memoryUsage();
}

function print(): void {
  const mb = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;
  console.log(`\n${channels} channels in one process on the embedded store; commands: ${commands.join(', ')}`);
  console.log(`memory: ${mb(before.rss)} with the articles (heap ${mb(before.heapUsed)}), ${mb(held.rss)} with the`);
  console.log(`channels and their jobs (heap ${mb(held.heapUsed)}), ${mb(peak.rss)} at most while digests go out`);
  console.log('a command takes       median       p99   commands');
  const line = (name: string, taken: readonly number[]): void => {
    const sorted = taken.toSorted((left, right) => left - right);
    const at = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)} ms`;
    console.log(`${name.padEnd(18)} ${at(0.5).padStart(9)} ${at(0.99).padStart(9)} ${`${taken.length}`.padStart(10)}`);
  };
  line('idle', idle);
  line('digests going out', busy);
}
