import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonOf, openNewsBot, openSlackBench, place, shortMessage, type SlackBench } from '../support/slack-bench.ts';
import { mention, message, messageShortcut, press } from '../support/slack-events.ts';
import { newDelivery } from '../support/stored-things.ts';
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

describe('a private answer in Slack', () => {
  it('has a button that shares it with the channel as it stood, also after a restart', async () => {
    await bench.type('who starmer');
    const [answer] = await bench.slack.called('respond/', 1);
    await bench.platform.stop();
    await bench.replica().start(test.bot);
    await bench.slack.connected(2);
    await bench.slack.send('interactive', press(buttonOf(answer?.body), bench.answered(), { is_ephemeral: true }));
    const [, shared, replaced] = await bench.slack.called('respond/', 3);
    expect(shared?.body).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(JSON.stringify(shared?.body)).toContain('Prime Minister of the United Kingdom');
    expect(replaced?.body).toMatchObject({ replace_original: true, text: 'Shared with the channel.' });
  });

  it.each([
    ['that was refused', 'hwo', {}],
    ['that is about the bot', 'settings', {}],
    ['in direct messages', 'who starmer', { channel_id: 'D1' }],
  ])('%s has none', async (_case, line, more) => {
    await bench.type(line, more);
    expect(buttonOf((await bench.slack.called('respond/', 1))[0]?.body)).toBe('no button');
  });

  it('shares too that the articles do not say', async () => {
    await bench.type('ask Who won the cup?');
    const [answer] = await bench.slack.called('respond/', 1);
    await bench.slack.send('interactive', press(buttonOf(answer?.body), bench.answered(), { is_ephemeral: true }));
    const [, shared] = await bench.slack.called('respond/', 2);
    expect(shared?.body).toMatchObject({ response_type: 'in_channel' });
    expect(shared?.body['text']).toBe(answer?.body['text']);
  });

  describe('that is longer than its address takes', () => {
    const headings = Array.from({ length: 300 }, (_, index) => `Heading ${index}.`);
    const long = { ...shortMessage, blocks: headings.map((text) => ({ kind: 'heading', text }) as const) };
    /** What is sent as the answer, the address's posts first. */
    const sentBy = (method: string): string =>
      bench.slack.calls
        .flatMap((call) => (call.method.startsWith(method) ? [String(call.body['text'])] : []))
        .join('\n');

    it.each([
      ['one person', 'private', 'chat.postEphemeral'],
      ['the channel', 'channel', 'chat.postMessage'],
    ] as const)('goes on beside it, whole, for %s', async (_case, visibility, method) => {
      await bench.platform.stop();
      const run: typeof test.bot.run = async (...asked) => ({
        ...(await test.bot.run(...asked)),
        visibility,
        message: long,
      });
      await bench.replica().start({ ...test.bot, run });
      await bench.slack.connected(2);
      await bench.type('who');
      await bench.slack.called(method, 3);
      await bench.platform.stop();
      const all = `${sentBy('respond/')}\n${sentBy(method)}`;
      expect(all.match(/Heading \d+\./g)).toEqual(headings);
    });

    it('is shared whole', async () => {
      const { id } = await test.bot.offer(
        { does: 'share', command: 'who', asOf: '2025-02-19T08:00:00Z', message: long },
        'Share',
      );
      await bench.slack.send('interactive', press(`press:${id}`, bench.answered(), { is_ephemeral: true }));
      await bench.slack.called('chat.postMessage', 3);
      const calls = await bench.slack.called('respond/', 5);
      expect(calls.at(-1)?.body['text']).toBe('Shared with the channel.');
      expect(`${sentBy('respond/')}\n${sentBy('chat.postMessage')}`.match(/Heading \d+\./g)).toHaveLength(300);
    });

    it('says what is left out where the bot may not post, also when it said before that it is at work', async () => {
      bench.slack.workspaces.first.channels.delete('C1');
      await bench.platform.stop();
      const run: typeof test.bot.run = async (...asked) => {
        await bench.slack.called('respond/', 1);
        return { ...(await test.bot.run(...asked)), message: long };
      };
      await bench.replica({ quickMs: 1 }).start({ ...test.bot, run });
      await bench.slack.connected(2);
      await bench.type('who');
      const calls = await bench.slack.called('respond/', 5);
      expect(calls.at(-1)?.body['text']).toContain('4 more parts are left out');
    });
  });

  it('is never unfurled, shared or not', async () => {
    await bench.type('who starmer');
    const [answer] = await bench.slack.called('respond/', 1);
    await bench.slack.send('interactive', press(buttonOf(answer?.body), bench.answered(), { is_ephemeral: true }));
    const [, shared] = await bench.slack.called('respond/', 2);
    for (const call of [answer, shared]) expect(call?.body).toMatchObject({ unfurl_links: false, unfurl_media: false });
  });

  it('whose address is used up is logged, and the process goes on', async () => {
    const answered = bench.answered();
    for (let time = 0; time < 5; time += 1)
      await fetch(answered.response_url, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'One.' }) },
      });
    const forgotten = 'press:6a0e2a6e-0000-4000-8000-000000000000';
    await bench.slack.send('interactive', press(forgotten, answered, { is_ephemeral: true }));
    await bench.lineLogged(/^error .*an answer could not be given.*response_url: 404/);
    await bench.type('help');
    await bench.slack.called('respond/', 7);
  });

  it('whose button nobody knows any more is refused politely', async () => {
    const forgotten = 'press:6a0e2a6e-0000-4000-8000-000000000000';
    await bench.slack.send('interactive', press(forgotten, bench.answered(), { is_ephemeral: true }));
    const [answer] = await bench.slack.called('respond/', 1);
    expect(answer?.body).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(answer?.body)).toContain('This button is too old.');
  });
});

