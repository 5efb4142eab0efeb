import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSlack } from '../../src/adapters/slack/check-slack.ts';
import { slackPlatform } from '../../src/adapters/slack/slack-platform.ts';
import type { ChatPlatform } from '../../src/core/chat/chat-platform.ts';
import { PostError, UserError } from '../../src/core/errors/errors.ts';
import type { Message } from '../../src/core/messages/message.ts';
import { type FakeSlack, fakeSlack } from '../support/fake-slack.ts';
import { silentLog } from '../support/memory-database.ts';
import { newDelivery } from '../support/stored-things.ts';
import { openTestBot, storyKeyOf, type TestBot } from '../support/test-bot.ts';

const tokens = { botToken: 'xoxb-test', appToken: 'xapp-test' };
const place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
const message: Message = {
  title: 'Digest',
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: 'News.' }] }],
  citations: [],
};

let slack: FakeSlack;
let test: TestBot;
let platform: ChatPlatform;

beforeEach(async () => {
  slack = await fakeSlack();
  test = await openTestBot();
  await test.ingest(['test/fixtures/articles/backstop.txt'], '2025-02-18');
  platform = slackPlatform({ ...tokens, slackApiUrl: slack.apiUrl, log: silentLog });
});
afterEach(async () => {
  await platform.stop();
  await test.close();
  await slack.close();
});

const post = (text: Message = message, key = 'key-1') => platform.post(text, place, key, AbortSignal.timeout(10_000));

describe('what goes to one person alone', () => {
  it('is posted into the direct messages with them, once', async () => {
    const direct = { ...place, channel: '@UADA' };
    const send = () => platform.post(message, direct, 'notice-1', AbortSignal.timeout(10_000));
    expect(await send()).toEqual(await send());
    expect(slack.messages.map(({ channel }) => channel)).toEqual(['DUADA']);
  });
});

