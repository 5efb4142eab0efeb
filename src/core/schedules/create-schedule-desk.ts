import type { LeftPlace, Origin } from '../chat/place.ts';
import { type Clock, isoNow } from '../clock/clock.ts';
import { UserError } from '../errors/errors.ts';
import { newSubscriptionId } from '../ids/ids.ts';
import { digestDue } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Log } from '../log/log.ts';
import type { Story } from '../stories/story.ts';
import { nextDueTimes, recurrencesOf } from './due-times.ts';
import type { ScheduleDesk, ScheduleView } from './schedule-desk.ts';
import type { SubscriptionStore } from './subscription-store.ts';
import type { Subscription } from './subscription.ts';

export interface ScheduleNeeds {
  readonly subscriptions: SubscriptionStore;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly log: Log;
}

const shownDueTimes = 5;
const schedulerPrefix = 'digest-';

/** Schedules in the store, and for each time of day a scheduler in the queue. The store is right when they differ. */
export function createScheduleDesk(needs: ScheduleNeeds): ScheduleDesk {
  const { subscriptions, queue, clock, log } = needs;

  const change = async (story: Story, origin: Origin, state: Subscription['state']): Promise<ScheduleView> => {
    const changed: Subscription = { ...(await existing(subscriptions, story, origin)), state };
    await subscriptions.save(changed);
    await arm(needs, changed);
    return view(changed, clock);
  };

  return {
    set: async (story, timing, origin) => {
      const known = await subscriptions.find(story.key, origin.place);
      const { thread: _thread, ...place } = origin.place;
      const subscription: Subscription = {
        id: known?.id ?? newSubscriptionId(),
        story: story.key,
        place,
        timing,
        state: 'active',
        createdBy: origin.user.id,
        createdAt: isoNow(clock),
        ...(known?.toldUntil !== undefined && { toldUntil: known.toldUntil }),
      };
      await subscriptions.save(subscription);
      await arm(needs, subscription);
      log.info({ subscription: subscription.id, story: story.key }, 'a schedule was set');
      return view(subscription, clock);
    },
    show: async (story, origin) => {
      const known = await subscriptions.find(story.key, origin.place);
      return known === undefined ? undefined : view(known, clock);
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
      for (const subscription of wanted) await arm(needs, subscription);
      const ids = new Set(wanted.filter(({ state }) => state === 'active').flatMap(schedulerIds));
      for (const id of scheduled) if (id.startsWith(schedulerPrefix) && !ids.has(id)) await queue.unschedule(id);
    },
  };
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

function view(subscription: Subscription, clock: Clock): ScheduleView {
  if (subscription.state === 'paused') return { subscription, nextDue: [] };
  const nextDue = nextDueTimes(subscription.timing, { afterMs: clock.now(), anchorMs: 0, count: shownDueTimes });
  return { subscription, nextDue };
}
