import { expect, it } from 'vitest';
import { personOf } from '../../src/core/chat/place.ts';
import { previewHandlers } from '../../src/core/delivery/compose-preview.ts';
import { deliveryHandlers } from '../../src/core/delivery/delivery-handlers.ts';
import { describeEachFooting, type OpenFooting } from '../support/each-footing.ts';
import { silentLog } from '../support/memory-database.ts';
import { recordingPlatform, type RecordingPlatform } from '../support/recording-platform.ts';
import { reader, type TestBot, testBotOn } from '../support/test-bot.ts';

describeEachFooting('/summit digest preview', (footing) => {
  it('comes by the jobs that post digests, to whoever asked, and its numbers can be asked about', async () => {
    const { test, platform, say } = await openDesk(await footing.open());
    expect(JSON.stringify(await say('digest preview'))).toContain('on its way to you, as a direct message');
    const [preview] = await platform.posted(1);
    expect(preview === undefined ? undefined : personOf(preview.place)).toBe(reader.user.id);
    expect(JSON.stringify(preview?.message)).toContain('Keir Starmer, the Prime Minister of the United Kingdom');
    const [first] = preview?.message.citations ?? [];
    expect(JSON.stringify(await say('source 1'))).toContain(first?.title);
    expect(await test.subscriptions.list()).toEqual([]);
  });

  it('comes once in a minute, however often it is asked for', async () => {
    const { test, platform, say } = await openDesk(await footing.open());
    await Promise.all([say('digest preview'), say('digest preview')]);
    await platform.posted(1);
    await say('digest preview');
    test.clock.set(new Date(test.clock.now() + 60_000).toISOString());
    await say('digest preview');
    expect(await platform.posted(2)).toHaveLength(2);
  });
});

interface Desk {
  readonly test: TestBot;
  readonly platform: RecordingPlatform;
  say(line: string): Promise<object>;
}

async function openDesk(footing: OpenFooting): Promise<Desk> {
  const test = await testBotOn(footing);
  await test.ingest(['test/fixtures/articles/backstop.txt'], '2025-02-18');
  const platform = recordingPlatform('test');
  const needs = {
    ...test,
    platforms: new Map([[platform.name, platform]]),
    blindSpots: async () => [],
    log: silentLog,
  };
  await test.queue.work([...deliveryHandlers(needs), ...previewHandlers(needs)]);
  const say = async (line: string): Promise<object> =>
    (await test.bot.run('summit', { kind: 'text', text: line }, reader)).message;
  return { test, platform, say };
}
