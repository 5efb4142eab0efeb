import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newDelivery } from '../support/stored-things.ts';
import { mention, message } from '../support/slack-events.ts';
import { openNewsBot, openSlackBench, place, type SlackBench } from '../support/slack-bench.ts';
import { storyKeyOf, type TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: SlackBench;

beforeAll(async () => {
  test = await openNewsBot();
});
afterAll(() => test.close());
beforeEach(async () => {
  bench = await openSlackBench(test);
  await bench.platform.start(test.bot);
});
afterEach(() => bench.close());

/** Everything that a request shows, as one text. */
function shown(body: unknown): string {
  return JSON.stringify(body);
}

async function digestPosted(thread: string, channel = 'C1'): Promise<void> {
  const delivery = newDelivery({ place: { ...place, channel }, story: storyKeyOf(bench.test.stories, 'summit') });
  await bench.test.outbox.put(delivery);
  await bench.test.outbox.markSent(delivery.id, { id: thread, thread });
}

const question = 'What did Lavrov say about Europe?';

describe('a slash command in Slack', () => {
  it('is answered privately, after it is acknowledged', async () => {
    await bench.type('who');
    const [reply] = await bench.slack.called('respond/', 1);
    expect(reply?.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(shown(reply?.body)).toContain('Prime Minister of the United Kingdom');
  });

  it('is answered in front of the channel when that is asked for', async () => {
    await bench.type('brief public:yes');
    expect((await bench.slack.called('respond/', 1))[0]?.body).toMatchObject({ response_type: 'in_channel' });
  });

  it('lets a member set a schedule, and politely refuses a guest', async () => {
    await bench.type('schedule set at:07:30', { user_id: 'UGUEST' });
    expect(shown((await bench.slack.called('respond/', 1))[0]?.body)).toContain('people who may manage this channel');
    await bench.type('schedule set at:07:30', { user_id: 'UMEMBER' });
    expect(shown((await bench.slack.called('respond/', 2))[1]?.body)).toContain('at 07:30, every day');
  });

  it('lets a guest set what comes to their own direct messages', async () => {
    await bench.type('schedule set at:07:30', { user_id: 'UGUEST', channel_id: 'D1' });
    expect(shown((await bench.slack.called('respond/', 1))[0]?.body)).toContain('at 07:30, every day');
  });

  it('of a story that is no longer followed is answered with those that are', async () => {
    await bench.type('who', { command: '/elections' });
    expect(shown((await bench.slack.called('respond/', 1))[0]?.body)).toContain('I know /summit.');
  });

  describe('that takes its time', () => {
    /** Types a command whose answer comes when it is let. */
    async function typeSlowly(more: object, quickMs = 1): Promise<() => void> {
      await bench.platform.stop();
      let finish = (): void => undefined;
      const slow = new Promise<void>((resolve) => (finish = resolve));
      const { bot } = test;
      const run: typeof bot.run = async (...asked) => {
        await slow;
        return bot.run(...asked);
      };
      await bench.replica({ quickMs }).start({ ...bot, run });
      await bench.slack.connected(2);
      await bench.type('who', more);
      return finish;
    }

    it('shows in direct messages that the bot is at work, and that becomes the answer', async () => {
      const finish = await typeSlowly({ channel_id: 'D1' });
      await bench.slack.called('chat.postMessage', 1);
      expect(bench.slack.messages).toMatchObject([{ channel: 'D1', text: 'I am reading the articles…' }]);
      finish();
      await bench.slack.called('chat.update', 1);
      await bench.platform.stop();
      expect(bench.slack.messages).toHaveLength(1);
      expect(shown(bench.slack.messages)).toContain('Prime Minister');
      expect(bench.slack.calls.filter(({ method }) => method.startsWith('respond/'))).toEqual([]);
    });

    it.each([
      ['in a channel', { channel_id: 'C1' }],
      ['in direct messages between people', { channel_id: 'D404' }],
    ])('%s says so where Slack lets nothing be changed, and that the answer comes below', async (_case, more) => {
      bench.slack.answer('chat.postMessage', { kind: 'error', error: 'channel_not_found' });
      const finish = await typeSlowly(more);
      const [sign] = await bench.slack.called('respond/', 1);
      expect(sign?.body).toMatchObject({
        response_type: 'ephemeral',
        text: 'I am reading the articles… The answer comes below.',
      });
      finish();
      expect(shown((await bench.slack.called('respond/', 2))[1]?.body)).toContain('Prime Minister');
      expect(bench.slack.messages).toEqual([]);
    });

    it('but not long is one message', async () => {
      const finish = await typeSlowly({ channel_id: 'C1' }, 600_000);
      finish();
      const [answer] = await bench.slack.called('respond/', 1);
      expect(shown(answer?.body)).toContain('Prime Minister');
      await bench.type('help');
      expect(await bench.slack.called('respond/', 2)).toHaveLength(2);
    });
  });
});

describe('a mention in Slack', () => {
  it('is answered in its thread, with the command’s own grammar or in plain words', async () => {
    await bench.tell(mention(question, { ts: '1.1' }));
    await bench.slack.called('chat.postMessage', 1);
    await bench.tell(mention('/summit who lavrov', { ts: '1.2' }));
    const calls = await bench.slack.called('chat.postMessage', 2);
    expect(calls.map(({ body }) => body['thread_ts'])).toEqual(['1.1', '1.2']);
    expect(shown(calls[0]?.body)).toContain('Europe should not have a role');
    expect(shown(calls[1]?.body)).toContain('Lavrov');
  });

  it('that takes its time shows that the bot is at work, and that becomes the answer', async () => {
    await bench.platform.stop();
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const { bot } = test;
    const slowly: typeof bot.mention = async (...asked) => {
      await slow;
      return bot.mention(...asked);
    };
    await bench.replica({ quickMs: 1 }).start({ ...bot, mention: slowly });
    await bench.slack.connected(2);
    await bench.tell(mention('who'));
    await bench.slack.called('chat.postMessage', 1);
    expect(bench.slack.messages[0]).toMatchObject({ text: 'I am reading the articles…' });
    finish();
    await bench.slack.called('chat.update', 1);
    expect(bench.slack.messages).toHaveLength(1);
    expect(shown(bench.slack.messages)).toContain('Prime Minister');
  });

  it('in a thread of a channel that wants the bot out is refused, and only the person sees it', async () => {
    await bench.type('settings threads:off', { channel_id: 'C2' });
    await bench.slack.called('respond/', 1);
    await bench.tell(mention('who', { thread_ts: '9.9', channel: 'C2' }));
    const [call] = await bench.slack.called('chat.postEphemeral', 1);
    expect(call?.body).toMatchObject({ user: 'U1', thread_ts: '9.9' });
    expect(shown(call?.body)).toContain('I stay out of threads');
    await bench.tell(mention('who', { channel: 'C2' }));
    expect(await bench.slack.called('chat.postMessage', 1)).toHaveLength(1);
  });

  it('in a channel that takes no post is answered to the person', async () => {
    bench.slack.workspaces.first.closed.set('C1', 'restricted_action');
    await bench.tell(mention('who'));
    const [refused, told] = await bench.slack.called('chat.postMessage', 2);
    expect(refused?.body['channel']).toBe('C1');
    expect(told?.body['channel']).toBe('U1');
    expect(shown(told?.body)).toContain('I may not post');
    await bench.lineLogged(/^warn .*could not be posted where it was asked for.*restricted_action/);
  });
});

describe('plain words in Slack', () => {
  beforeEach(() => digestPosted('5.5'));

  it('in a digest’s thread are a question, also when they are sent to the channel too', async () => {
    await bench.tell(message(question, { thread_ts: '5.5' }));
    await bench.slack.called('chat.postMessage', 1);
    await bench.tell(message(question, { thread_ts: '5.5', subtype: 'thread_broadcast' }));
    const calls = await bench.slack.called('chat.postMessage', 2);
    for (const { body } of calls) expect(body).toMatchObject({ thread_ts: '5.5' });
  });

  it('between people are left alone', async () => {
    await bench.tell(message(question));
    await bench.tell(message(question, { thread_ts: '999.9' }));
    await bench.tell(message('<@U2> what do you think?', { thread_ts: '5.5' }));
    await bench.tell(message('What do you think, <@U2>?', { thread_ts: '5.5' }));
    await bench.tell(message('<!here> what does Lavrov want?', { thread_ts: '5.5' }));
    await bench.tell(message(question, { thread_ts: '5.5', subtype: 'message_changed' }));
    await bench.tell(message(question, { thread_ts: '5.5', bot_id: 'B9' }));
    await bench.tell(mention('help'));
    expect(await bench.slack.called('chat.postMessage', 1)).toHaveLength(1);
  });

  it('are left alone where only mentions are answered', async () => {
    const there = { channel: 'C3', thread_ts: '5.7' };
    await digestPosted('5.7', 'C3');
    await bench.type('settings threads:mention', { channel_id: 'C3' });
    await bench.slack.called('respond/', 1);
    await bench.tell(message(question, there));
    await bench.tell(mention('help', there));
    const calls = await bench.slack.called('chat.postMessage', 1);
    expect(calls).toHaveLength(1);
    expect(shown(calls[0]?.body)).toContain('/summit who');
  });

  it('in a direct message are for the bot, mention or not, and answered there', async () => {
    await bench.tell(message('who', { channel: 'D1', channel_type: 'im' }));
    await bench.slack.called('chat.postMessage', 1);
    await bench.tell(message('<@UBOT> who', { channel: 'D1', channel_type: 'im', thread_ts: '7.7' }));
    const calls = await bench.slack.called('chat.postMessage', 2);
    expect(calls.map(({ body }) => body['thread_ts'])).toEqual([undefined, '7.7']);
    for (const { body } of calls) expect(shown(body)).toContain('Prime Minister');
  });
});
