import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { slackPlatform } from '../../src/adapters/slack/slack-platform.ts';
import type { ChatPlatform } from '../../src/core/chat/chat-platform.ts';
import { type FakeSlack, fakeSlack } from '../support/fake-slack.ts';
import { silentLog } from '../support/memory-database.ts';
import { newDelivery } from '../support/stored-things.ts';
import { openTestBot, storyKeyOf, type TestBot } from '../support/test-bot.ts';

let slack: FakeSlack;
let test: TestBot;
let platform: ChatPlatform;

beforeEach(async () => {
  slack = await fakeSlack();
  test = await openTestBot();
  await test.ingest(['test/fixtures/articles/backstop.txt'], '2025-02-18');
  platform = await connected();
});
afterEach(async () => {
  await platform.stop();
  await test.close();
  await slack.close();
});

async function connected(): Promise<ChatPlatform> {
  const made = slackPlatform({
    botToken: 'xoxb-test',
    appToken: 'xapp-test',
    slackApiUrl: slack.apiUrl,
    log: silentLog,
  });
  await made.start(test.bot);
  return made;
}

const withButton = z.object({
  blocks: z.array(
    z.object({ type: z.string(), elements: z.array(z.object({ action_id: z.string().optional() })).optional() }),
  ),
});

/** The action id of the one button of a post. */
function buttonOf(body: unknown): string {
  const actions = withButton.parse(body).blocks.find(({ type }) => type === 'actions');
  return actions?.elements?.[0]?.action_id ?? 'no button';
}

function ask(text: string): object {
  return {
    command: '/summit',
    text,
    user_id: 'U1',
    team_id: 'T1',
    channel_id: 'C1',
    response_url: slack.responseUrl(),
    trigger_id: 't',
  };
}

function pressOf(actionId: string, container: object): object {
  return {
    type: 'block_actions',
    user: { id: 'U2' },
    team: { id: 'T1' },
    api_app_id: 'A1',
    container: { type: 'message', channel_id: 'C1', ...container },
    channel: { id: 'C1' },
    response_url: slack.responseUrl(),
    trigger_id: 't',
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', action_ts: '1.1' }],
  };
}

describe('a private answer in Slack', () => {
  it('has a button that shares it with the channel as it stood, also after a restart', async () => {
    await slack.send('slash_commands', ask('who starmer'));
    const [answer] = await slack.called('respond/', 1);
    await platform.stop();
    platform = await connected();
    await slack.send('interactive', pressOf(buttonOf(answer?.body), { is_ephemeral: true }));
    const [, shared, replaced] = await slack.called('respond/', 3);
    expect(shared?.body).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(JSON.stringify(shared?.body)).toContain('Prime Minister of the United Kingdom');
    expect(replaced?.body).toMatchObject({ replace_original: true, text: 'Shared with the channel.' });
  });

  it('that was refused, or shows no article, has none', async () => {
    await slack.send('slash_commands', ask('hwo'));
    await slack.send('slash_commands', ask('help'));
    const answers = await slack.called('respond/', 2);
    expect(answers.map(({ body }) => buttonOf(body))).toEqual(['no button', 'no button']);
  });

  it('whose button nobody knows any more is refused politely', async () => {
    await slack.send('interactive', pressOf('press:6a0e2a6e-0000-4000-8000-000000000000', { is_ephemeral: true }));
    const [answer] = await slack.called('respond/', 1);
    expect(answer?.body).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(answer?.body)).toContain('This button is too old.');
  });
});

describe('an answer to a plain question in Slack', () => {
  it('has a button that sends the bot out of the thread', async () => {
    const delivery = newDelivery({
      place: { platform: 'slack', workspace: 'T1', channel: 'C1' },
      story: storyKeyOf(test.stories, 'summit'),
    });
    await test.outbox.put(delivery);
    await test.outbox.markSent(delivery.id, { id: '5.5', thread: '5.5' });
    const question = {
      type: 'message',
      user: 'U1',
      text: 'What did Lavrov say about Europe?',
      channel: 'C1',
      thread_ts: '5.5',
    };
    await slack.send('events_api', eventOf({ ...question, ts: '6.1' }));
    const [answer] = await slack.called('chat.postMessage', 1);
    await slack.send('interactive', pressOf(buttonOf(answer?.body), { message_ts: '6.2', thread_ts: '5.5' }));
    expect(JSON.stringify((await slack.called('respond/', 1))[0]?.body)).toContain('I stay out of this thread');
    await slack.send('events_api', eventOf({ ...question, ts: '6.3' }));
    await slack.send('events_api', eventOf({ ...question, type: 'app_mention', text: '<@UBOT> help', ts: '6.4' }));
    const posts = await slack.called('chat.postMessage', 2);
    expect(posts).toHaveLength(2);
    expect(JSON.stringify(posts[1]?.body)).toContain('/summit who');
  });
});

describe('an export in Slack', () => {
  it('comes as a file in the channel', async () => {
    await slack.send('slash_commands', ask('export json'));
    const [, told] = await slack.called('respond/', 2);
    expect(told?.body['text']).toMatch(/^summit-.*\.json is in this channel now\.$/);
    const [uploaded] = await slack.called('upload/', 1);
    expect(JSON.stringify(uploaded?.body)).toContain('communique-receipts');
    expect((await slack.called('files.completeUploadExternal', 1))[0]?.body).toMatchObject({ channel_id: 'C1' });
  });

  it('that Slack does not take is told', async () => {
    slack.answer('files.getUploadURLExternal', { kind: 'error', error: 'missing_scope' });
    await slack.send('slash_commands', ask('export'));
    const [, told] = await slack.called('respond/', 2);
    expect(told?.body['text']).toContain('files:write');
  });
});

describe('the message shortcut', () => {
  it('looks for what the articles say about a message, for the one who asked', async () => {
    await slack.send('interactive', {
      type: 'message_action',
      callback_id: 'check-summit',
      user: { id: 'U1' },
      team: { id: 'T1' },
      channel: { id: 'C1', name: 'news' },
      message: { type: 'message', text: 'What did Lavrov say about Europe?', ts: '1.1' },
      message_ts: '1.1',
      response_url: slack.responseUrl(),
      trigger_id: 't',
      action_ts: '1.2',
    });
    const [answer] = await slack.called('respond/', 1);
    expect(answer?.body).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(answer?.body)).toContain('Europe should not have a role');
  });
});

let events = 0;

function eventOf(event: object): object {
  return { type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: `Ev${(events += 1)}`, event };
}
