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
import { openTestBot, type TestBot } from '../support/test-bot.ts';
import { freePort, signingSecret } from '../support/slack-caller.ts';

/** A second opinion: a Slack that we did not write, which knows no Socket Mode. */
const token = 'xoxb-emulated';
const channel = 'C000000001';

let slack: Emulator;
let test: TestBot;
let platform: ChatPlatform;
let client: WebClient;

beforeAll(async () => {
  const scopes = [...neededScopes];
  slack = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: { slack: { strict_scopes: true, tokens: [{ token, type: 'bot', scopes }] } },
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
  platform.post(digest, { platform: 'slack', workspace: 'T000000001', channel }, key, AbortSignal.timeout(20_000));
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
    await expect(platform.post(digest, gone, 'key-3', AbortSignal.timeout(20_000))).rejects.toMatchObject({
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
