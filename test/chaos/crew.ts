import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type FromWorker, fromWorkerSchema, type ToWorker, type WorkerPlan } from './plan.ts';

const program = fileURLToPath(new URL('worker.js', import.meta.url));

/** A worker process. */
export interface Hand {
  send(message: ToWorker): void;
  /** Resolves with the next message of one of these kinds; undefined when the process ends, or the time is up, before. */
  hears(kinds: readonly FromWorker['kind'][], withinMs?: number): Promise<FromWorker | undefined>;
  onHeld(listener: (article: string) => void): void;
  isAlive(): boolean;
  /** Kills it at once (-9); resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to finish what it does; gives its exit code and how long it took in milliseconds. */
  stop(): Promise<{ readonly code: number | null; readonly tookMs: number }>;
}

/** Starts a worker; resolves when it works. */
export async function startHand(plan: WorkerPlan): Promise<Hand> {
  for (;;) {
    const hand = handOf(fork(program, [JSON.stringify(plan)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
    if ((await hand.hears(['ready'])) !== undefined) return hand;
    // Its store or queue was away while it started: whoever runs it for good restarts it too.
    await setTimeout(200);
  }
}

/** Starts a worker that may be refused, as a second one is on an embedded store; undefined when it ended instead of working. */
export async function tryToStart(plan: WorkerPlan): Promise<Hand | undefined> {
  const hand = handOf(fork(program, [JSON.stringify(plan)], { stdio: ['ignore', 'inherit', 'ignore', 'ipc'] }));
  return (await hand.hears(['ready'])) === undefined ? undefined : hand;
}

function handOf(child: ChildProcess): Hand {
  const gone = once(child, 'exit');
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const hears: Hand['hears'] = (kinds, withinMs = 60_000) =>
    new Promise((resolve) => {
      const end = (message?: FromWorker): void => {
        child.off('message', listen).off('exit', leave);
        clearTimeout(late);
        resolve(message);
      };
      const listen = (raw: unknown): void => {
        const message = fromWorkerSchema.parse(raw);
        if (kinds.includes(message.kind)) end(message);
      };
      const leave = (): void => end();
      const late = globalThis.setTimeout(leave, withinMs);
      child.on('message', listen).on('exit', leave);
    });
  return {
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    hears,
    onHeld: (listener) => {
      child.on('message', (raw) => {
        const message = fromWorkerSchema.parse(raw);
        if (message.kind === 'held') listener(message.article);
      });
    },
    isAlive,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      const asked = performance.now();
      child.kill('SIGTERM');
      await gone;
      return { code: child.exitCode, tookMs: performance.now() - asked };
    },
  };
}
