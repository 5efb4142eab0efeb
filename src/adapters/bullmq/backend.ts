import {
  createPostgresBackend,
  type Job,
  type JobSchedulerJson,
  type JobsOptions,
  type Processor,
  Queue,
  type RepeatOptions,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import { UserError } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import type { Database } from '../postgres/database.ts';
import type { PooledClient } from '../postgres/sql-pool.ts';

const connectWithinMs = 5_000;

/** An arbitrary number that all our processes agree on. */
const migrationLock = 7_271_202;

/** As much of BullMQ's Queue as is used here, whatever carries it. */
export interface OpenQueue {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  upsertJobScheduler(
    id: string,
    repeat: RepeatOptions,
    template: { name: string; data: object; opts: JobsOptions },
  ): Promise<unknown>;
  removeJobScheduler(id: string): Promise<boolean>;
  getJobScheduler(id: string): Promise<JobSchedulerJson | undefined>;
  getJobSchedulers(): Promise<{ key: string }[]>;
  getJob(id: string): Promise<Pick<Job, 'finishedOn' | 'remove' | 'isDelayed' | 'promote'> | undefined>;
  getJobCounts(): Promise<{ [state: string]: number }>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface OpenWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/** What carries the queue. */
export interface QueueBackend {
  openQueue(name: string): OpenQueue;
  openWorker(name: string, process: Processor, options: Omit<WorkerOptions, 'connection'>): OpenWorker;
  close(): Promise<void>;
}

/** The one place that chooses where the queue is: Redis when there is an address, else the store. */
export async function backendFor(database: Database, redisUrl: string | undefined, log: Log): Promise<QueueBackend> {
  return redisUrl === undefined ? storeBackend(database) : redisBackend(redisUrl, log);
}

async function storeBackend(database: Database): Promise<QueueBackend> {
  const connection = database.queuePool;
  const client = await connection.connect();
  try {
    await migrateAlone(client);
  } finally {
    client.release();
  }
  return {
    openQueue: (name) => new Queue(name, { connection }, createPostgresBackend),
    openWorker: (name, process, options) =>
      new Worker(name, process, { connection, ...options }, createPostgresBackend),
    close: async () => undefined,
  };
}

/**
 * BullMQ takes a lock of its own inside its transaction. By then the session may have remembered that there is no schema
 * of its search path, and goes on believing it while another process makes it; a lock taken before lets it look again.
 */
async function migrateAlone(client: PooledClient): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
  try {
    await runMigrations(client, 'bullmq');
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  }
}

async function redisBackend(url: string, log: Log): Promise<QueueBackend> {
  const connection = await connectRedis(url);
  connection.on('error', (error) => log.warn({ reason: error.message }, 'the connection to Redis reported an error'));
  return {
    openQueue: (name) => new Queue(name, { connection }),
    openWorker: (name, process, options) => new Worker(name, process, { connection, ...options }),
    close: async () => {
      // A lost connection would keep the farewell until it is back.
      if (connection.status === 'ready') await connection.quit();
      else connection.disconnect();
    },
  };
}

/** Reaches the server of this address and names it, as "Redis 7.0.15". Throws UserError when it cannot be used. */
export async function checkRedis(url: string): Promise<string> {
  const redis = await connectRedis(url);
  try {
    const version = /redis_version:(\S+)/.exec(await redis.info('server'))?.[1] ?? 'of unknown version';
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
    if (policy === undefined || policy === 'noeviction') return `Redis ${version}`;
    return `Redis ${version}, which may throw jobs away: set maxmemory-policy to noeviction (it is ${policy})`;
  } finally {
    await redis.quit();
  }
}

async function connectRedis(url: string): Promise<Redis> {
  // Workers block on the connection, so BullMQ wants no limit on the tries of a command.
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null, connectTimeout: connectWithinMs });
  let reason: string | undefined;
  const note = (error: Error): void => {
    reason ??= error.message;
  };
  redis.on('error', note);
  try {
    await redis.connect();
    await redis.ping();
    return redis;
  } catch (error) {
    redis.disconnect();
    reason ??= error instanceof Error ? error.message : String(error);
    // Without its cause: ioredis keeps the command that failed in the error, and that of a login holds the password.
    throw new UserError(
      `The Redis of REDIS_URL cannot be used: ${reason}.`,
      'Check that it runs, and its address and password.',
    );
  } finally {
    redis.off('error', note);
  }
}
