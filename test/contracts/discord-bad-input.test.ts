import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Bot } from '../../src/core/chat/bot.ts';
import { botUser, callbackOf, chatMessage, guild, sentForm, slashCommand, typing } from '../support/discord-events.ts';
import {
  type DiscordBench,
  ephemeral,
  openDiscordBench,
  openSharedBot,
  original,
  place,
  recording,
  shown,
  token,
} from '../support/discord-bench.ts';
import type { TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: DiscordBench;
/** What the core logged. */
const coreLogged: string[] = [];

beforeAll(async () => {
  test = await openSharedBot(recording(coreLogged));
});
afterAll(() => test.close());
beforeEach(async () => {
  coreLogged.splice(0);
  bench = await openDiscordBench(test);
  await bench.platform.start(test.bot);
});
afterEach(() => bench.close());

const inChannel = `POST /channels/${guild.channel}/messages`;
const inThread = `POST /channels/${guild.thread}/messages`;
/** Direct messages with the person who writes. */
const aside = 'POST /channels/9420000000000000042/messages';
const textOption = (name: string, value: string) => ({ name, type: 3, value });
const mention = (words: string, channel?: string) => chatMessage(`<@${botUser.id}> ${words}`, [botUser], channel);

/** The bot answers a command that comes after. */
async function goesOn(): Promise<void> {
  bench.discord.dispatch('INTERACTION_CREATE', slashCommand('help', [], { token: 'after' }));
  await bench.discord.called('PATCH /webhooks/800/after/messages/@original', 1);
}

/** The bot answers as the real one, but for these. */
async function insteadOf(parts: Partial<Bot>): Promise<void> {
  await bench.platform.stop();
  await bench.replica().start({ ...test.bot, ...parts });
}

describe('what somebody asks wrongly in Discord', () => {
  const asked = async (interaction: ReturnType<typeof slashCommand>): Promise<string> => {
    bench.discord.dispatch('INTERACTION_CREATE', interaction);
    const [edited] = await bench.discord.called(original, 1);
    await goesOn();
    return shown(edited?.body);
  };

  it.each([
    ['an unknown verb', slashCommand('tmeline'), 'Did you mean'],
    ['an empty question', slashCommand('ask', [textOption('question', '')]), 'type a question'],
    ['a wrong option', slashCommand('timeline', [textOption('n', 'many')]), 'must be a number'],
    ['an option out of its bounds', slashCommand('timeline', [{ name: 'n', type: 4, value: 999 }]), '50'],
    ['an option that is no more', slashCommand('timeline', [textOption('colour', 'red')]), 'colour'],
    ['4,000 characters', slashCommand('ask', [textOption('question', 'Endless '.repeat(500))]), 'help ask'],
    ['an invisible question', slashCommand('ask', [textOption('question', '\u200B\u202E')]), 'help ask'],
  ])('%s gets a short answer, which says how to mend it, and the log the reason', async (_case, interaction, words) => {
    const answer = await asked(interaction);
    expect(answer).toContain(words);
    expect(answer.length).toBeLessThan(900);
    const refused = coreLogged.filter((one) => one.startsWith('info what somebody asked was refused reason='));
    expect(refused).toHaveLength(1);
    expect(refused[0]).not.toMatch(/tmeline|many|Endless/);
  });

  it('with marks that turn the direction of reading is understood without them', async () => {
    const who = slashCommand('who', [textOption('name', '\u202Estar\u200Bmer\u202C')]);
    expect(await asked(who)).toContain('Prime Minister');
  });

  it('in Arabic or Hebrew is taken as it stands', async () => {
    expect(await asked(slashCommand('ask', [textOption('question', 'ماذا قال لافروف؟')]))).toContain('ماذا قال لافروف؟');
  });

  it.each([
    ['an unknown word', 'tmeline', 'does not say'],
    ['4,000 characters', 'Endless '.repeat(490), 'help ask'],
    ['marks that turn the direction of reading', '\u202Ewho\u202C \u200Bstarmer', 'Prime Minister'],
    ['nothing', '', 'summit help'],
  ])('by mention: %s is answered where it stands', async (_case, words, expected) => {
    bench.discord.dispatch('MESSAGE_CREATE', mention(words));
    const [posted] = await bench.discord.called(inChannel, 1);
    expect(shown(posted?.body)).toContain(expected);
    expect(shown(posted?.body)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    await goesOn();
  });
});

describe('what is too old', () => {
  it('an interaction that Discord has forgotten is left', async () => {
    bench.discord.answer('POST /interactions/', 404, { code: 10_062, message: 'Unknown interaction' });
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    await goesOn();
    expect(bench.discord.calls.some(({ route }) => route === original)).toBe(false);
    expect(bench.logged).toContain('warn Discord: an acknowledgement was not taken');
  });

  it('an answer that comes after an interaction’s fifteen minutes is logged, and the token is not blamed', async () => {
    bench.discord.answer(original, 401, { code: 50_027, message: 'Invalid Webhook Token' });
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    await bench.lineLogged(/error Discord: an answer could not be given$/);
    await goesOn();
  });

  it('a form says so to whoever sent it', async () => {
    const form = sentForm('form:gone:summit', { at: '07:30' });
    bench.discord.dispatch('INTERACTION_CREATE', form);
    const [answer] = await bench.discord.called(callbackOf(form), 1);
    expect(shown(answer?.body)).toContain('too old');
    const { data } = z.object({ data: z.object({ flags: z.number() }) }).parse(answer?.body);
    expect(data.flags & ephemeral).toBe(ephemeral);
  });
});

describe('a place where the bot may not write', () => {
  it.each([
    [50_001, 'Missing Access'],
    [50_013, 'Missing Permissions'],
    [160_005, 'Thread is locked'],
  ])('(%i) is told to whoever asked there, in direct messages', async (code, message) => {
    bench.discord.answer(inChannel, 403, { code, message });
    bench.discord.dispatch('MESSAGE_CREATE', mention('who'));
    const [told] = await bench.discord.called(aside, 1);
    expect(shown(told?.body)).toContain('I may not write there');
    expect(shown(told?.body)).toContain('desk');
    expect(bench.logged.some((line) => line.startsWith('warn') && line.includes('"Send Messages"'))).toBe(true);
    await goesOn();
  });

  it('is logged where the person takes no direct messages', async () => {
    bench.discord.answer(inChannel, 403, { code: 50_013, message: 'Missing Permissions' });
    bench.discord.answer(aside, 403, { code: 50_007, message: 'Cannot send messages to this user' });
    bench.discord.dispatch('MESSAGE_CREATE', mention('who'));
    await bench.lineLogged(/could not be answered in direct messages/);
    await goesOn();
  });

  it('still gets answers to slash commands, and a schedule set there says what has to be allowed', async () => {
    const options = [textOption('action', 'set'), textOption('at', '07:30')];
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('schedule', options, { permissions: '16' }));
    const [warned] = await bench.discord.called('POST /webhooks/800/it', 1);
    expect(shown((await bench.discord.called(original, 1))[0]?.body)).toContain('every day');
    expect(shown(warned?.body)).toContain('View Channels and Send Messages');
    expect(z.object({ flags: z.number() }).parse(warned?.body).flags & ephemeral).toBe(ephemeral);
    await test.bot.run('summit', { kind: 'text', text: 'schedule off' }, { place, user: { id: '1', mayManage: true } });
  });

  it('says nothing of that where the bot may post', async () => {
    const shows = { ...slashCommand('schedule', [], { permissions: '16' }), app_permissions: String(2n ** 50n - 1n) };
    bench.discord.dispatch('INTERACTION_CREATE', shows);
    await goesOn();
    await bench.platform.stop();
    expect(bench.discord.calls.some(({ route }) => route === 'POST /webhooks/800/it')).toBe(false);
  });

  it('is told by health to a manager who mentions the bot in direct messages, and to nobody else', async () => {
    const owner = { id: '1', username: 'grace', discriminator: '0', global_name: null, avatar: null };
    bench.discord.dispatch('MESSAGE_CREATE', { ...mention('health'), author: owner });
    const [told] = await bench.discord.called('POST /channels/91/messages', 1);
    expect(shown(told?.body)).toContain('I may not\\\\: View Channels');
    expect(shown(told?.body)).toContain('desk');
    bench.discord.dispatch('MESSAGE_CREATE', mention('health'));
    const answers = await bench.discord.called(inChannel, 1);
    expect(answers).toHaveLength(1);
    expect(shown(answers[0]?.body)).not.toContain('View Channels');
  });

  it('may take the words of an answer without its file', async () => {
    const { message, ...reply } = await test.bot.mention('who', { place, user: { id: '42', mayManage: false } });
    const file = { name: 'all.csv', mediaType: 'text/csv', content: 'day\n18\n' };
    await insteadOf({ mention: async () => ({ ...reply, message, file }) });
    bench.discord.answer(inChannel, 403, { code: 50_013, message: 'Missing Permissions' });
    bench.discord.dispatch('MESSAGE_CREATE', mention('export'));
    const [, again] = await bench.discord.called(inChannel, 2);
    expect(again?.files).toEqual({});
    expect(shown(again?.body)).toContain('Prime Minister');
    expect(shown(again?.body)).toContain('is left out');
  });
});

describe('a channel that wants the bot out of its threads', () => {
  const manager = { place, user: { id: '1', mayManage: true } };
  const setThreads = (when: string) =>
    test.bot.run('summit', { kind: 'text', text: `settings threads:${when}` }, manager);
  beforeEach(() => setThreads('off'));
  afterEach(() => setThreads('questions'));

  it('sees nothing of a mention there: the person alone hears why', async () => {
    bench.discord.dispatch('MESSAGE_CREATE', mention('who', guild.thread));
    const [told] = await bench.discord.called(aside, 1);
    expect(shown(told?.body)).toContain('I stay out of threads');
    await goesOn();
    await bench.platform.stop();
    expect(bench.discord.calls.filter(({ route }) => route === inThread)).toEqual([]);
  });

  it.each([
    ['', {}],
    [', in reply to a message', { message_reference: { type: 0, message_id: '700', channel_id: guild.channel } }],
  ])('has mentions outside of threads answered as ever%s', async (_case, more) => {
    bench.discord.dispatch('MESSAGE_CREATE', { ...mention('who starmer'), ...more });
    const [posted] = await bench.discord.called(inChannel, 1);
    expect(shown(posted?.body)).toContain('Prime Minister');
  });
});

describe('a revoked token', () => {
  it('is named in the log with what to do, and the next mention is answered when it was a mistake', async () => {
    bench.discord.answer(inChannel, 401, { code: 0, message: '401: Unauthorized' });
    bench.discord.dispatch('MESSAGE_CREATE', mention('who'));
    await bench.lineLogged(/Discord refuses DISCORD_TOKEN; run "communique doctor"/);
    bench.discord.dispatch('MESSAGE_CREATE', mention('who starmer'));
    const [, posted] = await bench.discord.called(inChannel, 2);
    expect(shown(posted?.body)).toContain('Prime Minister');
    expect(bench.logged.join()).not.toContain(token);
  });
});

describe('work that takes long', () => {
  it('shows that somebody is typing, then becomes the answer', async () => {
    const shows = `POST /channels/${guild.channel}/typing`;
    await insteadOf({
      mention: async (words, origin) => {
        await bench.discord.called(shows, 1);
        return test.bot.mention(words, origin);
      },
    });
    bench.discord.dispatch('MESSAGE_CREATE', mention('who starmer'));
    const [posted] = await bench.discord.called(inChannel, 1);
    expect(shown(posted?.body)).toContain('Prime Minister');
  });

  it('offers no name rather than one that comes too late', async () => {
    await insteadOf({ suggest: () => new Promise(() => undefined) });
    const typed = typing('who', 'name', 'sta');
    bench.discord.dispatch('INTERACTION_CREATE', typed);
    const [answer] = await bench.discord.called(callbackOf(typed), 1);
    expect(answer?.body).toEqual({ type: 8, data: { choices: [] } });
  });
});
