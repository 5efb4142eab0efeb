import { setTimeout } from 'node:timers/promises';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { openDatabase } from '../../src/adapters/postgres/open-database.ts';
import { outbox as outboxIn } from '../../src/adapters/postgres/outbox.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import { articleIdSchema } from '../../src/core/ids/ids.ts';
import { silentLog, storeTemplate } from '../support/memory-database.ts';
import { type PlatformServer, platformServer } from '../support/platform-server.ts';
import { type Hand, startHand } from './crew.ts';
import { channelSubscription, type WorkerPlan } from './plan.ts';

/** Where a run's store and queue are. */
export interface Ground {
  readonly name: string;
  readonly store: WorkerPlan['store'];
  readonly redisUrl?: string;
}

/** A run in the midst of what happens to it. */
export interface Run {
  readonly plan: WorkerPlan;
  readonly platform: PlatformServer;
  /** 0 to 1, the same numbers for the same seed. */
  readonly random: () => number;
  /** The workers; a scenario kills, stops and replaces them. */
  readonly hands: Hand[];
  /** Articles that the store said it has. */
  readonly held: Set<string>;
  /** Starts another worker in place of one that is gone. */
  replace(index: number): Promise<void>;
  /** Sets the clock of all workers, those to come too, so much before the machine's. */
  shift(ms: number): void;
}

export interface Outcome {
  readonly lost: number;
  readonly doubled: number;
  /** Came after the time that the scenario allows. */
  readonly late: number;
  /** How long after the last trouble the last message came, in seconds. */
  readonly lastAfterS: number;
  /** What is not in the store as it should be. */
  readonly faults: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly workers: (ground: Ground) => number;
  /** Seconds after the last trouble within which everything must have come. */
  readonly withinS: number;
  /** What happens while the messages are on their way. */
  happens(run: Run): Promise<void>;
}

interface Given {
  readonly scenario: Scenario;
  readonly ground: Ground;
  readonly channels: number;
  readonly seed: number;
  readonly logLevel: WorkerPlan['logLevel'];
}

/** Who has seen no progress for so long sees none any more. Seconds. */
const longestS = 240;

/** Makes all channels due, lets the scenario happen, waits until nothing is on its way, and counts what readers see. */
export async function play({ scenario, ground, channels, seed, logLevel }: Given): Promise<Outcome> {
  const random = generator(seed);
  const platform = await platformServer(random);
  let plan: WorkerPlan = {
    ...{ store: ground.store, platformUrl: platform.url, seed, channels, logLevel },
    // The present minute: what was due long ago is skipped, and rightly.
    ...{ dueAt: Math.floor(Date.now() / 60_000) * 60_000, shiftMs: 0, lockMs: 3_000, holdMs: 4_000 },
    ...(ground.redisUrl !== undefined && { redisUrl: ground.redisUrl }),
  };
  const hands: Hand[] = [];
  const held = new Set<string>();
  let seeded = false;
  let starts = 0;
  const start = async (index: number): Promise<void> => {
    const hand = await startHand(plan);
    starts += 1;
    hand.onHeld((article) => held.add(article));
    hands[index] = hand;
    if (index !== 0 || seeded) return;
    void hand.hears(['seeded'], 300_000).then((message) => {
      seeded ||= message !== undefined;
    });
    hand.send({ kind: 'seed' });
  };
  for (let index = 0; index < scenario.workers(ground); index += 1) await start(index);
  const run: Run = {
    ...{ plan, platform, random, hands, held, replace: start },
    shift: (ms) => {
      plan = { ...plan, shiftMs: ms };
      for (const hand of hands) hand.send({ kind: 'shift', ms });
    },
  };
  try {
    // A message that comes and a worker that starts are progress.
    const isStill = stillness(() => `${platform.requests} ${starts}`);
    const stuck = await getsStuck(scenario.happens(run), isStill);
    platform.behave('well');
    const calmAt = Date.now();
    await settled(run, channels);
    for (const hand of hands) await hand.stop();
    const outcome = await outcomeOf(run, calmAt, scenario.withinS);
    return { ...outcome, faults: [...(stuck ? ['what was to happen did not end'] : []), ...outcome.faults] };
  } finally {
    for (const hand of hands) if (hand.isAlive()) await hand.kill();
    await platform.close();
  }
}

/** Says whether nothing has changed for so long that nothing will: how long work takes is the machine's affair. */
function stillness(look: () => unknown): () => boolean {
  let last = look();
  let changedAt = Date.now();
  return () => {
    const now = look();
    if (now !== last) changedAt = Date.now();
    last = now;
    return Date.now() - changedAt > longestS * 1_000;
  };
}

/** Whether the work got stuck: a run that hangs tells nothing, and holds up all that come after it. */
async function getsStuck(work: Promise<void>, isStill: () => boolean): Promise<boolean> {
  let over = false;
  const ended = work.finally(() => {
    over = true;
  });
  // Whoever does not wait for it any more is not told of its end.
  ended.catch(() => undefined);
  while (!over && !isStill()) await Promise.race([ended, setTimeout(500)]);
  if (over) await ended;
  return !over;
}

/** Waits until every channel's message is known as sent, and then a little longer, for one too many. */
async function settled({ hands, platform }: Run, channels: number): Promise<void> {
  const [first] = hands;
  if (first === undefined) return;
  const isStill = stillness(() => platform.requests);
  while (!isStill()) {
    first.send({ kind: 'ask' });
    const answer = await first.hears(['summary', 'trouble'], 2_000);
    if (answer?.kind === 'summary' && answer.states['sent'] === channels) break;
    await setTimeout(100);
  }
  await setTimeout(platform.seen.length === channels ? 300 : 1_000);
}

async function outcomeOf(run: Run, calmAt: number, withinS: number): Promise<Outcome> {
  const { plan, platform, held } = run;
  const counts = new Map<string, number>();
  for (const { channel } of platform.seen) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  const lastAt = Math.max(calmAt, ...platform.seen.map(({ at }) => at));
  return {
    lost: plan.channels - counts.size,
    doubled: [...counts.values()].filter((count) => count > 1).length,
    late: platform.seen.filter(({ at }) => at > calmAt + withinS * 1_000).length,
    lastAfterS: (lastAt - calmAt) / 1_000,
    faults: await storeFaults(plan, held),
  };
}

/** Opens the store as the next start would, and compares it with what was acknowledged. */
async function storeFaults(plan: WorkerPlan, held: ReadonlySet<string>): Promise<string[]> {
  const { store } = plan;
  const database = await openDatabase(
    store.kind === 'server' ? store : { ...store, template: storeTemplate },
    silentLog,
  );
  try {
    const faults: string[] = [];
    const { states } = await outboxIn(database).summary();
    if (states.sent !== plan.channels) faults.push(`the outbox says ${JSON.stringify(states)}`);
    const subscriptions = subscriptionStore(database);
    for (let number = 0; number < plan.channels; number += 1) {
      const known = await subscriptions.get(channelSubscription(plan.seed, number, plan.dueAt).id);
      if (known?.toldUntil === undefined) faults.push(`channel ${number} is not known as told`);
    }
    const articles = articleStore(database);
    for (const id of held)
      if ((await articles.get(articleIdSchema.parse(id))) === undefined) faults.push(`article ${id} is gone`);
    return faults;
  } finally {
    await database.close();
  }
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
