import { setImmediate as nextTurn } from 'node:timers/promises';

const mostTogether = 100;

interface Call<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers the calls that come at the same time or while others are on their way, and runs them together: under load one
 * statement does for many, without load nobody waits for company longer than a turn of the event loop. A call begins after
 * it was made, never before, so what it reads is not older than itself. `run` gives a result for each item, in their order;
 * when it fails for several, each is run alone, so that one that cannot be stored takes no other with it.
 */
export function gathering<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Call<Item, Result>[] = [];
  let running = false;

  async function settle(calls: readonly Call<Item, Result>[]): Promise<void> {
    try {
      const results = await run(calls.map(({ item }) => item));
      if (results.length !== calls.length) throw new Error(`${results.length} results for ${calls.length} calls`);
      results.forEach((result, index) => calls[index]?.resolve(result));
    } catch (error) {
      if (calls.length === 1) calls[0]?.reject(error);
      else for (const call of calls) await settle([call]);
    }
  }

  async function work(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      // By then all answers that have come in are heard. An embedded store gives way to none of them before a job is done.
      await nextTurn();
      const calls = waiting.slice(0, mostTogether);
      waiting = waiting.slice(mostTogether);
      await settle(calls);
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void work();
    });
}
