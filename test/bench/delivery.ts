// Messages a second through compose, outbox and a platform that answers in 1 ms, against bare jobs that post the same bodies.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import { backendFor } from '../../src/adapters/bullmq/backend.ts';
import { openQueue, optionsOf, workerOptions } from '../../src/adapters/bullmq/queue.ts';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { type Database } from '../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import { outbox as outboxIn } from '../../src/adapters/postgres/outbox.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { readSources } from '../../src/adapters/files/read-sources.ts';
import { deliveryHandlers } from '../../src/core/delivery/delivery-handlers.ts';
import type { DeliveryNeeds } from '../../src/core/delivery/delivery-needs.ts';
import { digestDue, messageDeliver } from '../../src/core/jobs/jobs.ts';
import { createIngest } from '../../src/core/stories/ingest.ts';
import { createLibraryDesk } from '../../src/core/stories/library-desk.ts';
import { channelSubscription } from '../chaos/plan.ts';
import { harbour } from '../support/held-library.ts';
import { loopbackPlatform } from '../support/loopback-platform.ts';
import { folderDatabase, silentLog } from '../support/memory-database.ts';
import { startPostgres, startRedis } from '../support/private-servers.ts';
import { type CountedDatabase, countedDatabase } from './support/counted-database.ts';
import { measurePace } from './support/delivery-pace.ts';
import { measureLoad } from './support/measure-load.ts';

const full = process.argv.includes('--full');
const messages = full ? 5_000 : 500;
const rounds = 5;
const clock = { now: () => Date.now() };
const body = z.object({ url: z.string() });
const progress = z.object({ seen: z.number() });

const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
const footings = ['embedded', ...(postgres ? ['postgres'] : []), ...(postgres && redis ? ['postgres+redis'] : [])];
console.log(
  `${messages} messages, ${workerOptions().concurrency} at a time, platform answers in 1 ms, median of ${rounds} rounds`,
);
console.log(
  'footing           ours/s   bare/s   share   ms a message: ours    bare   SQL statements a message: ours   bare',
);
let databases = 0;
try {
  for (const footing of footings) {
    const measured: Round[] = [];
    for (let round = -1; round < rounds; round += 1) {
      const { text, ...mine } = await onGround(footing, ours);
      const plain = await onGround(footing, (ground) => bare(ground, text));
      // The first one warms up what is compiled while it runs.
      if (round >= 0) measured.push({ ours: mine, bare: plain });
    }
    print(footing, measured);
  }
} finally {
  await Promise.all([postgres?.stop(), redis?.stop()]);
}
await measureLoad(full ? 10_000 : 1_000);
await measurePace();
process.exit(0);

interface Ground {
  readonly database: CountedDatabase;
  readonly redisUrl?: string;
}

interface Measured {
  /** Messages a second. */
  readonly speed: number;
  /** SQL statements a message, the queue's among them where it is in the store. */
  readonly statements: number;
}

interface Round {
  readonly ours: Measured;
  readonly bare: Measured;
}

/** The share is the median of those of the rounds: a machine is as busy for one half of a round as for the other. */
function print(footing: string, measured: readonly Round[]): void {
  const of = (part: (round: Round) => number): number => median(measured.map(part));
  const [mine, plain] = [of(({ ours }) => ours.speed), of(({ bare }) => bare.speed)];
  const cells = [
    ...[footing.padEnd(15), mine.toFixed(0).padStart(8), plain.toFixed(0).padStart(8)],
    ...[
      of(({ ours, bare }) => ours.speed / bare.speed)
        .toFixed(2)
        .padStart(7),
      (1_000 / mine).toFixed(2).padStart(20),
    ],
    ...[
      (1_000 / plain).toFixed(2).padStart(7),
      of(({ ours }) => ours.statements)
        .toFixed(1)
        .padStart(31),
    ],
  ];
  console.log(
    [
      ...cells,
      of(({ bare }) => bare.statements)
        .toFixed(1)
        .padStart(6),
    ].join(' '),
  );
}

