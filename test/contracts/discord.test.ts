import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDiscord } from '../../src/adapters/discord/check-discord.ts';
import { discordPlatform } from '../../src/adapters/discord/discord-platform.ts';
import type { ChatPlatform } from '../../src/core/chat/chat-platform.ts';
import { PostError, UserError } from '../../src/core/errors/errors.ts';
import type { Message } from '../../src/core/messages/message.ts';
import { botUser, type FakeDiscord, fakeDiscord, guild } from '../support/fake-discord.ts';
import { silentLog } from '../support/memory-database.ts';
import { newDelivery } from '../support/stored-things.ts';
import { openTestBot, storyKeyOf, type TestBot } from '../support/test-bot.ts';

const token = 'a-token-that-is-long-enough';
const place = { platform: 'discord', workspace: guild.id, channel: guild.channel };
const message: Message = {
  title: 'Digest',
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: 'News.' }] }],
  citations: [],
};
const ephemeral = 64;

let discord: FakeDiscord;
let test: TestBot;
let platform: ChatPlatform;

beforeEach(async () => {
  discord = await fakeDiscord();
  test = await openTestBot();
  await test.ingest(['test/fixtures/articles/backstop.txt'], '2025-02-18');
  platform = discordPlatform({ token, apiUrl: discord.apiUrl, messageContent: 'off', log: silentLog });
});
afterEach(async () => {
  await platform.stop();
  await test.close();
  await discord.close();
});

const post = (text: Message = message, key = 'key-1') => platform.post(text, place, key, AbortSignal.timeout(10_000));

