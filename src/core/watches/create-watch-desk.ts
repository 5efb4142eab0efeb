import type { LeftPlace } from '../chat/place.ts';
import { isoNow } from '../clock/clock.ts';
import { newestIn } from '../delivery/told.ts';
import { UserError } from '../errors/errors.ts';
import { newSubscriptionId } from '../ids/ids.ts';
import { watchCheck } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Library } from '../stories/library.ts';
import { folded } from '../text/fold.ts';
import type { WatchNeeds } from './check-watches.ts';
import { countFirings } from './count-firings.ts';
import { matchFinder } from './find-matches.ts';
import type { WatchDesk } from './watch-desk.ts';
import { describeRule, type Watch, type WatchRule } from './watch.ts';

/** How often it is looked whether something new matches. Milliseconds. */
const tickMs = 60_000;
const mostWatches = 20;
const weekMs = 7 * 86_400_000;
const schedulerId = 'watch-check';

/** Watches in the store, and one scheduler in the queue that has all of them looked at. */
export function createWatchDesk(needs: Omit<WatchNeeds, 'outbox' | 'log' | 'stories'>): WatchDesk {
  const { watches, subscriptions, libraries, queue, clock } = needs;
  return {
    add: async (story, { role: wantedRole, ...rule }, origin) => {
      const library = await libraries.open(story);
      const all = await watches.inChannel(story.key, origin.place);
      const known = all.find((watch) => isSame(watch, rule));
      if (known === undefined && all.length >= mostWatches) {
        throw new UserError(
          `This channel has ${mostWatches} watches already, and more would only be noise.`,
          `Remove one: /${story.key} watch remove ${describeRule(all[0] ?? rule)}.`,
        );
      }
      const now = isoNow(clock);
      const { thread: _thread, ...place } = origin.place;
      const role = wantedRole ?? known?.role;
      const watch: Watch = {
        ...{ id: known?.id ?? newSubscriptionId(), story: story.key, place, ...rule, state: 'active' },
        ...(role !== undefined && { role }),
        ...{ createdBy: origin.user.id, createdAt: now, seenUntil: newestHeld(library, now) },
      };
      await (known === undefined ? watches.add(watch) : watches.change(watch));
      await arm(queue);
      const quiet = (await subscriptions.find(story.key, place))?.quiet;
      const lastWeek = { from: new Date(clock.now() - weekMs).toISOString(), to: now };
      const moments = matchFinder(library)(rule, lastWeek).map(({ at }) => Date.parse(at));
      return { watch, firings: countFirings(moments, { quiet, toMs: clock.now() }) };
    },
    list: (story, origin) => watches.inChannel(story.key, origin.place),
    remove: async (story, rule, origin) => {
      const all = await watches.inChannel(story.key, origin.place);
      const known = all.find((watch) => isSame(watch, rule));
      if (known === undefined) throw unknown(rule, all, story.key);
      await watches.remove(known.id);
      return known;
    },
    inWorkspace: async (at) => (await watches.list()).filter((watch) => isIn(at, watch)),
    pauseAll: async (at) => {
      for (const watch of await watches.list())
        if (watch.state === 'active' && isIn(at, watch)) await watches.change({ ...watch, state: 'paused' });
    },
    restore: async () => {
      if ((await watches.list()).length > 0) await arm(queue);
      else await queue.unschedule(schedulerId);
    },
  };
}

function isIn({ platform, workspace, channel }: LeftPlace, { place }: Watch): boolean {
  const within = place.platform === platform && place.workspace === workspace;
  return within && (channel === undefined || place.channel === channel);
}

async function arm(queue: JobQueue): Promise<void> {
  await queue.schedule(schedulerId, { kind: 'every', everyMs: tickMs }, watchCheck, {});
}

function isSame(one: WatchRule, other: WatchRule): boolean {
  return one.kind === other.kind && folded(one.what) === folded(other.what);
}

/** A watch begins with what is taken in after it: what is held is no news. */
function newestHeld(library: Library, now: string): string {
  return newestIn(library, { from: '1970-01-01T00:00:00.000Z', to: now });
}

function unknown(rule: WatchRule, all: readonly Watch[], story: string): UserError {
  const said = `This channel does not watch ${describeRule(rule)}.`;
  if (all.length === 0) return new UserError(said, `It watches nothing. Add one: /${story} watch add term WORDS.`);
  return new UserError(said, `It watches: ${all.map(describeRule).join('; ')}.`);
}