async function onGround<Result>(footing: string, work: (ground: Ground) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'communique-bench-'));
  const database = countedDatabase(footing === 'embedded' ? await folderDatabase(folder) : await serverDatabase());
  databases += 1;
  const redisUrl = footing === 'postgres+redis' && redis ? { redisUrl: `${redis.url}/${databases}` } : {};
  try {
    return await work({ database, ...redisUrl });
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every channel is due; the whole way from the due job to the platform. Gives the body that was posted, too. */
async function ours({ database, redisUrl }: Ground): Promise<Measured & { readonly text: string }> {
  const queue = await openQueue({ database, clock, log: silentLog, ...(redisUrl !== undefined && { redisUrl }) });
  const articles = articleStore(database);
  const platform = await startPlatform();
  const loopback = loopbackPlatform('test', platform.url);
  let text = '';
  const needs: DeliveryNeeds = {
    ...{ subscriptions: subscriptionStore(database), outbox: outboxIn(database), queue, clock, log: silentLog },
    ...{ libraries: createLibraryDesk(articles), stories: [harbour], blindSpots: async () => [] },
    platforms: new Map([
      [
        'test',
        {
          ...loopback,
          post: (posting) => {
            text ||= JSON.stringify(posting.message);
            return loopback.post(posting);
          },
        },
      ],
    ]),
  };
  const intake = createIngest({ articles, stories: [harbour], clock });
  for await (const result of readSources(['config/samples'], {}))
    if (!('error' in result)) await intake.take(result.draft);
  for (let number = 0; number < messages; number += 1) {
    const known = channelSubscription(1, number, clock.now());
    const subscription = { ...known, place: { ...known.place, channel: `${known.place.channel}-1` } };
    await needs.subscriptions.save(subscription);
    await queue.add(digestDue, { subscription: subscription.id }, subscription.id);
  }
  await needs.libraries.open(harbour);
  const measured = await platform.measure(database, () => queue.work(deliveryHandlers(needs)));
  await queue.close();
  return { ...measured, text };
}

/** Jobs that hold the body and post it, on the same backend with the same settings and nothing else. */
async function bare({ database, redisUrl }: Ground, text: string): Promise<Measured> {
  const backend = await backendFor(database, redisUrl, silentLog);
  const queue = backend.openQueue('bare');
  const platform = await startPlatform();
  for (let number = 0; number < messages; number += 1) {
    const data = { channel: `c${number}-1`, key: randomUUID(), unique: true, text };
    await queue.add('post', data, optionsOf(messageDeliver));
  }
  const process = async ({ data }: { readonly data: object }): Promise<void> => {
    const response = await fetch(`${platform.url}/messages`, { method: 'POST', body: JSON.stringify(data) });
    await response.json();
  };
  const workers: { close(): Promise<void> }[] = [];
  const measured = await platform.measure(
    database,
    async () => void workers.push(backend.openWorker('bare', process, workerOptions())),
  );
  for (const worker of workers) await worker.close();
  await queue.close();
  await backend.close();
  return measured;
}

interface MeasuredPlatform {
  readonly url: string;
  /** Measures from the start of the work to the last message. Ends the platform. */
  measure(database: CountedDatabase, start: () => Promise<void>): Promise<Measured>;
}

async function startPlatform(): Promise<MeasuredPlatform> {
  const program = fileURLToPath(new URL('../support/platform-process.js', import.meta.url));
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [first] = await once(child, 'message');
  const { url } = body.parse(first);
  return {
    url,
    measure: async (database, start) => {
      const done = new Promise<void>((resolve) => {
        child.on('message', (raw) => {
          if (progress.parse(raw).seen >= messages) resolve();
        });
      });
      const [started, before] = [performance.now(), database.statements()];
      await start();
      await done;
      const seconds = (performance.now() - started) / 1_000;
      child.disconnect();
      return { speed: messages / seconds, statements: (database.statements() - before) / messages };
    },
  };
}

async function serverDatabase(): Promise<Database> {
  const name = `b${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: postgres?.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(postgres?.url ?? '');
  url.pathname = `/${name}`;
  return openDatabase({ kind: 'server', url: url.href }, silentLog);
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
