import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { discordPlatform } from '../../src/adapters/discord/discord-platform.ts';
import { toPostError } from '../../src/adapters/discord/errors.ts';
import { postingClient, refusalGuard } from '../../src/adapters/discord/rest-client.ts';
import type { Posting } from '../../src/core/chat/chat-platform.ts';
import type { PostedMessage } from '../../src/core/messages/posted-message.ts';
import { PostError } from '../../src/core/errors/errors.ts';
import type { Message } from '../../src/core/messages/message.ts';
import { guild, postedId } from '../support/discord-events.ts';
import { place, recording, shortMessage, shown, token } from '../support/discord-bench.ts';
import { type FakeDiscord, fakeDiscord } from '../support/fake-discord.ts';
import { newPosting } from '../support/stored-things.ts';

let discord: FakeDiscord;
const logged: string[] = [];

beforeAll(() => logged.splice(0));
beforeEach(async () => {
  discord = await fakeDiscord();
});
afterEach(() => discord.close());
afterAll(() => logged.splice(0));

interface Post {
  readonly message?: Message;
  readonly key?: string;
  readonly channel?: string;
  readonly attempt?: Posting['attempt'];
  /** How long the queue gives it. */
  readonly withinMs?: number;
}

/** Posts as a process does that has just started. */
async function post({
  message = shortMessage,
  key = 'key-1',
  channel = guild.channel,
  attempt = 'later',
  withinMs = 20_000,
}: Post = {}): Promise<PostedMessage> {
  const platform = discordPlatform({ token, apiUrl: discord.apiUrl, messageContent: 'off', log: recording(logged) });
  return platform.post({ message, place: { ...place, channel }, key, attempt, signal: AbortSignal.timeout(withinMs) });
}

const create = `POST /channels/${guild.channel}/messages`;
const openThread = `POST /channels/${guild.channel}/messages/${postedId(0)}/threads`;
const headings = Array.from({ length: 90 }, (_, index) => `Heading ${index}`);
const long: Message = { ...shortMessage, blocks: headings.map((text) => ({ kind: 'heading', text })) };
const times = (route: string): number => discord.calls.filter((call) => call.route === route).length;

describe('a digest posted to Discord', () => {
  it('pings nobody and gets a thread', async () => {
    const posted = await post();
    expect(discord.messages[0]).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(discord.calls.at(-1)?.route).toBe(`POST /channels/${guild.channel}/messages/${posted.id}/threads`);
    expect(posted.thread).toBe(posted.id);
  });

  it('to a person alone goes into the direct messages with them, once', async () => {
    const direct = { channel: '@42', key: 'notice-1' };
    const posted = await post(direct);
    expect(await post(direct)).toEqual(posted);
    expect(discord.messages.map((message) => message['channel_id'])).toEqual(['942']);
    expect(times('POST /users/@me/channels')).toBe(2);
  });

  it('that is too long goes on in its thread', async () => {
    const posted = await post({ message: long });
    expect(discord.messages.map((message) => message['channel_id'])).toEqual([guild.channel, posted.id, posted.id]);
    for (const heading of headings) expect(shown(discord.messages)).toContain(`${heading}"`);
  });

  it('is a normal message of an announcement channel', async () => {
    const posted = await post({ channel: guild.announcements });
    expect(discord.messages[0]?.['channel_id']).toBe(guild.announcements);
    expect(posted.thread).toBe(posted.id);
  });

  it('is a post of a forum, and goes on within it', async () => {
    const posted = await post({ message: long, channel: guild.forum });
    const made = discord.calls.find(({ route }) => route === `POST /channels/${guild.forum}/threads`);
    expect(made?.body).toMatchObject({ name: 'Digest' });
    expect(posted).toEqual({ id: postedId(0), thread: postedId(0) });
    expect(discord.messages.map((message) => message['channel_id'])).toEqual([postedId(0), postedId(0), postedId(0)]);
  });

  it('bears a tag where the forum wants one, never one that only its staff may give', async () => {
    await post({ channel: guild.tagged });
    expect(discord.calls.find(({ route }) => route === `POST /channels/${guild.tagged}/threads`)?.body).toMatchObject({
      applied_tags: ['2'],
    });
  });

  it('stands without a thread where none may be opened, and goes on in the channel', async () => {
    discord.answer(openThread, 403, { code: 50_013, message: 'Missing Permissions' });
    expect((await post({ message: long })).id).toBe(postedId(0));
    expect(discord.messages.map((message) => message['channel_id'])).toEqual([
      guild.channel,
      guild.channel,
      guild.channel,
    ]);
  });
});

