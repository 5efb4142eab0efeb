import { beforeEach, describe, expect, it } from 'vitest';
import { renderText } from '../../src/adapters/terminal/render-text.ts';
import { personOf } from '../../src/core/chat/place.ts';
import { deliveryHandlers } from '../../src/core/delivery/delivery-handlers.ts';
import { PostError } from '../../src/core/errors/errors.ts';
import { checkWatches } from '../../src/core/watches/check-watches.ts';
import { describeEachFooting } from '../support/each-footing.ts';
import { mentionsIn } from '../support/random-message.ts';
import { silentLog } from '../support/memory-database.ts';
import { recordingPlatform, type RecordingPlatform } from '../support/recording-platform.ts';
import { manager, reader, type TestBot, testBotOn } from '../support/test-bot.ts';

describeEachFooting('watching', (footing) => {
  let test: TestBot;

  beforeEach(async () => {
    test = await testBotOn(await footing.open());
    await test.ingest(['config/samples/03-rundschau-berlin-irritated.md']);
  });

  /** The worker that posts what waits, on the test's own store and queue. */
  async function startDelivering(platform: RecordingPlatform): Promise<void> {
    const platforms = new Map([[platform.name, platform]]);
    await test.queue.work(deliveryHandlers({ ...test, platforms, blindSpots: async () => [], log: silentLog }));
  }

  async function type(line: string, origin = manager): Promise<string> {
    const reply = await test.bot.run('summit', { kind: 'text', text: line }, origin);
    return renderText(reply.message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
  }

  async function check(): Promise<void> {
    await checkWatches({ ...test, log: silentLog });
  }

  /** The alerts that wait for the channel or were composed, oldest first. */
  async function alerts(): Promise<string[]> {
    const unsent = await test.outbox.unsent('1970-01-01T00:00:00.000Z', manager.place);
    return unsent.map(({ message }) => renderText(message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' }));
  }

  describe('a watch', () => {
    it('is set by managers, listed for all, and says how often it would have fired', async () => {
      expect(await type('watch add term soldiers', reader)).toContain('people who may manage this channel');
      expect(await type('watch add term soldiers')).toContain('It would have fired 1 time in the last week.');
      expect(await type('watch add actor lavrov')).toContain('does not name "lavrov"');
      expect(await type('watch add actor scholtz')).toContain('Did you mean Olaf Scholz?');
      expect(await type('watch add actor scholz')).toContain('I watch actor Olaf Scholz');
      expect(await type('watch', reader)).toContain('• actor Olaf Scholz\n• term soldiers');
      expect(await type('watch remove term SOLDIERS')).toContain('I no longer watch term soldiers.');
      expect(await type('watch remove term soldiers')).toContain('It watches: actor Olaf Scholz.');
      expect(await type('watch add term ...')).toContain('has no words');
      expect(await type('watch add')).toContain('What shall I add?');
    });

    it('alerts the channel of what is new and matches, not of what was held before', async () => {
      await type('watch add term soldiers');
      await check();
      expect(await alerts()).toEqual([]);
      test.clock.set('2025-02-19T09:00:00Z');
      await test.ingest(['config/samples/02-courier-backstop.md']);
      await check();
      const [alert, ...others] = await alerts();
      expect(others).toEqual([]);
      expect(alert).toMatch(/Polish soldiers to Ukraine\. \[\d\] — term soldiers/);
      expect(alert).toContain('The Sample Courier');
    });

    it('mentions the role that a manager set, in its alert and nowhere else', async () => {
      const knows = { ...manager, roleOf: (typed: string) => (/^\d+$/.test(typed) ? typed : undefined) };
      expect(await type('watch add term soldiers role:41')).toContain('here I can mention nobody');
      expect(await type('watch add term soldiers role:41', { ...reader, roleOf: knows.roleOf })).toContain(
        'who may manage',
      );
      expect(await type('watch add term soldiers role:@everyone', knows)).toContain('is no role that I can mention');
      expect(await type('watch', reader)).toContain('watches nothing');
      expect(await type('watch add term soldiers role:41', knows)).toContain('and mention the role 41');
      expect(await type('watch add dispute role:42', knows)).toContain('and mention the role 42');
      // Added again without a role, it keeps the one that it has.
      await type('watch add term SOLDIERS', knows);
      const list = await test.bot.run('summit', { kind: 'text', text: 'watch' }, reader);
      expect(JSON.stringify(list.message)).toContain('role 41');
      expect(mentionsIn(list.message)).toEqual([]);
      test.clock.set('2025-02-19T09:00:00Z');
      await test.ingest(['config/samples/08-gazette-after-riyadh-corrected.md']);
      await check();
      const [alert] = await test.outbox.unsent('1970-01-01T00:00:00.000Z', manager.place);
      expect(alert?.message.blocks[0]).toEqual({ kind: 'paragraph', spans: [{ kind: 'mention', role: '41' }] });
      expect(alert === undefined ? [] : mentionsIn(alert.message)).toEqual(['41']);
    });

    it('alerts at most once an hour, and then of all that came meanwhile', async () => {
      await type('watch add term soldiers');
      test.clock.set('2025-02-19T09:00:00Z');
      await test.ingest(['config/samples/02-courier-backstop.md']);
      await check();
      const [first] = await test.outbox.unsent('1970-01-01T00:00:00.000Z', manager.place);
      if (first === undefined) throw new Error('no alert');
      await test.outbox.markSent(first.id, { id: '1', thread: '1' });
      test.clock.set('2025-02-19T09:30:00Z');
      await test.ingest(['config/samples/08-gazette-after-riyadh-corrected.md']);
      await check();
      expect(await alerts()).toEqual([]);
      test.clock.set('2025-02-19T10:00:01Z');
      await check();
      const [second, ...others] = await alerts();
      expect(others).toEqual([]);
      expect(second).toContain('soldiers of NATO countries');
      expect(second).not.toContain('Polish');
    });

    it('waits while hours are quiet', async () => {
      await type('schedule set at:07:30 quiet:08:00-12:00 tz:UTC');
      await type('watch add term soldiers');
      test.clock.set('2025-02-19T09:00:00Z');
      await test.ingest(['config/samples/02-courier-backstop.md']);
      await check();
      expect(await alerts()).toEqual([]);
      test.clock.set('2025-02-19T12:00:01Z');
      await check();
      expect(await alerts()).toHaveLength(1);
    });

    it('whose channel is gone is paused, and each person who set some of it is told once, alone', async () => {
      await type('watch add term soldiers');
      await type('watch add actor scholz');
      await type('watch add dispute', { ...manager, user: { id: 'ada', mayManage: true } });
      const platform = recordingPlatform('test');
      await startDelivering(platform);
      platform.refuse(new PostError('gone', 'channel_not_found'));
      test.clock.set('2025-02-19T09:00:00Z');
      await test.ingest(['config/samples/02-courier-backstop.md']);
      await check();
      await platform.tried(1);
      await expect.poll(async () => (await test.outbox.summary()).states['given-up'], { timeout: 30_000 }).toBe(1);
      // A look may be made again, and by several at once.
      await Promise.all([check(), check()]);
      await check();
      const notices = await platform.posted(2);
      expect(new Set(notices.map(({ place }) => personOf(place)))).toEqual(new Set(['ada', 'manager']));
      const told = notices.map(({ message }) =>
        renderText(message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' }),
      );
      expect(told.join()).toContain('/summit watch add term soldiers');
      expect(told.filter((words) => words.includes('/summit watch add dispute'))).toHaveLength(1);
      expect((await test.watches.list()).map(({ state }) => state)).toEqual(['paused', 'paused', 'paused']);
      expect((await test.outbox.summary()).states).toMatchObject({ waiting: 0, 'given-up': 1 });
    });

    it('that is set again where its channel came back is not paused by what was refused before', async () => {
      await type('watch add term soldiers');
      test.clock.set('2025-02-19T09:00:00Z');
      await test.ingest(['config/samples/02-courier-backstop.md']);
      await check();
      const [alert] = await test.outbox.unsent('1970-01-01T00:00:00.000Z', manager.place);
      if (alert === undefined) throw new Error('no alert');
      await test.outbox.markFailed(alert.id, 'given-up', 'gone: channel_not_found');
      await check();
      test.clock.set('2025-02-19T09:01:00Z');
      await type('watch add term soldiers');
      expect((await test.watches.list()).map(({ state }) => state)).toEqual(['active']);
      await check();
      expect((await test.watches.list()).map(({ state }) => state)).toEqual(['active']);
    });

    it('for disputes tells of a new contradiction', async () => {
      await test.ingest(['config/samples/01-wire-leaders-meet-in-paris.md']);
      await type('watch add dispute');
      test.clock.set('2025-02-19T09:00:00Z');
      await test.ingest(['config/samples/02-courier-backstop.md']);
      await check();
      const [alert] = await alerts();
      expect(alert).toContain('Articles contradict each other');
      expect(alert).toContain('three hours');
    });
  });
});