describe('Slack, connected by Socket Mode', () => {
  beforeEach(() => platform.start(test.bot));

  it('answers a slash command privately, after acknowledging it', async () => {
    await slack.send('slash_commands', command('who'));
    const [reply] = await slack.called('respond/', 1);
    expect(reply?.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(JSON.stringify(reply?.body)).toContain('Prime Minister of the United Kingdom');
  });

  it('answers in front of the channel when that is asked for', async () => {
    await slack.send('slash_commands', command('brief public:yes'));
    expect((await slack.called('respond/', 1))[0]?.body).toMatchObject({ response_type: 'in_channel' });
  });

  it('lets a member set a schedule, and politely refuses a guest', async () => {
    await slack.send('slash_commands', command('schedule set at:07:30', 'UGUEST'));
    expect(JSON.stringify((await slack.called('respond/', 1))[0]?.body)).toContain(
      'people who may manage this channel',
    );
    await slack.send('slash_commands', command('schedule set at:07:30', 'UMEMBER'));
    expect(JSON.stringify((await slack.called('respond/', 2))[1]?.body)).toContain('at 07:30, every day');
  });

  it('answers a mention in its thread, once, though Slack delivers it twice', async () => {
    const event = {
      type: 'app_mention',
      user: 'U1',
      text: '<@UBOT> What did Lavrov say about Europe?',
      ts: '1.1',
      channel: 'C1',
    };
    await slack.send('events_api', eventOf(event));
    await slack.called('chat.postMessage', 1);
    await slack.send('events_api', eventOf(event));
    await slack.send('events_api', eventOf({ ...event, ts: '1.2', text: '<@UBOT> help' }));
    const calls = await slack.called('chat.postMessage', 2);
    expect(calls.map(({ body }) => body['thread_ts'])).toEqual(['1.1', '1.2']);
    expect(JSON.stringify(calls[0]?.body)).toContain('Europe should not have a role');
  });

  it('answers a question in a digest’s thread, and stays out of other threads', async () => {
    const posted = await post();
    await deliveredAs(posted);
    const words = { type: 'message', user: 'U1', text: 'What did Lavrov say about Europe?', channel: 'C1' };
    await slack.send('events_api', eventOf({ ...words, ts: '2.1', thread_ts: '999.9' }));
    await slack.send(
      'events_api',
      eventOf({ ...words, ts: '2.2', thread_ts: posted.thread, text: '<@U2> what do you think?' }),
    );
    await slack.send('events_api', eventOf({ ...words, ts: '2.3', thread_ts: posted.thread }));
    const calls = await slack.called('chat.postMessage', 2);
    expect(calls[1]?.body).toMatchObject({ thread_ts: posted.thread });
    expect(calls).toHaveLength(2);
  });
});

describe('a digest posted to Slack', () => {
  it('bears its key as metadata and unfurls nothing', async () => {
    await post();
    expect(slack.messages[0]).toMatchObject({
      channel: 'C1',
      metadata: { event_type: 'communique_delivery', event_payload: { key: 'key-1' } },
    });
    expect(String(slack.messages[0]?.['unfurl_links'])).toBe('false');
  });

  it('is there once, though the connection dropped after Slack took it', async () => {
    slack.answer('chat.postMessage', { kind: 'drop' });
    await expect(post()).rejects.toMatchObject({ failure: 'unavailable' });
    const posted = await post();
    expect(slack.messages).toHaveLength(1);
    expect(posted.id).toBe(slack.messages[0]?.['ts']);
  });

  it('that is too long goes on in its thread', async () => {
    const long: Message = {
      ...message,
      blocks: Array.from({ length: 60 }, (_, index) => ({ kind: 'heading', text: `Heading ${index}` })),
    };
    const posted = await post(long);
    expect(slack.messages.length).toBeGreaterThan(1);
    for (const more of slack.messages.slice(1)) expect(more['thread_ts']).toBe(posted.id);
  });

  it.each([
    [{ kind: 'status', status: 429, retryAfter: 7 } as const, { failure: 'rate-limited', retryAfterMs: 7_000 }],
    [{ kind: 'status', status: 503 } as const, { failure: 'unavailable' }],
    [{ kind: 'error', error: 'channel_not_found' } as const, { failure: 'gone' }],
    [{ kind: 'error', error: 'token_revoked' } as const, { failure: 'gone' }],
    [{ kind: 'error', error: 'invalid_blocks' } as const, { failure: 'rejected' }],
  ])('that Slack answers with %o fails so that the queue knows what to do', async (answer, expected) => {
    slack.answer('chat.postMessage', answer);
    const error = await post().catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(PostError);
    expect(error).toMatchObject(expected);
  });
});

describe('doctor, of Slack', () => {
  it('says where the tokens lead', async () => {
    expect(await checkSlack({ ...tokens, slackApiUrl: slack.apiUrl })).toBe('connects to Newsroom as communique');
  });

  it('names the token that Slack refuses, and never the token itself', async () => {
    slack.answer('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
    const error = await checkSlack({ ...tokens, slackApiUrl: slack.apiUrl }).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain('SLACK_APP_TOKEN: invalid_auth');
    expect(String(error)).not.toContain('xapp-test');
  });

  it('is what start says too when a token is refused', async () => {
    slack.answer('auth.test', { kind: 'error', error: 'invalid_auth' });
    await expect(platform.start(test.bot)).rejects.toBeInstanceOf(UserError);
  });
});

function command(text: string, user = 'U1'): object {
  return {
    command: '/summit',
    text,
    user_id: user,
    team_id: 'T1',
    channel_id: 'C1',
    response_url: slack.responseUrl(),
    trigger_id: 't',
  };
}

let events = 0;

function eventOf(event: object): object {
  return { type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: `Ev${(events += 1)}`, event };
}

async function deliveredAs(posted: { id: string; thread: string }): Promise<void> {
  const delivery = newDelivery({ place, story: storyKeyOf(test.stories, 'summit') });
  await test.outbox.put(delivery);
  await test.outbox.markSent(delivery.id, posted);
}
