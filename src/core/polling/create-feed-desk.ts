import { type Clock, isoNow } from '../clock/clock.ts';
import { sha256 } from '../ids/ids.ts';
import { feedPoll } from '../jobs/jobs.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Story } from '../stories/story.ts';
import type { FeedDesk } from './feed-desk.ts';
import { newFeedState } from './feed-state.ts';
import type { FeedStore } from './feed-store.ts';

/** How often it is looked whether a feed is due; when it is, the feed's own state says. Milliseconds. */
const tickMs = 60_000;
const schedulerPrefix = 'feed-';

export function createFeedDesk(needs: {
  readonly stories: readonly Story[];
  readonly feeds: FeedStore;
  readonly queue: JobQueue;
  readonly clock: Clock;
}): FeedDesk {
  const { stories, feeds, queue, clock } = needs;
  return {
    health: (story) =>
      Promise.all(
        story.sources.map(
          async ({ feed, publisher }) => (await feeds.get(feed)) ?? newFeedState(feed, publisher, isoNow(clock)),
        ),
      ),
    restore: async () => {
      const wanted = new Map(stories.flatMap(({ sources }) => sources.map(({ feed }) => [schedulerId(feed), feed])));
      for (const [id, feed] of wanted) {
        await queue.schedule(id, { kind: 'every', everyMs: tickMs }, feedPoll, { feed });
        // A newcomer need not wait for the first tick.
        if ((await feeds.get(feed)) === undefined) await queue.add(feedPoll, { feed }, `first-${id}`);
      }
      for (const id of await queue.scheduled())
        if (id.startsWith(schedulerPrefix) && !wanted.has(id)) await queue.unschedule(id);
    },
  };
}

function schedulerId(feed: string): string {
  return `${schedulerPrefix}${sha256(feed).slice(0, 16)}`;
}