describe('the first attempt to post a digest', () => {
  it.each([guild.channel, guild.forum])('looks for none before it, in %s', async (channel) => {
    await post({ channel, attempt: 'first' });
    const looks = discord.calls.filter(({ route }) => /^GET .*\/(?:messages|threads\/active)$/.test(route));
    expect(looks).toEqual([]);
    expect(discord.messages).toHaveLength(1);
  });
});

describe('a digest that is tried again', () => {
  it.each([
    ['within the minutes in which Discord knows the nonce', () => undefined],
    ['long after them', () => discord.forgetNonces()],
  ])('%s is there once', async (_case, meanwhile) => {
    discord.answer(openThread, 500);
    await post({ message: long }).catch(() => undefined);
    meanwhile();
    const again = await post({ message: long });
    await post({ message: long });
    expect(discord.messages).toHaveLength(3);
    expect(again.id).toBe(postedId(0));
  });

  it('because the answer never came is there once', async () => {
    discord.hang(create);
    await expect(post({ withinMs: 500 })).rejects.toMatchObject({ failure: 'unavailable' });
    discord.forgetNonces();
    expect((await post()).id).toBe(postedId(0));
    expect(discord.messages).toHaveLength(1);
  });

  it('in a forum is there once, beside an older one of the same name', async () => {
    await post({ channel: guild.forum, key: 'yesterday' });
    discord.answer(`POST /channels/${postedId(1)}/messages`, 500);
    await post({ channel: guild.forum, message: long }).catch(() => undefined);
    discord.forgetNonces();
    expect(await post({ channel: guild.forum, message: long })).toEqual({ id: postedId(1), thread: postedId(1) });
    expect(times(`POST /channels/${guild.forum}/threads`)).toBe(2);
    expect(discord.messages).toHaveLength(4);
  });

  it('is posted where the history may not be read', async () => {
    discord.answer(`GET /channels/${guild.channel}/messages`, 403, { code: 50_001, message: 'Missing Access' });
    expect((await post()).id).toBe(postedId(0));
  });

  it('is another one under another key', async () => {
    await post({ key: 'key-1' });
    await post({ key: 'key-2' });
    expect(discord.messages).toHaveLength(2);
  });
});

