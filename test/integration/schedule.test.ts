import { expect, it } from 'vitest';
import { articleStore } from '../../src/adapters/postgres/article-store.ts';
import { outbox as outboxIn } from '../../src/adapters/postgres/outbox.ts';
import { subscriptionStore } from '../../src/adapters/postgres/subscription-store.ts';
import type { Origin } from '../../src/core/chat/place.ts';
import { deliveryHandlers } from '../../src/core/delivery/delivery-handlers.ts';
import type { DeliveryNeeds } from '../../src/core/delivery/delivery-needs.ts';
import { digestDue } from '../../src/core/jobs/jobs.ts';
import { createScheduleDesk } from '../../src/core/schedules/create-schedule-desk.ts';
import { readTiming } from '../../src/core/schedules/read-timing.ts';
import type { ScheduleDesk } from '../../src/core/schedules/schedule-desk.ts';
import { createIngest, type Ingest } from '../../src/core/stories/ingest.ts';
import { createLibraryDesk } from '../../src/core/stories/library-desk.ts';
import { describeEachFooting, type OpenFooting } from '../support/each-footing.ts';
import { harbour } from '../support/held-library.ts';
import { silentLog } from '../support/memory-database.ts';
import { recordingPlatform, type RecordingPlatform } from '../support/recording-platform.ts';

/** The queue's schedulers know no other clock than the machine's. */
const clock = { now: () => Date.now() };
const mayor = 'Mayor Anna Holm said the harbour of Nordby would open again on Monday.';
const origin: Origin = {
  place: { platform: 'test', workspace: 'w', channel: 'c' },
  user: { id: 'ada', mayManage: true },
};
const everyMinute = readTiming({ every: '1m' }, 'UTC');

interface Running {
  readonly needs: DeliveryNeeds;
  readonly desk: ScheduleDesk;
  readonly intake: Ingest;
  readonly platform: RecordingPlatform;
}

describeEachFooting('a schedule', (footing) => {
  it('posts a digest whenever it is due, and what was told is not told again', async () => {
    const { needs, desk, intake, platform } = run(await footing.open());
    await intake.take({ text: mayor, publisher: 'Courier' });
    await needs.queue.work(deliveryHandlers(needs));
    const { subscription } = await desk.set(harbour, everyMinute, origin, { nothingNew: 'line' });
    // A test does not wait for a minute.
    const everySecond = { kind: 'every', everyMs: 1_000 } as const;
    await needs.queue.schedule(`digest-${subscription.id}-0`, everySecond, digestDue, {
      subscription: subscription.id,
    });
    const posts = await platform.posted(2);
    expect(posts.map(({ place }) => place)).toEqual([origin.place, origin.place]);
    expect(JSON.stringify(posts[0]?.message)).toContain(mayor);
    expect(JSON.stringify(posts[1]?.message)).toContain('Nothing new since');
    await desk.pause(harbour, origin);
    expect(await needs.queue.scheduled()).toEqual([]);
  });

  it('is there again after a restart, and what the store does not know is gone', async () => {
    const place = await footing.lastingPlace();
    const before = await place.open();
    const { desk } = run(before);
    const { subscription } = await desk.set(
      harbour,
      readTiming({ at: '07:30,18:00', tz: 'Europe/Paris' }, 'UTC'),
      origin,
    );
    const cron = { kind: 'cron', pattern: '0 5 * * *', timeZone: 'UTC' } as const;
    await before.queue.schedule('digest-of-nobody-0', cron, digestDue, { subscription: subscription.id });
    await before.queue.unschedule(`digest-${subscription.id}-1`);
    await before.close();

    const after = await place.open();
    await run(after).desk.restore();
    expect((await after.queue.scheduled()).toSorted()).toEqual([
      `digest-${subscription.id}-0`,
      `digest-${subscription.id}-1`,
    ]);
    expect((await run(after).desk.show(harbour, origin))?.subscription).toEqual(subscription);
  });
});

function run({ database, queue }: OpenFooting): Running {
  const articles = articleStore(database);
  const subscriptions = subscriptionStore(database);
  const platform = recordingPlatform('test');
  const needs: DeliveryNeeds = {
    blindSpots: async () => [],
    subscriptions,
    outbox: outboxIn(database),
    queue,
    libraries: createLibraryDesk(articles),
    stories: [harbour],
    platforms: new Map([[platform.name, platform]]),
    clock,
    log: silentLog,
  };
  return {
    needs,
    platform,
    desk: createScheduleDesk(needs),
    intake: createIngest({ articles, stories: [harbour], clock }),
  };
}
