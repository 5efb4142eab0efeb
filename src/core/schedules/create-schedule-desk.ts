import type { LeftPlace, Origin } from '../chat/place.ts';
import { type Clock, isoNow } from '../clock/clock.ts';
import { UserError } from '../errors/errors.ts';
import { type DeliveryId, newSubscriptionId } from '../ids/ids.ts';
import { digestDue } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Log } from '../log/log.ts';
import type { Story } from '../stories/story.ts';
import { nextDueTimes, recurrencesOf } from './due-times.ts';
import type { ScheduleDesk, ScheduleOptions, ScheduleView } from './schedule-desk.ts';
import type { SubscriptionStore } from './subscription-store.ts';
import type { Quiet, Subscription, Timing } from './subscription.ts';

export interface ScheduleNeeds {
  readonly subscriptions: SubscriptionStore;
  readonly queue: JobQueue;
  /** Where deliveries can be looked up; what became of the last one is not shown without it. */
  readonly outbox?: {
    get(id: DeliveryId): Promise<{ readonly state: string; readonly reason?: string | undefined } | undefined>;
  };
  readonly clock: Clock;
  readonly log: Log;
}

const shownDueTimes = 5;
const schedulerPrefix = 'digest-';

/** Schedules in the store, and for each time of day a scheduler in the queue. The store is right when they differ. */
export function createScheduleDesk(needs: ScheduleNeeds): ScheduleDesk {
  const { subscriptions, queue, clock, log } = needs;

  const change = async (story: Story, origin: Origin, state: Subscription['state']): Promise<ScheduleView> => {
    const known = await existing(subscriptions, story, origin);
    const resumed = state === 'active' && known.state === 'paused';
    const changed: Subscription = { ...known, state, ...(resumed && { activeSince: isoNow(clock) }) };
    await subscriptions.save(changed);
    await arm(needs, changed);
    return view(changed, needs);
  };

  return {
    set: async (story, timing, origin, options = {}) => {
      const known =
        timing === undefined
          ? await existing(subscriptions, story, origin)
          : await subscriptions.find(story.key, origin.place);
      const subscription = wished({ story, timing, origin, options }, known, isoNow(clock));
      await subscriptions.save(subscription);
      await arm(needs, subscription);
      log.info({ subscription: subscription.id, story: story.key }, 'a schedule was set');
      return view(subscription, needs);
    },
    show: async (story, origin) => {
      const known = await subscriptions.find(story.key, origin.place);
      return known === undefined ? undefined : view(known, needs);
    },
    inWorkspace: async (at) => {
      const all = (await subscriptions.list()).filter((subscription) => isIn(at, subscription));
      return Promise.all(all.map((subscription) => view(subscription, needs)));
    },
    pause: (story, origin) => change(story, origin, 'paused'),
    resume: (story, origin) => change(story, origin, 'active'),
    remove: async (story, origin) => {
      const known = await existing(subscriptions, story, origin);
      await subscriptions.remove(known.id);
      await disarm(queue, known);
    },
    pauseAll: async (at) => {
      for (const subscription of await subscriptions.list()) {
        if (subscription.state === 'paused' || !isIn(at, subscription)) continue;
        const paused: Subscription = { ...subscription, state: 'paused' };
        await subscriptions.save(paused);
        await arm(needs, paused);
        log.info({ subscription: paused.id }, 'a schedule rests: the bot was removed from its channel');
      }
    },
    restore: async () => {
      // Read before the store: a scheduler that another process sets meanwhile is no stranger.
      const scheduled = await queue.scheduled();
      const wanted = await subscriptions.list();
      await lookAtMissed(needs, wanted);
      for (const subscription of wanted) await arm(needs, subscription);
      const ids = new Set(wanted.filter(({ state }) => state === 'active').flatMap(schedulerIds));
      for (const id of scheduled) if (id.startsWith(schedulerPrefix) && !ids.has(id)) await queue.unschedule(id);
    },
  };
}

interface Wish {
  readonly story: Story;
  readonly timing: Timing | undefined;
  readonly origin: Origin;
  readonly options: ScheduleOptions;
}