describe('a digest that Discord does not take', () => {
  it.each([
    [429, { message: 'slow', retry_after: 60, global: false }, { 'retry-after': '60' }, { failure: 'rate-limited' }],
    [503, {}, {}, { failure: 'unavailable' }],
    [401, { code: 0, message: '401: Unauthorized' }, {}, { failure: 'unavailable' }],
    [404, { code: 10_003, message: 'Unknown Channel' }, {}, { failure: 'gone' }],
    [403, { code: 50_001, message: 'Missing Access' }, {}, { failure: 'gone' }],
    [400, { code: 50_035, message: 'Invalid Form Body' }, {}, { failure: 'rejected' }],
  ])('but answers with %i fails so that the queue knows what to do', async (status, body, headers, expected) => {
    discord.answer(create, status, body, headers);
    const error = await post().catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(PostError);
    expect(error).toMatchObject(expected);
  });

  it('for a moment waits for its turn', async () => {
    discord.answer(create, 429, { message: 'slow', retry_after: 0.2, global: false }, { 'retry-after': '0.2' });
    await post();
    expect(times(create)).toBe(2);
  });

  it('for long is handed back with the time to wait, and holds up no other channel', async () => {
    const rest = postingClient(refusalGuard(recording(logged)), discord.apiUrl).setToken(token);
    const body = await firstBody();
    const limit = { 'retry-after': '60', 'x-ratelimit-bucket': 'b', 'x-ratelimit-limit': '5' };
    discord.answer(create, 429, { message: 'slow', retry_after: 60, global: false }, limit);
    const slow = await rest.post(`/channels/${guild.channel}/messages`, { body }).catch(toPostError);
    expect(slow).toMatchObject({ failure: 'rate-limited' });
    expect(slow instanceof PostError ? slow.retryAfterMs : 0).toBeGreaterThanOrEqual(60_000);
    await rest.post(`/channels/${guild.announcements}/messages`, { body });
    expect(discord.messages.at(-1)?.['channel_id']).toBe(guild.announcements);
  });

  it('for all channels at once is asked for nothing more until the wait is over', async () => {
    const rest = postingClient(refusalGuard(recording(logged)), discord.apiUrl).setToken(token);
    const body = await firstBody();
    const limit = { 'retry-after': '60', 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' };
    discord.answer(create, 429, { message: 'slow', retry_after: 60, global: true }, limit);
    const before = discord.calls.length;
    const first = await rest.post(`/channels/${guild.channel}/messages`, { body }).catch(toPostError);
    const other = await rest.post(`/channels/${guild.announcements}/messages`, { body }).catch(toPostError);
    expect([first, other]).toMatchObject([{ failure: 'rate-limited' }, { failure: 'rate-limited' }]);
    expect(discord.calls).toHaveLength(before + 1);
  });

  it('because it refused the token once, by mistake, is taken the next time', async () => {
    const platform = discordPlatform({ token, apiUrl: discord.apiUrl, messageContent: 'off', log: recording(logged) });
    const again = () => platform.post(newPosting({ message: shortMessage, place }));
    discord.answer(create, 401, { code: 0, message: '401: Unauthorized' });
    const error = await again().catch((refused: unknown) => refused);
    expect(error).toMatchObject({ failure: 'unavailable' });
    expect(String(error)).toContain('communique doctor');
    expect((await again()).id).toBe(postedId(0));
  });

  it('because the network is gone fails so that it is tried again', async () => {
    const gone = await fakeDiscord();
    await gone.close();
    const platform = discordPlatform({ token, apiUrl: gone.apiUrl, messageContent: 'off', log: recording(logged) });
    const error = platform.post(newPosting({ message: shortMessage, place }));
    await expect(error).rejects.toMatchObject({ failure: 'unavailable' });
  });
});

describe('too many refusals', () => {
  it('end all requests before Discord bans the address', async () => {
    const guard = refusalGuard(recording(logged), 10);
    const rest = postingClient(guard, discord.apiUrl).setToken(token);
    const body = await firstBody();
    const before = times(create);
    const tries: PostError[] = [];
    for (let time = 0; time < 40; time += 1) {
      discord.answer(create, 403, { code: 50_001, message: 'Missing Access' });
      const error = await rest.post(`/channels/${guild.channel}/messages`, { body }).catch(toPostError);
      if (error instanceof PostError) tries.push(error);
    }
    const asked = times(create) - before;
    expect(asked).toBeLessThanOrEqual(11);
    expect(tries.slice(asked).every(({ failure }) => failure === 'rate-limited')).toBe(true);
    expect(tries.at(-1)?.retryAfterMs).toBeGreaterThan(0);
    expect(logged.some((line) => line.startsWith('warn Discord refuses many requests'))).toBe(true);
  });
});

async function firstBody(): Promise<Record<string, unknown>> {
  await post({ key: 'a body to copy' });
  const body = discord.calls.find(({ route }) => route === create)?.body;
  if (body === undefined) throw new Error('nothing was posted');
  discord.forgetNonces();
  const { nonce: _own, enforce_nonce: _too, ...rest } = body;
  return rest;
}
