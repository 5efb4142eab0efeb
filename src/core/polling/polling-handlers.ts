import { isoNow } from '../clock/clock.ts';
import { feedPoll, messageDeliver } from '../jobs/jobs.ts';
import { handle, type JobHandler, type JobQueue, TryLater } from '../jobs/queue.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SubscriptionStore } from '../schedules/subscription-store.ts';
import { type PollNeeds, pollFeed } from './poll-feed.ts';
import { troubleNotices } from './tell-trouble.ts';

export interface PollingNeeds extends PollNeeds {
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly queue: JobQueue;
}

/** How long a job steps aside while another feed of its host is being read. Milliseconds. */
const stepAsideMs = 10_000;

/** The worker of feeds. A host is asked by one job at a time, in all processes; a slow one holds up no other, for the others step aside. */
export function pollingHandlers(needs: PollingNeeds): JobHandler[] {
  const { clock, feeds } = needs;
  return [
    handle(feedPoll, async ({ payload: { feed }, signal }) => {
      const turn = { host: new URL(feed).host, feed };
      const until = new Date(clock.now() + feedPoll.timeoutMs).toISOString();
      if (!(await feeds.takeHost(turn, { now: isoNow(clock), until }))) throw new TryLater(stepAsideMs);
      try {
        const state = await pollFeed(feed, signal, needs);
        const notices = await troubleNotices(state, needs);
        for (const notice of notices) {
          const { id } = await needs.outbox.put(notice);
          await needs.queue.add(messageDeliver, { delivery: id }, id);
        }
        if (notices.length > 0) await needs.feeds.save({ ...state, troubleTold: true });
      } finally {
        await feeds.leaveHost(turn);
      }
    }),
  ];
}
