import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/arguments.ts';
import { runVerb } from '../../src/cli/run-command.ts';
import type { ChatPlatform } from '../../src/core/chat/chat-platform.ts';
import { previewHandlers } from '../../src/core/delivery/compose-preview.ts';
import { deliveryHandlers } from '../../src/core/delivery/delivery-handlers.ts';
import type { Delivery } from '../../src/core/outbox/delivery.ts';
import { type DiscordBench, openDiscordBench, original, shown } from '../support/discord-bench.ts';
import { guild, slashCommand } from '../support/discord-events.ts';
import { bare, type Flat, flatDiscord, flatSlack, receipts } from '../support/flat-posts.ts';
import { silentLog } from '../support/memory-database.ts';
import { openNewsBot, openSlackBench, type SlackBench } from '../support/slack-bench.ts';
import type { TestBot } from '../support/test-bot.ts';

/** In the direct messages of the fakes' Ada. */
const [inSlack, inDiscord] = ['DU1', '9420000000000000042'];
const openedInDiscord = `POST /channels/${inDiscord}/messages`;

describe('digest preview', () => {
  let test: TestBot;
  let slack: SlackBench;
  let discord: DiscordBench;

  beforeAll(async () => {
    test = await openNewsBot();
    // The workers outlive the platforms of each test.
    const platform = (name: string, bench: () => { readonly platform: ChatPlatform }): ChatPlatform => ({
      name,
      start: async () => undefined,
      stop: async () => undefined,
      post: (posting) => bench().platform.post(posting),
    });
    const platforms = [platform('slack', () => slack), platform('discord', () => discord)];
    const needs = { ...test, blindSpots: async () => [], log: silentLog };
    await test.queue.work([
      ...deliveryHandlers({ ...needs, platforms: new Map(platforms.map((each) => [each.name, each])) }),
      ...previewHandlers(needs),
    ]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    // Each test asks in a minute of its own.
    test.clock.set(new Date(test.clock.now() + 120_000).toISOString());
    slack = await openSlackBench(test);
    discord = await openDiscordBench(test);
    await slack.platform.start(test.bot);
    await discord.platform.start(test.bot);
  });
  afterEach(async () => {
    await slack.close();
    await discord.close();
  });

  const inChat = {
    Slack: async (): Promise<string> => {
      const before = slack.slack.calls.filter(({ method }) => method.startsWith('respond/')).length;
      await slack.type('digest preview');
      const answer = (await slack.slack.called('respond/', before + 1)).at(-1);
      expect(answer?.body).toMatchObject({ response_type: 'ephemeral' });
      return shown(answer?.body);
    },
    Discord: async (): Promise<string> => {
      const before = discord.discord.calls.filter(({ route }) => route === original).length;
      const preview = slashCommand('digest', [{ name: 'action', type: 3, value: 'preview' }]);
      discord.discord.dispatch('INTERACTION_CREATE', preview);
      return shown((await discord.discord.called(original, before + 1)).at(-1)?.body);
    },
  };

  /** Waits until the newest preview of a platform is in a state. */
  const became = async (platform: string, state: Delivery['state']): Promise<void> => {
    const newest = async () => (await test.outbox.latest(`preview:summit:${platform}:`))?.state;
    await expect.poll(newest, { timeout: 20_000 }).toBe(state);
  };

  it('is acknowledged alone and at once, comes in direct messages, and is the same in Slack and Discord', async () => {
    for (const ask of [inChat.Slack, inChat.Discord]) {
      const answer = await ask();
      expect(answer).toContain('on its way to you, as a direct message');
      expect(answer).not.toContain('Share');
    }
    await became('slack', 'sent');
    await became('discord', 'sent');
    expect(new Set(slack.slack.messages.map(({ channel }) => channel))).toEqual(new Set([inSlack]));
    expect(new Set(discord.discord.messages.map((message) => message['channel_id']))).toEqual(new Set([inDiscord]));
    const [one, other] = [flatSlack(slack.slack.messages), flatDiscord(discord.discord.messages)];
    expect(one.body).toContain('Preview: ');
    expect(bare(one.body.replace('#C1', '#here'))).toBe(bare(other.body.replace(`#${guild.channel}`, '#here')));
    const receiptsOf = (flat: Flat): object => ({
      sources: receipts(flat),
      links: [...new Set(flat.links)].toSorted(),
    });
    expect(receiptsOf(one)).toEqual(receiptsOf(other));
  });

  it('is the answer on the command line, where nothing that is sent later arrives', async () => {
    const written: string[] = [];
    const style = { width: 80, emphasis: 'plain', timeZone: 'UTC' } as const;
    const io = { style, output: (text: string) => written.push(text), error: (text: string) => written.push(text) };
    const jobs = await test.queue.depth();
    expect(await runVerb(readCommandLine(['digest', 'preview']), test, io)).toBe(0);
    expect(written.join('')).toMatch(/Preview: .*A preview for you alone.*Prime\s+Minister of the United Kingdom/s);
    expect(await test.queue.depth()).toEqual(jobs);
    expect(await test.outbox.latest('preview:summit:terminal:')).toBeUndefined();
  });

  it.each([
    ['Slack', () => slack.slack.answer('conversations.open', { kind: 'error', error: 'user_disabled' })],
    [
      'Discord',
      () =>
        discord.discord.answer(openedInDiscord, 403, { code: 50_007, message: 'Cannot send messages to this user' }),
    ],
  ] as const)('that may not be written to somebody in %s is told to them when they ask again', async (chat, close) => {
    close();
    await inChat[chat]();
    await became(chat === 'Slack' ? 'slack' : 'discord', 'given-up');
    expect(await inChat[chat]()).toContain('asked for just now did not reach you');
    const { messages } = chat === 'Slack' ? slack.slack : discord.discord;
    expect(messages).toEqual([]);
    test.clock.set(new Date(test.clock.now() + 60_000).toISOString());
    expect(await inChat[chat]()).toContain('did not reach you. To see the digest here');
    await became(chat === 'Slack' ? 'slack' : 'discord', 'sent');
    expect(messages).not.toEqual([]);
  });
});
