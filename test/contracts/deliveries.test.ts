import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveries } from '../../src/cli/deliveries.ts';
import { readCommandLine } from '../../src/cli/arguments.ts';
import { previewHandlers } from '../../src/core/delivery/compose-preview.ts';
import { newDeliveryId } from '../../src/core/ids/ids.ts';
import { openServices, type Services } from '../../src/cli/services.ts';
import { silentLog } from '../support/memory-database.ts';
import { newDelivery } from '../support/stored-things.ts';
import { testClock } from '../support/test-bot.ts';

describe('communique deliveries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'communique-deliveries-'));
  let services: Services;
  beforeAll(async () => {
    services = await openServices({ dataFolder: folder }, testClock('2025-02-18T08:30:00Z'), silentLog);
  });
  afterAll(async () => {
    await services.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says when every message has arrived', async () => {
    const sent = await services.outbox.put(newDelivery());
    await services.outbox.markSent(sent.id, { id: 'm', thread: 't' });
    expect(await typed('deliveries')).toBe('Nothing is stuck: every message was delivered.\n');
  });

  it('lists what has not, with its place, age, tries, next try and reason, and puts one back', async () => {
    const place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
    const stuck = await services.outbox.put(newDelivery({ place, createdAt: '2025-02-18T06:30:00.000Z' }));
    await services.outbox.markFailed(stuck.id, 'failed', 'unavailable: bad gateway', '2025-02-18T08:31:00.000Z');
    expect(await typed('deliveries')).toBe(
      `${stuck.id}  failed        2 h  slack T1/C1 (/${stuck.story})  Digest — tried once; next try 2025-02-18T08:31:00.000Z; unavailable: bad gateway\n`,
    );
    expect(JSON.parse(await typed('deliveries', '--json'))).toMatchObject([
      { id: stuck.id, place, state: 'failed', ageSeconds: 7_200, reason: 'unavailable: bad gateway', title: 'Digest' },
    ]);
    expect(await typed('deliveries', 'retry', stuck.id)).toContain(`${stuck.id} waits for a worker now`);
    expect(await services.outbox.get(stuck.id)).toMatchObject({ state: 'waiting' });
    expect((await services.queue.depth())['waiting']).toBe(1);
  });

  it.each([
    ['an id that is none', ['deliveries', 'retry', 'x']],
    ['a word that it does not know', ['deliveries', 'drop']],
  ])('refuses %s', async (_what, words) => {
    await expect(typed(...words)).rejects.toMatchObject({ name: 'UserError' });
  });

  it('are tried again by who may manage the channel, and those that the platform refused stay as they are', async () => {
    const place = { platform: 'slack', workspace: 'T1', channel: 'C4' };
    const put = async (reason: string) => {
      const { id } = await services.outbox.put(newDelivery({ place, createdAt: '2025-02-18T06:30:00.000Z' }));
      await services.outbox.markFailed(id, 'given-up', reason);
      return id;
    };
    const [gone, rejected] = [await put('gone: is_archived'), await put('rejected: invalid_blocks')];
    const asked = (mayManage: boolean) =>
      services.bot.run(
        services.stories[0]?.key ?? '',
        { kind: 'text', text: 'health retry' },
        { place, user: { id: 'ada', mayManage } },
      );
    expect(await asked(false)).toMatchObject({ outcome: 'refused' });
    const reply = JSON.stringify((await asked(true)).message);
    expect(reply).toContain('it is tried now');
    expect(reply).toContain('would refuse it again');
    expect(await services.outbox.get(gone)).toMatchObject({ state: 'waiting' });
    expect(await services.outbox.get(rejected)).toMatchObject({ state: 'given-up' });
  });

  it('are shown to the channel that waits for them, by the command health', async () => {
    const place = { platform: 'slack', workspace: 'T1', channel: 'C2' };
    const stuck = await services.outbox.put(newDelivery({ place, createdAt: '2025-02-18T06:30:00.000Z' }));
    await services.outbox.markFailed(stuck.id, 'given-up', 'gone: is_archived');
    const asked = async (channel: string) => {
      const origin = { place: { ...place, channel }, user: { id: 'ada', mayManage: false } };
      return services.bot.run(services.stories[0]?.key ?? '', { kind: 'text', text: 'health' }, origin);
    };
    const reply = await asked('C2');
    expect(JSON.stringify(reply.message)).toContain('was given up: gone: is_archived');
    expect(reply.data).toMatchObject({
      stuck: [{ id: stuck.id, state: 'given-up', since: '2025-02-18T06:30:00.000Z' }],
    });
    expect((await asked('C3')).data).toMatchObject({ stuck: [] });
  });

  it('that are previews stand in the list as what they are, and hold up nothing in the channel', async () => {
    const place = { platform: 'slack', workspace: 'T1', channel: 'C5' };
    const [story] = services.stories;
    const wish = { story: story?.key, place, person: 'UADA', at: '2025-02-18T08:30:00.000Z' };
    const [composing] = previewHandlers(services);
    await composing?.run({ payload: wish, dueAt: 0, signal: new AbortController().signal, lastAttempt: false });
    const made = await services.outbox.latest(`preview:${story?.key}:slack:T1:C5:UADA:`);
    await services.outbox.markFailed(made?.id ?? newDeliveryId(), 'given-up', 'gone: user_disabled');
    expect(await typed('deliveries')).toContain(
      `${made?.id}  given-up      0 s  slack T1/@UADA (/${story?.key})  Preview: ${story?.title}: digest — tried once; gone: user_disabled\n`,
    );
    const origin = { place, user: { id: 'UADA', mayManage: true } };
    const { data } = await services.bot.run(story?.key ?? '', { kind: 'text', text: 'health' }, origin);
    expect(data).toMatchObject({ stuck: [] });
  });

  async function typed(...argv: string[]): Promise<string> {
    let shown = '';
    const style = { width: 100, emphasis: 'plain', timeZone: 'UTC' } as const;
    const io = { style, output: (text: string) => void (shown += text), error: () => undefined };
    expect(await deliveries(readCommandLine(argv), services, io)).toBe(0);
    return shown;
  }
});
