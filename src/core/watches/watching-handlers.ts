import { watchCheck } from '../jobs/jobs.ts';
import { handle, type JobHandler, TryLater } from '../jobs/queue.ts';
import { checkWatches, type WatchNeeds } from './check-watches.ts';

/** How long a look steps aside while another one runs. Milliseconds. */
const stepAsideMs = 10_000;

/** The worker of watches: one look at a time. */
export function watchingHandlers(needs: WatchNeeds): JobHandler[] {
  let busy = false;
  return [
    handle(watchCheck, async () => {
      if (busy) throw new TryLater(stepAsideMs);
      busy = true;
      try {
        await checkWatches(needs);
      } finally {
        busy = false;
      }
    }),
  ];
}
