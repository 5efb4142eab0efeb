import { DelayedError, type Job, type JobsOptions, UnrecoverableError } from 'bullmq';
import type { Clock } from '../../core/clock/clock.ts';
import type { JobKind } from '../../core/jobs/jobs.ts';
import { type JobHandler, type JobQueue, NeverRetry, type Recurrence, TryLater } from '../../core/jobs/queue.ts';
import type { Log } from '../../core/log/log.ts';
import type { Database } from '../postgres/database.ts';
import { backendFor, type OpenWorker, type QueueBackend } from './backend.ts';

export interface QueueNeeds {
  readonly database: Database;
  /** Moves the queue, and only the queue, to Redis. */
  readonly redisUrl?: string;
  readonly clock: Clock;
  readonly log: Log;
}

const queueName = 'communique';
const concurrency = 8;
/** How many finished jobs are kept for a look. */
const keptJobs = { removeOnComplete: { count: 1_000 }, removeOnFail: { count: 5_000 } };
const longestBackoffMs = 3_600_000;
const closeWithinMs = 20_000;

/** Opens the queue on the store, or on Redis. Throws UserError when Redis cannot be reached. */
export async function openQueue(needs: QueueNeeds): Promise<JobQueue> {
  const { log } = needs;
  const backend = await backendFor(needs.database, needs.redisUrl, log);
  const queue = backend.openQueue(queueName);
  queue.on('error', (error) => log.warn({ err: error }, 'the queue reported an error'));
  const workers: OpenWorker[] = [];
  const stopping = new AbortController();

  return {
    add: async (kind, payload, key) => {
      await queue.add(kind.name, kind.payload.parse(payload), { jobId: jobIdOf(key), ...optionsOf(kind) });
    },
    schedule: async (id, recurrence, kind, payload) => {
      await queue.upsertJobScheduler(id, repeatOf(recurrence), { name: kind.name, data: kind.payload.parse(payload), opts: optionsOf(kind) });
    },
    unschedule: async (id) => {
      await queue.removeJobScheduler(id);
    },
    scheduled: async () => (await queue.getJobSchedulers()).map((scheduler) => scheduler.key),
    work: async (handlers) => {
      workers.push(await startWorker({ backend, handlers, needs, stopping: stopping.signal }));
    },
    close: async () => {
      const late = setTimeout(() => stopping.abort(new Error('the process is stopping')), closeWithinMs - 2_000);
      await Promise.all(workers.map((worker) => worker.close()));
      clearTimeout(late);
      await queue.close();
      await backend.close();
    },
  };
}

interface WorkerNeeds {
  readonly backend: QueueBackend;
  readonly handlers: readonly JobHandler[];
  readonly needs: QueueNeeds;
  readonly stopping: AbortSignal;
}

async function startWorker({ backend, handlers, needs, stopping }: WorkerNeeds): Promise<OpenWorker> {
  const byName = new Map(handlers.map((handler) => [handler.kind.name, handler]));
  const process = async (job: Job, token?: string): Promise<void> => {
    const handler = byName.get(job.name);
    if (handler === undefined) throw new UnrecoverableError(`no worker knows the job "${job.name}"`);
    await runJob({ job, handler, token, stopping, clock: needs.clock });
  };
  const backoffStrategy = (attempts: number, _type?: string, _error?: Error, job?: Pick<Job, 'opts'>): number => waitBefore(attempts, job);
  const worker = backend.openWorker(queueName, process, { concurrency, settings: { backoffStrategy } });
  worker.on('error', (error) => needs.log.warn({ err: error }, 'the worker reported an error'));
  worker.on('failed', (job, error) => {
    needs.log.warn({ job: job?.name, id: job?.id, attempt: job?.attemptsMade, err: error }, 'a job failed');
  });
  await worker.waitUntilReady();
  return worker;
}

interface RunNeeds {
  readonly job: Job;
  readonly handler: JobHandler;
  readonly token: string | undefined;
  readonly stopping: AbortSignal;
  readonly clock: Clock;
}

/** Runs a handler once and translates what it throws into what BullMQ understands. */
async function runJob({ job, handler, token, stopping, clock }: RunNeeds): Promise<void> {
  const { kind } = handler;
  const timeout = AbortSignal.timeout(kind.timeoutMs);
  const signal = AbortSignal.any([timeout, stopping]);
  const run = handler.run({
    payload: job.data,
    dueAt: job.opts.prevMillis ?? job.timestamp + (job.opts.delay ?? 0),
    signal,
    lastAttempt: job.attemptsMade + 1 >= kind.attempts,
  });
  try {
    await Promise.race([run, aborted(signal, kind)]);
  } catch (error) {
    if (error instanceof TryLater) {
      await job.moveToDelayed(clock.now() + error.delayMs, token);
      throw new DelayedError(error.message);
    }
    if (error instanceof NeverRetry) throw new UnrecoverableError(error.message);
    throw error;
  } finally {
    void run.catch(() => undefined);
  }
}

function aborted(signal: AbortSignal, kind: JobKind): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(new Error(`the job "${kind.name}" did not finish in ${kind.timeoutMs} ms`, { cause: signal.reason }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function optionsOf(kind: JobKind): JobsOptions {
  return { attempts: kind.attempts, backoff: { type: 'doubling', delay: kind.backoffMs }, ...keptJobs };
}

/** Doubles the kind's wait each time, up to an hour, and shortens it by up to a quarter so that failures do not march in step. */
function waitBefore(attemptsMade: number, job: Pick<Job, 'opts'> | undefined): number {
  const backoff = job?.opts.backoff;
  const first = typeof backoff === 'object' ? (backoff.delay ?? 1_000) : (backoff ?? 1_000);
  const wait = Math.min(first * 2 ** (attemptsMade - 1), longestBackoffMs);
  return Math.round(wait * (1 - Math.random() / 4));
}

function repeatOf(recurrence: Recurrence): { pattern: string; tz: string } | { every: number } {
  if (recurrence.kind === 'every') return { every: recurrence.everyMs };
  return { pattern: recurrence.pattern, tz: recurrence.timeZone };
}

/** BullMQ refuses ids that are integers, and colons in most places. */
function jobIdOf(key: string): string {
  return `job-${key.replaceAll(':', '.')}`;
}
