import type { Place } from '../chat/place.ts';
import { type Clock, isoNow } from '../clock/clock.ts';
import { isOnItsWay, isStale, newestIn, tellsUntil } from '../delivery/told.ts';
import { newDeliveryId } from '../ids/ids.ts';
import { messageDeliver } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Log } from '../log/log.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { quietUntil } from '../schedules/quiet-hours.ts';
import type { SubscriptionStore } from '../schedules/subscription-store.ts';
import type { LibraryDesk } from '../stories/library-desk.ts';
import type { Story } from '../stories/story.ts';
import { alertMessage, type Finding } from './alert-message.ts';
import { pauseMs } from './count-firings.ts';
import { matchFinder } from './find-matches.ts';
import { pauseWatches } from './pause-watches.ts';
import type { WatchStore } from './watch-store.ts';
import type { Watch } from './watch.ts';

export interface WatchNeeds {
  readonly watches: WatchStore;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly queue: JobQueue;
  readonly libraries: LibraryDesk;
  readonly stories: readonly Story[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Looks at what is new for every watch, and composes the alerts that are due into the outbox: one a channel and hour. */
export async function checkWatches(needs: WatchNeeds): Promise<void> {
  const byChannel = new Map<string, Watch[]>();
  for (const watch of await needs.watches.list()) {
    if (watch.state === 'paused') continue;
    const prefix = prefixFor(watch.place);
    byChannel.set(prefix, [...(byChannel.get(prefix) ?? []), watch]);
  }
  for (const [prefix, watches] of byChannel) await checkChannel(prefix, watches, needs);
}

/** How the keys of a channel's alerts begin. */
function prefixFor({ platform, workspace, channel }: Place): string {
  return `watch:${[platform, workspace, channel].map(encodeURIComponent).join(':')}:`;
}

async function checkChannel(prefix: string, all: readonly Watch[], needs: WatchNeeds): Promise<void> {
  const { outbox, clock } = needs;
  const latest = await outbox.latest(prefix);
  if (latest !== undefined && (await isWaitedFor(latest, needs))) return;
  const watches = latest === undefined ? all : await settled(latest, all, needs);
  if (latest !== undefined && clock.now() - Date.parse(latest.createdAt) < pauseMs) return;
  for (const key of new Set(watches.map(({ story }) => story))) {
    const story = needs.stories.find((candidate) => candidate.key === key);
    const own = watches.filter((watch) => watch.story === key);
    // The key names the alert before, so that two workers at the same moment make one. Another story has its turn next.
    if (story !== undefined && (await alert({ story, watches: own, key: `${prefix}${latest?.id ?? 'first'}` }, needs)))
      return;
  }
}

/** Whether the alert before is still to arrive; one that nobody took in time is given up. */
async function isWaitedFor(latest: Delivery, { outbox, queue, clock }: WatchNeeds): Promise<boolean> {
  if (!isOnItsWay(latest)) return false;
  if (isStale(latest, clock.now())) {
    await outbox.markFailed(latest.id, 'given-up', 'nobody took it in time');
    return false;
  }
  await queue.add(messageDeliver, { delivery: latest.id }, latest.id);
  return true;
}

/**
 * The channel's watches once they know what became of the alert before: what it told is seen; when it was given up, it is
 * told anew; when the channel is gone, they are paused, and whoever set them is told.
 */
async function settled(latest: Delivery, all: readonly Watch[], needs: WatchNeeds): Promise<Watch[]> {
  const isOlder = (watch: Watch): boolean => Date.parse(watch.createdAt) <= Date.parse(latest.createdAt);
  if (latest.state === 'given-up' && latest.reason?.startsWith('gone') === true) {
    await pauseWatches(all.filter(isOlder), latest, needs);
    return all.filter((watch) => !isOlder(watch));
  }
  const told = latest.state === 'sent' || latest.reason?.startsWith('rejected') === true;
  const after: Watch[] = [];
  for (const watch of all) {
    const isNews = told && watch.story === latest.story && Date.parse(watch.seenUntil) < Date.parse(tellsUntil(latest));
    const next: Watch = isOlder(watch) && isNews ? { ...watch, seenUntil: tellsUntil(latest) } : watch;
    if (next !== watch) await needs.watches.change(next);
    after.push(next);
  }
  return after;
}

interface Alert {
  readonly story: Story;
  readonly watches: readonly Watch[];
  readonly key: string;
}

/** Composes the alert, if there is something to tell and hours are not quiet. */
async function alert({ story, watches, key }: Alert, needs: WatchNeeds): Promise<boolean> {
  const { subscriptions, outbox, queue, libraries, clock, log } = needs;
  const [first] = watches;
  if (first === undefined) return false;
  const subscription = await subscriptions.find(story.key, first.place);
  if (quietUntil(subscription?.quiet, clock.now()) !== undefined) return false;
  const library = await libraries.open(story);
  const to = isoNow(clock);
  const matches = matchFinder(library);
  const findings: Finding[] = [];
  let until = first.seenUntil;
  for (const watch of watches) {
    const window = { from: watch.seenUntil, to };
    const found = matches(watch, window);
    const newest = newestIn(library, window);
    if (Date.parse(newest) > Date.parse(until)) until = newest;
    if (found.length > 0) findings.push({ watch, matches: found });
    // What has nothing for a watch need not be looked at again; what has is seen when it was told.
    else if (newest !== watch.seenUntil) await needs.watches.change({ ...watch, seenUntil: newest });
  }
  if (findings.length === 0) return false;
  const delivery = await outbox.put({
    ...{ id: newDeliveryId(), key, subscription: first.id, story: story.key, place: first.place },
    ...{ message: alertMessage(findings, library), state: 'waiting', createdAt: to, tellsUntil: until },
  });
  await queue.add(messageDeliver, { delivery: delivery.id }, delivery.id);
  log.info({ delivery: delivery.id, story: story.key, watches: findings.length }, 'an alert waits in the outbox');
  return true;
}
