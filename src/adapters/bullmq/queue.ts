import type { RequestListener } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { Job, JobsOptions, WorkerOptions } from 'bullmq';
import type { Clock } from '../../core/clock/clock.ts';
import type { JobKind } from '../../core/jobs/jobs.ts';
import type { JobHandler, JobQueue, Recurrence } from '../../core/jobs/queue.ts';
import type { Log } from '../../core/log/log.ts';
import type { Database } from '../postgres/database.ts';
import { backendFor, type OpenQueue, type OpenWorker, type QueueBackend } from './backend.ts';
import { runJob } from './run-job.ts';

export interface QueueNeeds {
  readonly database: Database;
  /** Moves the queue, and only the queue, to Redis. */
  readonly redisUrl?: string;
  /** The real one: BullMQ knows no other. */
  readonly clock: Clock;
  readonly log: Log;
  /** How long a job stays with a worker that gives no sign of life, in milliseconds; 30,000 when absent. */
  readonly lockMs?: number;
}

const queueName = 'communique';
const concurrency = 8;
/**
 * Failed jobs are kept for a look. One that ends well goes: the store knows what came of it, and to keep some costs each a look
 * through those before it, over which jobs that end at the same moment lock one another out on Postgres.
 */
const keptJobs = { removeOnComplete: true, removeOnFail: { count: 5_000 } };
const longestBackoffMs = 3_600_000;
/** Running jobs may end by themselves for so long; then they are put back, for which the port's 20 s leave time. */
const finishWithinMs = 18_000;
/**
 * A job whose worker died is given to another when its lock has run out and somebody looks, three times in that span. It
 * may happen to one job several times, on a machine that is restarted again and again, before it counts as its own fault.
 */
const usualLockMs = 30_000;
const maxStalledCount = 5;

/** A queue that operators may look at. */
export interface ShownQueue extends JobQueue {
  /** Pages that show its jobs, to be served below `path` ("/queue") to operators alone. */
  pages(path: string): Promise<RequestListener>;
}

/** Opens the queue on the store, or on Redis. Throws UserError when Redis cannot be reached. */
export async function openQueue(needs: QueueNeeds): Promise<ShownQueue> {
  const { log, clock } = needs;
  const backend = await backendFor(needs.database, needs.redisUrl, log);
  const queue = backend.openQueue(queueName);
  queue.on('error', (error) => log.warn({ reason: error.message }, 'the queue reported an error'));
  const workers: OpenWorker[] = [];
  const stopping = new AbortController();

  const add: JobQueue['add'] = async (kind, payload, key, delayMs = 0) => {
    const options = { jobId: jobIdOf(key), delay: delayMs, ...optionsOf(kind) };
    await queue.add(kind.name, kind.payload.parse(payload), options);
  };
  return {
    add,
    addAnew: async (kind, payload, key) => {
      const known = await queue.getJob(jobIdOf(key));
      if (known !== undefined && known.finishedOn === undefined && (await known.isDelayed())) return known.promote();
      if (known?.finishedOn !== undefined) await known.remove();
      await add(kind, payload, key);
    },
    depth: () => queue.getJobCounts(),
    pages: async (path) => (await import('./board.ts')).queuePages(queue, path),
    schedule: async (id, recurrence, kind, payload) => {
      const wanted: Scheduler = { id, recurrence, name: kind.name, data: kind.payload.parse(payload) };
      // Setting a scheduler anew drops its next job, which may be one that fell due while no process ran.
      if (await stands(queue, wanted)) return;
      await queue.upsertJobScheduler(id, repeatOf(recurrence, clock), {
        name: wanted.name,
        data: wanted.data,
        opts: optionsOf(kind),
      });
    },
    unschedule: async (id) => {
      await queue.removeJobScheduler(id);
    },
    scheduled: async () => (await queue.getJobSchedulers()).map((scheduler) => scheduler.key),
    work: async (handlers) => {
      workers.push(await startWorker({ backend, handlers, needs, stopping: stopping.signal }));
    },
    close: async () => {
      const late = setTimeout(() => stopping.abort(new Error('the process is stopping')), finishWithinMs);
      try {
        await Promise.all(workers.map((worker) => worker.close()));
        await queue.close();
        await backend.close();
      } finally {
        clearTimeout(late);
      }
    },
  };
}

