import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkSlack } from '../../src/adapters/slack/check-slack.ts';
import { UserError } from '../../src/core/errors/errors.ts';
import { openNewsBot, openSlackBench, place, recordingLog, type SlackBench, socket } from '../support/slack-bench.ts';
import { mention, messageShortcut } from '../support/slack-events.ts';
import { manager, storyKeyOf, type TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: SlackBench;
/** What the core logged. */
const coreLogged: string[] = [];

beforeAll(async () => {
  test = await openNewsBot(recordingLog(coreLogged));
});
afterAll(() => test.close());
beforeEach(async () => {
  coreLogged.splice(0);
  bench = await openSlackBench(test);
  await bench.platform.start(test.bot);
});
afterEach(() => bench.close());

/** What somebody is answered to a command; the bot goes on after it. */
async function answerTo(line: string, more: object = {}): Promise<string> {
  await bench.type(line, more);
  const [answer] = await bench.slack.called('respond/', 1);
  expect(answer?.body).toMatchObject({ response_type: 'ephemeral' });
  await bench.type('help');
  await bench.slack.called('respond/', 2);
  return String(answer?.body['text']);
}

describe('what somebody types wrongly in Slack', () => {
  it.each([
    ['an unknown verb', 'tmeline', 'Did you mean /summit timeline?', 'I do not know'],
    ['a wrong option', 'timeline n:many', 'n: must be a number', 'must be a number'],
    ['an option of another command', 'schedule at:07:30', '"at:" goes with set', 'goes with set'],
    ['a question without words', 'ask', 'help ask', 'type a question'],
    ['an invisible question', 'ask \u200B\u202E', 'help ask', 'type a question'],
    ['a question of spaces and marks', 'ask ???', 'no words', 'no words'],
    ['4,000 characters', `ask ${'Endless '.repeat(500)}`, 'help ask', 'ask: '],
    ['a time that is none', 'schedule set at:25:00', '25:00', 'at'],
    ['a word from right to left', '\u202Eسري\u200B', 'سري', 'I do not know'],
  ])('%s gets a short answer, which says how to mend it, and the log the reason', async (_case, line, says, reason) => {
    const answer = await answerTo(line);
    expect(answer).toContain(says);
    expect(answer.length).toBeLessThan(600);
    const refused = coreLogged.filter((one) => one.startsWith('info what somebody asked was refused'));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(new RegExp(`reason=.*${reason}`));
    expect(refused[0]).not.toMatch(/tmeline|many|Endless|سري/);
  });

  it('with marks that turn the direction of reading is understood without them', async () => {
    expect(await answerTo('\u202Ewho\u202C \u200Bstarmer')).toContain('Prime Minister');
    const [, , third] = [bench.type('\u2067wohl\u2069'), ...(await bench.slack.called('respond/', 3))];
    expect(String(third)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  it('in Arabic or Hebrew is taken as it stands', async () => {
    expect(await answerTo('ask ماذا قال لافروف؟')).toContain('ماذا قال لافروف؟');
  });

  it('as a message of 40,000 characters in the shortcut is cut, not refused', async () => {
    await bench.slack.send(
      'interactive',
      messageShortcut('What did Lavrov say about Europe? '.repeat(1_200), bench.answered()),
    );
    const [answer] = await bench.slack.called('respond/', 1);
    expect(answer?.body).toMatchObject({ response_type: 'ephemeral' });
  });

  it('calls nobody, whatever the words are', async () => {
    const answer = await answerTo('<!channel> <@U1> @everyone');
    expect(answer).not.toMatch(/<[!@]/);
  });
});

describe('a channel that the bot is not in', () => {
  it('is told when a schedule or a watch is set there', async () => {
    bench.slack.workspaces.first.channels.delete('C4');
    await bench.type('schedule set at:07:30', { channel_id: 'C4' });
    const [, told] = await bench.slack.called('respond/', 2);
    expect(told?.body).toMatchObject({ response_type: 'ephemeral' });
    expect(told?.body['text']).toContain('type /invite and my name');
  });

  it('and is private is told so too', async () => {
    await bench.type('watch add term ceasefire', { channel_id: 'G9' });
    const [, told] = await bench.slack.called('respond/', 2);
    expect(told?.body['text']).toContain('type /invite and my name');
  });
});

describe('being removed from a channel of Slack', () => {
  const at = (channel: string) => ({ ...manager, place: { ...place, channel } });

  it.each([
    ['channel_left', { channel: 'C5' }],
    ['channel_archive', { channel: 'C5', user: 'U1' }],
    ['channel_deleted', { channel: 'C5' }],
    ['member_left_channel', { channel: 'C5', user: 'UBOT', channel_type: 'C', team: 'T1' }],
  ])('(%s) ends what is sent there, and loses nothing', async (type, event) => {
    await test.bot.run('summit', { kind: 'text', text: 'schedule set at:07:30' }, at('C5'));
    await test.bot.run('summit', { kind: 'text', text: 'watch add term ceasefire' }, at('C5'));
    await bench.tell({ type, ...event });
    await bench.platform.stop();
    const story = storyKeyOf(test.stories, 'summit');
    expect((await test.subscriptions.find(story, at('C5').place))?.state).toBe('paused');
    expect((await test.watches.inChannel(story, at('C5').place)).map(({ state }) => state)).toEqual(['paused']);
  });

  it('and brought back, it tells who did that how what was sent there goes on', async () => {
    await test.bot.run('summit', { kind: 'text', text: 'schedule set at:07:30' }, at('C2'));
    await test.bot.removed({ platform: 'slack', workspace: 'T1', channel: 'C2' });
    const joined = { type: 'member_joined_channel', user: 'UBOT', channel: 'C2', channel_type: 'C', team: 'T1' };
    await bench.tell({ ...joined, user: 'U8', inviter: 'U9' });
    await bench.tell({ ...joined, inviter: 'U9' });
    const calls = await bench.slack.called('chat.postEphemeral', 1);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.body).toMatchObject({ channel: 'C2', user: 'U9' });
    expect(calls[0]?.body['text']).toContain('/summit schedule resume');
  });

  it('is not what happens when somebody else leaves', async () => {
    await test.bot.run('summit', { kind: 'text', text: 'schedule set at:07:30' }, at('C5'));
    await bench.tell({ type: 'member_left_channel', channel: 'C5', user: 'U7', channel_type: 'C', team: 'T1' });
    await bench.platform.stop();
    const story = storyKeyOf(test.stories, 'summit');
    expect((await test.subscriptions.find(story, at('C5').place))?.state).toBe('active');
  });
});

describe('a private channel of Slack that is shared, and so gets another id', () => {
  it('is sent on what was set there', async () => {
    const before = { ...manager, place: { ...place, channel: 'G5' } };
    await test.bot.run('summit', { kind: 'text', text: 'schedule set at:07:30' }, before);
    await test.bot.run('summit', { kind: 'text', text: 'watch add term ceasefire' }, before);
    await bench.tell({ type: 'channel_id_changed', old_channel_id: 'G5', new_channel_id: 'C55', event_ts: '1.1' });
    await bench.lineLogged(/info .*another id.* channel=G5 to=C55/);
    const story = storyKeyOf(test.stories, 'summit');
    const after = { ...place, channel: 'C55' };
    expect(await test.subscriptions.find(story, after)).toMatchObject({ state: 'active', place: after });
    expect(await test.watches.inChannel(story, after)).toMatchObject([{ state: 'active', place: after }]);
    expect(await test.subscriptions.find(story, before.place)).toBeUndefined();
  });
});

describe('a token without a scope', () => {
  beforeEach(() => {
    bench.slack.workspaces.first.scopes.delete('files:write');
    bench.slack.workspaces.first.scopes.delete('channels:read');
  });

  it('is told to managers by health, with where to tick it, and to nobody else', async () => {
    const forManagers = await answerTo('health');
    expect(forManagers).toContain('lacks channels:read (to see where it is, and when it is removed), files:write');
    expect(forManagers).toContain('"Bot Token Scopes"');
    await bench.type('health', { user_id: 'UGUEST' });
    expect(JSON.stringify((await bench.slack.called('respond/', 3))[2]?.body)).not.toContain('files:write');
  });

  it('is told by doctor, with where to tick it', async () => {
    const error = await checkSlack({ connection: socket, slackApiUrl: bench.slack.apiUrl }).catch(
      (refused: unknown) => refused,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain('files:write (to upload exports) in Newsroom');
    expect(error instanceof UserError ? error.mend : '').toContain('"Install App" > "Reinstall"');
  });

  it('keeps nobody from an answer that does not need it', async () => {
    expect(await answerTo('who starmer')).toContain('Prime Minister');
  });
});

describe('a revoked token', () => {
  it('leaves the process running, and the log says why nobody is answered', async () => {
    bench.slack.workspaces.revoke('xoxb-test');
    await bench.tell(mention('who'));
    await bench.lineLogged(/token_revoked/);
    expect(await answerTo('who starmer')).toContain('Prime Minister');
    expect(bench.logged.join()).not.toContain('xoxb-test');
  });

  it('is no start, and the mend says where to get another', async () => {
    bench.slack.workspaces.revoke('xoxb-test');
    const error = await bench
      .replica()
      .start(test.bot)
      .catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(UserError);
    expect(error instanceof UserError ? error.mend : '').toContain('install the app again');
  });
});

describe('doctor, of one workspace', () => {
  const check = () => checkSlack({ connection: socket, slackApiUrl: bench.slack.apiUrl });

  it('says where the tokens lead', async () => {
    expect(await check()).toBe('connects to Newsroom as communique');
  });

  it('names the token that Slack refuses, and never the token itself', async () => {
    bench.slack.answer('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
    const error = await check().catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain('SLACK_APP_TOKEN: invalid_auth');
    expect(String(error)).not.toContain('xapp-test');
  });
});