describe('an answer to a plain question in Slack', () => {
  it('has a button that sends the bot out of the thread', async () => {
    const delivery = newDelivery({ place, story: storyKeyOf(test.stories, 'summit') });
    await test.outbox.put(delivery);
    await test.outbox.markSent(delivery.id, { id: '5.5', thread: '5.5' });
    const question = message('What did Lavrov say about Europe?', { thread_ts: '5.5' });
    await bench.tell(question);
    const [answer] = await bench.slack.called('chat.postMessage', 1);
    const pressed = press(buttonOf(answer?.body), bench.answered(), { message_ts: '6.2', thread_ts: '5.5' });
    await bench.slack.send('interactive', pressed);
    const [told] = await bench.slack.called('respond/', 1);
    expect(JSON.stringify(told?.body)).toContain('I stay out of this thread');
    expect(told?.body).toMatchObject({ response_type: 'ephemeral', thread_ts: '5.5' });
    expect(buttonOf(told?.body)).toBe('no button');
    await bench.tell(question);
    await bench.tell(mention('help', { thread_ts: '5.5' }));
    const posts = await bench.slack.called('chat.postMessage', 2);
    expect(posts).toHaveLength(2);
    expect(JSON.stringify(posts[1]?.body)).toContain('/summit who');
  });
});

describe('an export in Slack', () => {
  it('comes as a file in the channel', async () => {
    await bench.type('export json');
    const [, told] = await bench.slack.called('respond/', 2);
    expect(told?.body['text']).toMatch(/^summit-.*\.json is in this channel now\.$/);
    const [uploaded] = await bench.slack.called('upload/', 1);
    expect(JSON.stringify(uploaded?.body)).toContain('communique-receipts');
    expect((await bench.slack.called('files.completeUploadExternal', 1))[0]?.body).toMatchObject({ channel_id: 'C1' });
  });

  it('that Slack does not take is told', async () => {
    bench.slack.workspaces.first.scopes.delete('files:write');
    await bench.type('export');
    const [, told] = await bench.slack.called('respond/', 2);
    expect(told?.body['text']).toContain('files:write');
  });
});

describe('the message shortcut', () => {
  it('looks for what the articles say about a message, for the one who asked', async () => {
    const shortcut = messageShortcut('What did Lavrov say about Europe?', bench.answered());
    await bench.slack.send('interactive', shortcut);
    const [answer] = await bench.slack.called('respond/', 1);
    expect(answer?.body).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(answer?.body)).toContain('Europe should not have a role');
  });
});
