import type { JobKind } from './jobs.ts';

/** When a scheduler adds its job: by a cron pattern of five fields in an IANA zone, or after a fixed time. */
export type Recurrence =
  | { readonly kind: 'cron'; readonly pattern: string; readonly timeZone: string }
  | { readonly kind: 'every'; readonly everyMs: number };

/** What a running job knows of itself. */
export interface JobRun<Payload> {
  readonly payload: Payload;
  /** The moment for which it was scheduled, in milliseconds since the epoch; the moment it was added, if it was not delayed. */
  readonly dueAt: number;
  /** Aborts when the kind's time is up or the process stops. */
  readonly signal: AbortSignal;
  /** True on the last try: a failure now ends the job. */
  readonly lastAttempt: boolean;
}

/** A worker tells the queue to try again after a wait that does not count as a failed attempt. */
export class TryLater extends Error {
  readonly delayMs: number;

  constructor(delayMs: number, options?: ErrorOptions) {
    super(`try again in ${delayMs} ms`, options);
    this.name = 'TryLater';
    this.delayMs = delayMs;
  }
}

/** A worker tells the queue that another try cannot help. */
export class NeverRetry extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NeverRetry';
  }
}

export interface JobHandler {
  readonly kind: JobKind;
  run(run: JobRun<unknown>): Promise<void>;
}

/** Pairs a kind with its worker; the payload is checked by the kind's schema before the worker sees it. */
export function handle<Payload extends object>(
  jobKind: JobKind<Payload>,
  worker: (run: JobRun<Payload>) => Promise<void>,
): JobHandler {
  return {
    kind: jobKind,
    run: (run) => worker({ ...run, payload: jobKind.payload.parse(run.payload) }),
  };
}

export interface JobQueue {
  /** Adds a job, to run after `delayMs` milliseconds. A job with the same `key` that is still there is not added again. */
  add<Payload extends object>(
    jobKind: JobKind<Payload>,
    payload: Payload,
    key: string,
    delayMs?: number,
  ): Promise<void>;
  /** The same, but a job with this `key` that has ended, well or badly, makes room for it, and one that waits for its time runs now. */
  addAnew<Payload extends object>(jobKind: JobKind<Payload>, payload: Payload, key: string): Promise<void>;
  /** How many jobs are in each state of the queue's own words: "waiting", "active", "delayed", "failed" … */
  depth(): Promise<Readonly<Record<string, number>>>;
  /** Makes or changes a scheduler that adds a job at each recurrence. `id` holds letters, digits and hyphens. */
  schedule<Payload extends object>(
    id: string,
    recurrence: Recurrence,
    jobKind: JobKind<Payload>,
    payload: Payload,
  ): Promise<void>;
  unschedule(id: string): Promise<void>;
  /** Ids of all schedulers. */
  scheduled(): Promise<string[]>;
  /** Starts the workers. A handler that throws TryLater or NeverRetry is obeyed; any other error is retried with back-off. */
  work(handlers: readonly JobHandler[]): Promise<void>;
  /** Lets running jobs finish, for at most 20 s, then closes. */
  close(): Promise<void>;
}