/** The subscription that somebody wishes for. `now` is ISO 8601 UTC. */
function wished(
  { story, timing: named, origin, options }: Wish,
  known: Subscription | undefined,
  now: string,
): Subscription {
  const timing = named ?? known?.timing;
  if (timing === undefined) throw new Error('a schedule without times was asked for');
  const { thread: _thread, ...place } = origin.place;
  const { nothingNew = known?.nothingNew ?? 'heartbeat-weekly' } = options;
  const zoned = options.quiet ?? (known?.quiet && inZoneOf(known.quiet, timing));
  return {
    id: known?.id ?? newSubscriptionId(),
    story: story.key,
    place,
    timing,
    nothingNew,
    // New times begin at once, also after a pause; a change of the rest does not end one.
    state: named === undefined ? (known?.state ?? 'active') : 'active',
    createdBy: origin.user.id,
    createdAt: now,
    activeSince: now,
    ...(zoned !== undefined && zoned !== 'none' && { quiet: zoned }),
    ...(known?.toldUntil !== undefined && { toldUntil: known.toldUntil }),
  };
}

/** Quiet hours stay with the schedule's zone when that changes. */
function inZoneOf(quiet: Quiet, timing: Timing): Quiet {
  return timing.kind === 'daily' ? { ...quiet, timeZone: timing.timeZone } : quiet;
}

/**
 * Adds a job for each subscription that was due while no process ran: the queue's own may be lost with it, and knows only
 * the first of several. What the job does about it, and that it happens once, is decided where digests are composed.
 */
async function lookAtMissed(
  { subscriptions, queue, clock }: ScheduleNeeds,
  all: readonly Subscription[],
): Promise<void> {
  const lastRuns = await subscriptions.lastRuns();
  for (const { id, timing, state, activeSince } of all) {
    if (state === 'paused' || activeSince === undefined) continue;
    const ran = lastRuns.get(id)?.dueAt;
    const afterMs = Math.max(Date.parse(activeSince), ran === undefined ? 0 : Date.parse(ran));
    const [at = ''] = nextDueTimes(timing, { afterMs, anchorMs: 0, count: 1 });
    if (Date.parse(at) > clock.now()) continue;
    await queue.add(digestDue, { subscription: id, occasion: { kind: 'slot', at } }, `${id}:missed:${at}`);
  }
}

function isIn({ platform, workspace, channel }: LeftPlace, { place }: Subscription): boolean {
  const within = place.platform === platform && place.workspace === workspace;
  return within && (channel === undefined || place.channel === channel);
}

async function existing(subscriptions: SubscriptionStore, story: Story, origin: Origin): Promise<Subscription> {
  const known = await subscriptions.find(story.key, origin.place);
  if (known !== undefined) return known;
  throw new UserError('This channel has no schedule.', `Set one: /${story.key} schedule set at:07:30 days:mon-fri.`);
}

/** Makes the queue's schedulers those of the subscription: none while it is paused. */
async function arm({ queue }: ScheduleNeeds, subscription: Subscription): Promise<void> {
  const ids = subscription.state === 'active' ? schedulerIds(subscription) : [];
  const recurrences = recurrencesOf(subscription.timing);
  for (const [index, id] of ids.entries()) {
    const recurrence = recurrences[index];
    if (recurrence !== undefined) await queue.schedule(id, recurrence, digestDue, { subscription: subscription.id });
  }
  await disarm(queue, subscription, ids);
}

async function disarm(queue: JobQueue, subscription: Subscription, kept: readonly string[] = []): Promise<void> {
  const own = `${schedulerPrefix}${subscription.id}-`;
  for (const id of await queue.scheduled()) if (id.startsWith(own) && !kept.includes(id)) await queue.unschedule(id);
}

function schedulerIds(subscription: Subscription): string[] {
  return recurrencesOf(subscription.timing).map((_, index) => `${schedulerPrefix}${subscription.id}-${index}`);
}

async function view(subscription: Subscription, needs: ScheduleNeeds): Promise<ScheduleView> {
  const { subscriptions, outbox, clock } = needs;
  const [newest, ...others] = await subscriptions.runs(subscription.id);
  const fate = newest?.delivery === undefined ? undefined : await outbox?.get(newest.delivery);
  const { state, reason } = fate ?? {};
  const shown = newest && { ...newest, ...(state !== undefined && { state }), ...(reason !== undefined && { reason }) };
  const runs = shown === undefined ? [] : [shown, ...others];
  if (subscription.state === 'paused') return { subscription, nextDue: [], runs };
  const nextDue = nextDueTimes(subscription.timing, { afterMs: clock.now(), anchorMs: 0, count: shownDueTimes });
  return { subscription, nextDue, runs };
}
