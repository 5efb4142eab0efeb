import { mock } from 'node:test';

/** A step of the moved clock, in milliseconds: what waits shorter waits so long. */
const stepMs = 10;

/** Lets work run by a clock that is moved as soon as everything waits for it: hours pass in seconds. Nothing else may run. */
export async function onMovedClock<Result>(work: () => Promise<Result>): Promise<Result> {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: Date.parse('2025-02-18T06:30:00Z') });
  try {
    let running = true;
    const result = work().finally(() => {
      running = false;
    });
    while (running) {
      // Whatever can go on without the clock goes on first.
      await new Promise<void>((resolve) => setImmediate(resolve));
      mock.timers.tick(stepMs);
    }
    return await result;
  } finally {
    mock.timers.reset();
  }
}

/** Waits by whatever clock there is. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
