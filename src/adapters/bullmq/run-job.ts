import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { z } from 'zod';
import type { Clock } from '../../core/clock/clock.ts';
import { type JobHandler, NeverRetry, TryLater } from '../../core/jobs/queue.ts';
import type { Log } from '../../core/log/log.ts';

export interface RunNeeds {
  readonly job: Job;
  readonly handler: JobHandler;
  /** BullMQ's proof that this worker holds the job. */
  readonly token: string | undefined;
  /** Aborts when the process stops and has no time left. */
  readonly stopping: AbortSignal;
  readonly clock: Clock;
  readonly log: Log;
}

/** Runs a handler once and translates what it throws into what BullMQ understands. */
export async function runJob(needs: RunNeeds): Promise<void> {
  const { job, handler, stopping } = needs;
  const payload = handler.kind.payload.safeParse(job.data);
  if (!payload.success)
    throw forGood(`"${job.name}" has a wrong payload: ${z.prettifyError(payload.error)}`, payload.error);
  const { timeoutMs } = handler.kind;
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new Error(`"${job.name}" did not finish in ${timeoutMs} ms`)), timeoutMs);
  const stop = (): void => end.abort(stopping.reason);
  stopping.addEventListener('abort', stop);
  try {
    await firstOf(needs, end.signal);
  } catch (error) {
    if (error instanceof TryLater) return await again(needs, error.delayMs, error);
    if (error instanceof NeverRetry) throw forGood(error.message, error);
    if (stopping.aborted) return await again(needs, 0, error);
    throw end.signal.aborted ? end.signal.reason : error;
  } finally {
    clearTimeout(timer);
    stopping.removeEventListener('abort', stop);
  }
}

/** Waits for the handler or the signal, whichever is first: a handler that does not heed the signal is left behind. */
async function firstOf({ job, handler, log }: RunNeeds, signal: AbortSignal): Promise<void> {
  const run = handler.run({
    payload: job.data,
    dueAt: dueAtOf(job),
    signal,
    lastAttempt: job.attemptsMade + 1 >= (job.opts.attempts ?? 1),
  });
  let over = false;
  run.catch((error: unknown) => {
    if (over) log.debug({ ...job.data, job: job.name, id: job.id, err: error }, 'a job that was left behind failed');
  });
  try {
    await Promise.race([run, aborted(signal)]);
  } finally {
    over = true;
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

/** Puts the job back without counting the attempt; BullMQ wants to be told by this error. */
async function again({ job, token, clock }: RunNeeds, delayMs: number, cause: unknown): Promise<never> {
  await job.moveToDelayed(clock.now() + delayMs, token);
  throw Object.assign(new DelayedError(`again in ${delayMs} ms`), { cause });
}

function forGood(message: string, cause: unknown): Error {
  return Object.assign(new UnrecoverableError(message), { cause });
}

/** A scheduler's job bears its moment in its id, "repeat:SCHEDULER:MILLISECONDS": the options hold it for some recurrences only. */
function dueAtOf(job: Job): number {
  const moment = job.repeatJobKey === undefined ? Number.NaN : Number(job.id?.split(':').at(-1));
  return Number.isSafeInteger(moment) ? moment : job.timestamp;
}
