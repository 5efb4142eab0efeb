import { setTimeout } from 'node:timers/promises';
import type { PrivateServer } from '../support/private-servers.ts';
import { tryToStart } from './crew.ts';
import type { Run, Scenario } from './scenario.ts';

const hourMs = 3_600_000;
const faults = { rateLimited: 0.2, failing: 0.1, dropped: 0.05 };

/** A store in the process has one process; on servers two share the work. */
const usualCrew: Scenario['workers'] = ({ store }) => (store.kind === 'folder' ? 1 : 2);

/** Resolves as soon as this share of the channels has its message, in the midst of the request that brought it. */
function share({ platform, plan }: Run, of: number): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (platform.seen.length >= plan.channels * of) resolve();
    };
    platform.onPost(look);
    look();
  });
}

/** Resolves when the outbox holds every channel's message: one whose time is long past when it is composed is skipped, and rightly. */
async function composed({ hands, plan }: Run): Promise<void> {
  for (;;) {
    hands[0]?.send({ kind: 'ask' });
    const answer = await hands[0]?.hears(['summary', 'trouble'], 2_000);
    const counts = answer?.kind === 'summary' ? Object.values(answer.states) : [];
    if (counts.reduce((sum, count) => sum + count, 0) === plan.channels) return;
    await setTimeout(100);
  }
}

async function killAndReplace(run: Run, shares: readonly number[]): Promise<void> {
  for (const at of shares) {
    await share(run, at);
    // Half of them in the midst of a request, half a little later.
    if (run.random() < 0.5) await setTimeout(run.random() * 60);
    const index = Math.floor(run.random() * run.hands.length);
    await run.hands[index]?.kill();
    await run.replace(index);
  }
}

function sortedShares({ random }: Run, count: number): number[] {
  return Array.from({ length: count }, () => random() * 0.98).toSorted((left, right) => left - right);
}

/** Workers are killed (-9) at random points; the platform answers well, or as it likes. */
export function kills(count: number, platform: 'well' | 'badly'): Scenario {
  return {
    name: `killed ${count} times${platform === 'badly' ? ', 20% 429, 10% 5xx, 5% dropped' : ''}`,
    workers: usualCrew,
    withinS: 60,
    happens: async (run) => {
      if (platform === 'badly') run.platform.behave(faults);
      await killAndReplace(run, sortedShares(run, count));
      if (platform === 'badly') await share(run, 1);
    },
  };
}

/** The process with the store in it is killed while it takes in articles. */
export function killsInMidWrite(count: number): Scenario {
  return {
    name: `killed ${count} times in mid-write`,
    workers: () => 1,
    withinS: 60,
    happens: async (run) => {
      for (let kill = 0; kill < count; kill += 1) {
        run.hands[0]?.send({ kind: 'ingest' });
        await setTimeout(100 + run.random() * 700);
        await run.hands[0]?.kill();
        await run.replace(0);
      }
    },
  };
}

/** A server is killed and comes back when a third of the messages are there. */
export function serverRestart(name: string, server: PrivateServer): Scenario {
  return {
    name: `${name} restarted`,
    workers: usualCrew,
    withinS: 60,
    happens: async (run) => {
      await share(run, 0.3);
      await server.restart();
    },
  };
}

/** The machine's clock jumps an hour forward, and later back. */
export const clockJumps: Scenario = {
  name: 'clock an hour forward and back',
  workers: usualCrew,
  withinS: 60,
  happens: async (run) => {
    await share(run, 0.2);
    run.shift(hourMs);
    await share(run, 0.5);
    run.shift(0);
  },
};

/** The platform is away for two hours by the moved clock; once back, it is found within twenty minutes. */
export const outage: Scenario = {
  name: 'platform down for two hours',
  workers: usualCrew,
  withinS: 60,
  happens: async (run) => {
    run.platform.behave('down');
    await composed(run);
    const stepMs = 600_000;
    for (let step = 1; step <= 12; step += 1) {
      await setTimeout(400);
      run.shift(step * stepMs);
    }
    await setTimeout(400);
    run.platform.behave('well');
    for (let step = 1; step <= 20; step += 1) {
      run.shift(12 * stepMs + step * 60_000);
      await setTimeout(250);
    }
  },
};

/** One worker after the other is told to stop and replaced, as a new version is brought out. */
export const rollingRestart: Scenario = {
  name: 'rolling restart',
  workers: usualCrew,
  withinS: 60,
  happens: async (run) => {
    for (const [index, hand] of [...run.hands].entries()) {
      await share(run, 0.2 + 0.3 * index);
      const { code, tookMs } = await hand.stop();
      if (code !== 0 || tookMs > 20_000)
        throw new Error(`a worker stopped with ${code} after ${Math.round(tookMs)} ms`);
      await run.replace(index);
    }
  },
};

/** Bots with the same token are started by mistake where one was meant; the store is theirs together. */
export const oneToken: Scenario = {
  name: 'three bots with one token',
  workers: () => 3,
  withinS: 60,
  happens: async () => undefined,
};

/** A second bot is started on the embedded store, again and again: it is refused, and the first one goes on. */
export const secondBot: Scenario = {
  name: 'a second bot with the same token, refused',
  workers: () => 1,
  withinS: 60,
  happens: async (run) => {
    for (const at of [0.1, 0.4, 0.7]) {
      await share(run, at);
      const second = await tryToStart(run.plan);
      if (second === undefined) continue;
      await second.kill();
      throw new Error('a second process had the embedded store open');
    }
  },
};