interface Scheduler {
  readonly id: string;
  readonly recurrence: Recurrence;
  readonly name: string;
  readonly data: object;
}

/** Whether there is just such a scheduler, with its next job waiting or running. */
async function stands(queue: OpenQueue, { id, recurrence, name, data }: Scheduler): Promise<boolean> {
  const known = await queue.getJobScheduler(id);
  if (known === undefined || known.name !== name || !isDeepStrictEqual(known.template?.data, data)) return false;
  const same =
    recurrence.kind === 'every'
      ? known.every === recurrence.everyMs
      : known.pattern === recurrence.pattern && known.tz === recurrence.timeZone;
  if (!same) return false;
  const next = await queue.getJob(`repeat:${id}:${known.next}`);
  return next !== undefined && next.finishedOn === undefined;
}

interface WorkerNeeds {
  readonly backend: QueueBackend;
  readonly handlers: readonly JobHandler[];
  readonly needs: QueueNeeds;
  readonly stopping: AbortSignal;
}

async function startWorker({ backend, handlers, needs, stopping }: WorkerNeeds): Promise<OpenWorker> {
  const { clock, log } = needs;
  const byName = new Map(handlers.map((handler) => [handler.kind.name, handler]));
  const process = async (job: Job, token?: string): Promise<void> => {
    const handler = byName.get(job.name);
    // Another process, of a newer version, may know it: so it is tried again.
    if (handler === undefined) throw new Error(`no worker here knows the job "${job.name}"`);
    await runJob({ job, handler, token, stopping, clock, log });
  };
  const worker = backend.openWorker(queueName, process, workerOptions(needs.lockMs));
  worker.on('error', (error) => log.warn({ reason: error.message }, 'the worker reported an error'));
  worker.on('failed', (job, error) => {
    // A payload holds ids, by which the lines about one thing are found.
    const fields = { ...job?.data, job: job?.name, id: job?.id, attempt: job?.attemptsMade, err: error };
    if (job?.finishedOn === undefined) log.warn(fields, 'a job failed and will be tried again');
    else log.error(fields, 'a job failed for good');
  });
  await worker.waitUntilReady();
  return worker;
}

/** How a worker takes jobs. `lockMs` is how long one stays with a worker that gives no sign of life, in milliseconds. */
export function workerOptions(lockMs: number = usualLockMs): Omit<WorkerOptions, 'connection'> {
  const backoffStrategy = (attempts: number, _type?: string, _error?: Error, job?: Pick<Job, 'opts'>): number =>
    waitBefore(attempts, job);
  const stalledInterval = Math.round(lockMs / 3);
  return { concurrency, lockDuration: lockMs, stalledInterval, maxStalledCount, settings: { backoffStrategy } };
}

/** How a job of a kind is tried again, and how long it is kept. */
export function optionsOf(kind: JobKind): JobsOptions {
  return { attempts: kind.attempts, backoff: { type: 'doubling', delay: kind.backoffMs }, ...keptJobs };
}

/** Doubles the kind's wait each time, up to an hour, and shortens it by up to a quarter so that failures do not march in step. */
function waitBefore(attemptsMade: number, job: Pick<Job, 'opts'> | undefined): number {
  const backoff = job?.opts.backoff;
  const first = typeof backoff === 'object' ? (backoff.delay ?? 1_000) : (backoff ?? 1_000);
  const wait = Math.min(first * 2 ** (attemptsMade - 1), longestBackoffMs);
  return Math.round(wait * (1 - Math.random() / 4));
}

/** A fixed time is counted from the epoch, so that it can be told without asking the queue when the next job is due. */
function repeatOf(
  recurrence: Recurrence,
  clock: Clock,
): { pattern: string; tz: string } | { every: number; startDate: number } {
  if (recurrence.kind === 'cron') return { pattern: recurrence.pattern, tz: recurrence.timeZone };
  const every = recurrence.everyMs;
  return { every, startDate: (Math.floor(clock.now() / every) + 1) * every };
}

/** BullMQ refuses ids that are integers, and colons in most places. */
function jobIdOf(key: string): string {
  return `job-${encodeURIComponent(key)}`;
}
