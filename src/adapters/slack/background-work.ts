import type { Log } from '../../core/log/log.ts';

/** Work that goes on after an event was acknowledged. */
export interface BackgroundWork {
  start(work: () => Promise<void>): void;
  /** Starts work for an event unless it was handled: Slack delivers one again when it thinks that we missed it. */
  startOnce(event: string, work: () => Promise<void>): void;
  /** Resolves when everything that was started has ended. */
  finished(): Promise<void>;
}

/** Slack tries an event again for about five minutes; so many events of a busy workspace are remembered. */
const rememberedEvents = 2_000;

/** What fails goes to the log and ends nothing else; an event whose work failed may come again. */
export function backgroundWork(log: Log): BackgroundWork {
  const running = new Set<Promise<void>>();
  const handled = new Set<string>();

  const start = (work: () => Promise<void>): void => {
    const tracked = work()
      .catch((error: unknown) => log.error({ err: error }, 'Slack: an answer could not be given'))
      .finally(() => running.delete(tracked));
    running.add(tracked);
  };

  return {
    start,
    startOnce: (event, work) => {
      if (handled.has(event)) return;
      handled.add(event);
      for (const oldest of handled) if (handled.size > rememberedEvents) handled.delete(oldest);
      start(async () => {
        try {
          await work();
        } catch (error) {
          handled.delete(event);
          throw error;
        }
      });
    },
    finished: async () => {
      await Promise.all(running);
    },
  };
}
