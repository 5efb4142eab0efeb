import type { Log } from '../../core/log/log.ts';

/** Work that goes on after Slack was told that we heard. */
export interface BackgroundWork {
  /** Starts work; when it fails, that goes to the log and ends nothing else. */
  start(work: () => Promise<void>): void;
  /** Does work that is waited for before the process stops. */
  run(work: () => Promise<void>): Promise<void>;
  /** Resolves when everything that was started has ended. */
  finished(): Promise<void>;
}

export function backgroundWork(log: Log): BackgroundWork {
  const running = new Set<Promise<void>>();

  const run = (work: () => Promise<void>): Promise<void> => {
    const done = work();
    const tracked = done.catch(() => undefined).finally(() => running.delete(tracked));
    running.add(tracked);
    return done;
  };

  return {
    start: (work) => {
      run(work).catch((error: unknown) => log.error({ err: error }, 'Slack: an answer could not be given'));
    },
    run,
    finished: async () => {
      await Promise.all(running);
    },
  };
}
