import { randomBytes } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { slackPlatform } from '../../src/adapters/slack/slack-platform.ts';
import { lacksIn } from '../../src/adapters/slack/lacks.ts';
import { neededScopes } from '../../src/adapters/slack/scopes.ts';
import type { ChatPlatform } from '../../src/core/chat/chat-platform.ts';
import type { Message } from '../../src/core/messages/message.ts';
import { silentLog } from '../support/memory-database.ts';
import { newPosting } from '../support/stored-things.ts';
import { openTestBot, type TestBot } from '../support/test-bot.ts';
import { freePort, signingSecret, slackCaller } from '../support/slack-caller.ts';
import { eventOf, mention } from '../support/slack-events.ts';

/** A second opinion: a Slack that we did not write, which knows no Socket Mode. */
const token = 'xoxb-emulated';
const channel = 'C000000001';

const redirect = 'https://bot.example/slack/oauth_redirect';
const oauthApp = (scopes: string[]) => ({
  ...{ client_id: 'client', client_secret: 'client-secret', name: 'Communiqué' },
  ...{ redirect_uris: [redirect], scopes },
});

let slack: Emulator;
let test: TestBot;
let platform: ChatPlatform;
let client: WebClient;

beforeAll(async () => {
  const scopes = [...neededScopes];
  slack = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: { slack: { strict_scopes: true, tokens: [{ token, type: 'bot', scopes }], oauth_apps: [oauthApp(scopes)] } },
  });
  test = await openTestBot();
  const slackApiUrl = `${slack.url}/api/`;
  client = new WebClient(token, { slackApiUrl });
  const { inbox, installations, clock } = test;
  platform = slackPlatform({
    ...{ connection: { kind: 'http', botToken: token, signingSecret, port: 1 }, slackApiUrl },
    ...{ inbox, installations, clock, log: silentLog },
  });
});
afterAll(async () => {
  await platform.stop();
  await test.close();
  await slack.close();
});

const digest: Message = {
  title: 'Digest of the day',
  blocks: [
    { kind: 'heading', text: 'New' },
    { kind: 'list', items: [[{ kind: 'text', text: 'They met & <agreed>.' }]] },
    { kind: 'thread' },
    { kind: 'paragraph', spans: [{ kind: 'time', at: '2025-02-18T14:30:00.000Z', show: 'datetime' }] },
  ],
  citations: [],
};

const post = (key: string): ReturnType<ChatPlatform['post']> =>
  platform.post(newPosting({ message: digest, place: { platform: 'slack', workspace: 'T000000001', channel }, key }));
const messagesSchema = z.array(z.looseObject({ ts: z.string(), text: z.string(), thread_ts: z.string().optional() }));

describe('a digest, in a Slack that others wrote', () => {
  it('is taken, with its details in the thread', async () => {
    const posted = await post('key-1');
    const { messages } = await client.conversations.replies({ channel, ts: posted.thread });
    const [first, details] = messagesSchema.parse(messages);
    expect(first).toMatchObject({ ts: posted.id, text: 'Digest of the day\nNew\n• They met &amp; &lt;agreed&gt;.' });
    expect(details).toMatchObject({ thread_ts: posted.id, text: '18 Feb 2025, 14:30 UTC' });
  });

  it('is found by its key and not posted again', async () => {
    const before = await post('key-2');
    expect(await post('key-2')).toEqual(before);
    const { messages } = await client.conversations.history({ channel, include_all_metadata: true });
    expect(JSON.stringify(messages).match(/"key-2"/g)).toHaveLength(1);
  });

  it('to a channel that does not exist is given up', async () => {
    const gone = { platform: 'slack', workspace: 'T000000001', channel: 'C404' };
    await expect(platform.post(newPosting({ message: digest, place: gone, key: 'key-3' }))).rejects.toMatchObject({
      failure: 'gone',
    });
  });
});

describe('what the bot lacks, in a Slack that others wrote', () => {
  it('is that nobody invited it to the channel', async () => {
    const { channel: made } = await client.conversations.info({ channel });
    expect(made?.id).toBe(channel);
    const lacks = await lacksIn(client, 'C404');
    expect(lacks.join()).toContain('type /invite and my name');
  });
});

describe('an installation, in a Slack that others wrote', () => {
  let installed: ChatPlatform;
  let port: number;
  const at = (path: string): string => `http://127.0.0.1:${port}${path}`;

  beforeAll(async () => {
    port = await freePort();
    const { inbox, installations, clock } = test;
    const tokenKeys = [randomBytes(32).toString('base64')];
    installed = slackPlatform({
      ...{
        connection: {
          kind: 'oauth',
          clientId: 'client',
          clientSecret: 'client-secret',
          signingSecret,
          port,
          tokenKeys,
        },
      },
      ...{ slackApiUrl: `${slack.url}/api/`, inbox, installations, clock, log: silentLog },
    });
    await installed.start(test.bot);
  });
  afterAll(() => installed.stop());

  /** What somebody's browser does from the page to install until Slack has sent it back. */
  async function install(): Promise<Response> {
    const page = await fetch(at('/slack/install'));
    const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const link =
      /https:\/\/slack\.com(\/oauth\/v2\/authorize\?[^"]*)/.exec((await page.text()).replaceAll('&amp;', '&'))?.[1] ??
      '';
    const asked = await fetch(`${slack.url}${link}&redirect_uri=${encodeURIComponent(redirect)}`);
    const form = await asked.text();
    const fields = new URLSearchParams();
    for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
      if (!fields.has(name)) fields.set(name, value);
    const allowed = await fetch(`${slack.url}/oauth/v2/authorize/callback`, {
      ...{ method: 'POST', redirect: 'manual', body: fields },
    });
    const back = new URL(allowed.headers.get('location') ?? '');
    return fetch(at(`${back.pathname}${back.search}`), { headers: { cookie } });
  }

  it('gives a token with every scope, which is kept sealed and posts', async () => {
    expect((await install()).status).toBe(200);
    const [kept] = await test.installations.list('slack');
    expect(kept).toMatchObject({ workspace: 'T000000001', name: 'Emulate' });
    expect(kept?.sealed).not.toContain('xoxb');
    const posted = await installed.post(
      newPosting({
        message: digest,
        place: { platform: 'slack', workspace: 'T000000001', channel },
        key: 'key-installed',
      }),
    );
    const { messages } = await client.conversations.history({ channel });
    expect(messagesSchema.parse(messages).map(({ ts }) => ts)).toContain(posted.id);
  });

  it('that another browser began is refused, and the process goes on', async () => {
    const [before] = await test.installations.list('slack');
    expect((await fetch(at('/slack/oauth_redirect?code=another&state=made-up'))).status).toBe(400);
    expect((await test.installations.list('slack'))[0]).toEqual(before);
    expect((await fetch(at('/slack/install'))).status).toBe(200);
  });

  it('hears what is signed, and answers in the thread of a digest', async () => {
    const caller = slackCaller(port);
    const thread = (await post('key-thread')).id;
    const event = mention('who starmer', { channel, ts: thread, user: 'U000000001' });
    expect((await caller.call(eventOf(event, 'T000000001'), { secret: 'another' })).status).toBe(401);
    expect((await caller.call(eventOf(event, 'T000000001'))).status).toBe(200);
    await expect
      .poll(async () => JSON.stringify((await client.conversations.replies({ channel, ts: thread })).messages))
      .toContain('I hold');
  });
});