describe('Discord, connected by its gateway', () => {
  beforeEach(() => platform.start(test.bot));

  it('has a subcommand for every verb, with its options', async () => {
    const [put] = await discord.called('PUT /applications/800/commands', 1);
    const text = JSON.stringify(put?.body);
    expect(text).toContain('"name":"summit"');
    for (const { name } of test.bot.commands) expect(text).toContain(`"name":"${name}"`);
    expect(text).toMatch(/"name":"question","description":"Your question","required":true/);
  });

  it('answers a slash command privately, after acknowledging it at once', async () => {
    discord.dispatch('INTERACTION_CREATE', interaction('who', []));
    const [shown] = await discord.called('PATCH /webhooks/800/it/messages/@original', 1);
    const acknowledged = discord.calls.findIndex(({ route }) => route.startsWith('POST /interactions/'));
    expect(discord.calls[acknowledged]?.body).toEqual({ type: 5, data: { flags: ephemeral } });
    expect(JSON.stringify(shown?.body)).toContain('Prime Minister of the United Kingdom');
  });

  it('answers in front of the channel when that is asked for', async () => {
    discord.dispatch('INTERACTION_CREATE', interaction('brief', [{ name: 'public', type: 3, value: 'yes' }]));
    await discord.called('PATCH /webhooks/800/it/messages/@original', 1);
    expect(discord.calls.find(({ route }) => route.startsWith('POST /interactions/'))?.body).toEqual({
      type: 5,
      data: { flags: 0 },
    });
  });

  it('lets only people who may manage the channel set a schedule', async () => {
    const options = [
      { name: 'action', type: 3, value: 'set' },
      { name: 'at', type: 3, value: '07:30' },
    ];
    discord.dispatch('INTERACTION_CREATE', interaction('schedule', options, '0'));
    expect(JSON.stringify((await discord.called('PATCH /webhooks/800/it/messages/@original', 1))[0]?.body)).toContain(
      'people who may manage',
    );
    discord.dispatch('INTERACTION_CREATE', interaction('schedule', options, '16'));
    expect(JSON.stringify((await discord.called('PATCH /webhooks/800/it/messages/@original', 2))[1]?.body)).toContain(
      'at 07\\\\:30, every day',
    );
  });

  it('answers a mention where it stands, and stays silent otherwise', async () => {
    discord.dispatch('MESSAGE_CREATE', chatMessage('what do you think?', []));
    discord.dispatch('MESSAGE_CREATE', chatMessage(`<@${botUser.id}> What did Lavrov say about Europe?`, [botUser]));
    const calls = await discord.called(`POST /channels/${guild.channel}/messages`, 1);
    expect(calls).toHaveLength(1);
    expect(JSON.stringify(calls[0]?.body)).toContain('Europe should not have a role');
    expect(calls[0]?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  it('answers a question in reply to a digest', async () => {
    const posted = await post();
    const delivery = newDelivery({ place, story: storyKeyOf(test.stories, 'summit') });
    await test.outbox.put(delivery);
    await test.outbox.markSent(delivery.id, posted);
    const reference = { type: 0, message_id: posted.id, channel_id: guild.channel, guild_id: guild.id };
    discord.dispatch('MESSAGE_CREATE', {
      ...chatMessage('What did Lavrov say about Europe?', []),
      message_reference: reference,
    });
    const calls = await discord.called(`POST /channels/${guild.channel}/messages`, 2);
    expect(JSON.stringify(calls[1]?.body)).toContain('Europe should not have a role');
  });
});

describe('a digest posted to Discord', () => {
  it('pings nobody and gets a thread', async () => {
    const posted = await post();
    expect(discord.messages[0]).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true });
    expect(discord.calls.at(-1)?.route).toBe(`POST /channels/${guild.channel}/messages/${posted.id}/threads`);
    expect(posted.thread).toBe(posted.id);
  });

  it('is there once, however often it is tried', async () => {
    discord.answer(`POST /channels/${guild.channel}/messages/10000/threads`, 500);
    await post();
    const again = await post();
    expect(discord.messages).toHaveLength(1);
    expect(again.id).toBe(discord.messages[0]?.['id']);
  });

  it('that is too long goes on in its thread', async () => {
    const long: Message = {
      ...message,
      blocks: Array.from({ length: 60 }, (_, index) => ({ kind: 'heading', text: `Heading ${index}` })),
    };
    const posted = await post(long);
    expect(discord.messages.slice(1).map((more) => more['channel_id'])).toEqual(
      discord.messages.slice(1).map(() => posted.id),
    );
    expect(discord.messages.length).toBeGreaterThan(1);
  });

  it('stands without a thread where none may be opened', async () => {
    discord.answer(`POST /channels/${guild.channel}/messages/10000/threads`, 403, {
      code: 50_013,
      message: 'Missing Permissions',
    });
    expect((await post()).id).toBe('10000');
  });

  it.each([
    [429, { message: 'slow', retry_after: 3, global: false }, { 'retry-after': '3' }, { failure: 'rate-limited' }],
    [503, {}, {}, { failure: 'unavailable' }],
    [404, { code: 10_003, message: 'Unknown Channel' }, {}, { failure: 'gone' }],
    [403, { code: 50_001, message: 'Missing Access' }, {}, { failure: 'gone' }],
    [400, { code: 50_035, message: 'Invalid Form Body' }, {}, { failure: 'rejected' }],
  ])(
    'that Discord answers with %i fails so that the queue knows what to do',
    async (status, body, headers, expected) => {
      discord.answer(`POST /channels/${guild.channel}/messages`, status, body, headers);
      const error = await post().catch((refused: unknown) => refused);
      expect(error).toBeInstanceOf(PostError);
      expect(error).toMatchObject(expected);
    },
  );
});

describe('doctor, of Discord', () => {
  it('says as whom the token connects and how to invite it', async () => {
    const words = await checkDiscord({ token, apiUrl: discord.apiUrl });
    expect(words).toContain('connects as Communiqué');
    expect(words).toContain('https://discord.com/oauth2/authorize?client_id=800');
  });

  it('says what to do about a refused token, and never shows it', async () => {
    discord.answer('GET /applications/@me', 401, { code: 0, message: '401: Unauthorized' });
    const error = await checkDiscord({ token, apiUrl: discord.apiUrl }).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).not.toContain(token);
  });
});

let ids = 70_000;

function person(): object {
  return { id: '42', username: 'ada', discriminator: '0', global_name: 'Ada', avatar: null };
}

function member(permissions: string): object {
  return {
    user: person(),
    roles: [],
    joined_at: '2024-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
    permissions,
  };
}

function interaction(verb: string, options: readonly object[], permissions = '0'): object {
  const id = String((ids += 1));
  return {
    ...{ id, application_id: '800', type: 2, token: 'it', version: 1, locale: 'en-GB', guild_id: guild.id },
    ...{
      channel_id: guild.channel,
      channel: { id: guild.channel, type: 0 },
      member: member(permissions),
      entitlements: [],
    },
    authorizing_integration_owners: { '0': guild.id },
    app_permissions: '0',
    data: { id: '1', name: 'summit', type: 1, options: [{ name: verb, type: 1, options }] },
  };
}

function chatMessage(content: string, mentions: readonly object[]): Record<string, unknown> {
  return {
    ...{
      id: String((ids += 1)),
      type: 0,
      channel_id: guild.channel,
      guild_id: guild.id,
      author: person(),
      member: member('0'),
    },
    ...{ content, mentions, mention_roles: [], mention_everyone: false, attachments: [], embeds: [], components: [] },
    ...{ timestamp: '2025-02-19T08:00:00Z', edited_timestamp: null, tts: false, pinned: false, flags: 0 },
  };
}
