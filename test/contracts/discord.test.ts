import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  botUser,
  callbackOf,
  chatMessage,
  guild,
  type InteractionEvent,
  menuCommand,
  postedId,
  slashCommand,
  typing,
} from '../support/discord-events.ts';
import {
  type DiscordBench,
  ephemeral,
  openDiscordBench,
  openSharedBot,
  original,
  place,
  shown,
} from '../support/discord-bench.ts';
import { newDelivery } from '../support/stored-things.ts';
import { storyKeyOf, type TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: DiscordBench;

beforeAll(async () => {
  test = await openSharedBot();
});
afterAll(() => test.close());
beforeEach(async () => {
  bench = await openDiscordBench(test);
  await bench.platform.start(bench.test.bot);
});
afterEach(() => bench.close());

const question = 'What did Lavrov say about Europe?';
const acknowledgements = () => bench.discord.calls.filter(({ route }) => route.startsWith('POST /interactions/'));

/** A digest that stands in the channel as this message, so that its thread is one of ours. */
async function digestPosted(id: string): Promise<void> {
  const { outbox, stories } = bench.test;
  const delivery = newDelivery({ place, story: storyKeyOf(stories, 'summit') });
  await outbox.put(delivery);
  await outbox.markSent(delivery.id, { id, thread: id });
}

describe('a slash command', () => {
  it('is acknowledged at once, then answered privately', async () => {
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    const [edited] = await bench.discord.called(original, 1);
    expect(acknowledgements().map(({ body }) => body)).toEqual([{ type: 5, data: { flags: ephemeral } }]);
    expect(shown(edited?.body)).toContain('Prime Minister of the United Kingdom');
  });

  it('is answered in front of the channel, without Share, when that is asked for', async () => {
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('brief', [{ name: 'public', type: 3, value: 'yes' }]));
    const [edited] = await bench.discord.called(original, 1);
    expect(acknowledgements()[0]?.body).toEqual({ type: 5, data: { flags: 0 } });
    expect(shown(edited?.body)).not.toContain('"Share"');
  });

  it('changes a schedule only for people who may manage the channel', async () => {
    const options = [
      { name: 'action', type: 3, value: 'set' },
      { name: 'at', type: 3, value: '07:30' },
    ];
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('schedule', options));
    expect(shown((await bench.discord.called(original, 1))[0]?.body)).toContain('people who may manage');
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('schedule', options, { permissions: '16' }));
    expect(shown((await bench.discord.called(original, 2))[1]?.body)).toContain('at 07\\\\:30, every day');
  });

  it('tells who may manage the channel what the bot may not do there, and nobody else', async () => {
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('health', [], { permissions: '16' }));
    const words = shown((await bench.discord.called(original, 1))[0]?.body);
    expect(words).toContain('Send Messages in Threads');
    expect(words).toContain('Server Settings');
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('health'));
    expect(shown((await bench.discord.called(original, 2))[1]?.body)).not.toContain('Send Messages in Threads');
  });

  it('that is delivered twice is answered once', async () => {
    const twice = slashCommand('who');
    bench.discord.dispatch('INTERACTION_CREATE', twice);
    bench.discord.dispatch('INTERACTION_CREATE', twice);
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('brief', [], { token: 'later' }));
    await bench.discord.called('PATCH /webhooks/800/later/messages/@original', 1);
    expect(acknowledgements()).toHaveLength(2);
  });

  it('that another replica acknowledged is left to it', async () => {
    bench.discord.answer('POST /interactions/', 400, { code: 40_060, message: 'Already acknowledged' });
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('brief', [], { token: 'later' }));
    await bench.discord.called('PATCH /webhooks/800/later/messages/@original', 1);
    expect(bench.discord.calls.some(({ route }) => route === original)).toBe(false);
  });

  it('is answered though Discord stumbles over the acknowledgement and the answer', async () => {
    bench.discord.answer('POST /interactions/', 502);
    bench.discord.answer(original, 503);
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    const calls = await bench.discord.called(original, 2);
    expect(shown(calls[1]?.body)).toContain('Prime Minister of the United Kingdom');
  });

  it('is answered though Discord never says that it heard the acknowledgement', { timeout: 20_000 }, async () => {
    bench.discord.hang('POST /interactions/');
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    const [edited] = await bench.discord.called(original, 1);
    expect(shown(edited?.body)).toContain('Prime Minister of the United Kingdom');
  });

  it('is told shortly when Discord refuses the form of the answer', async () => {
    bench.discord.answer(original, 400, { code: 50_035, message: 'Invalid Form Body' });
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    const calls = await bench.discord.called(original, 2);
    expect(shown(calls[1]?.body)).toContain('Tell whoever runs me');
  });

  it.each([
    ['an unknown verb', slashCommand('fly'), 'I do not know'],
    ['an empty question', slashCommand('ask', [{ name: 'question', type: 3, value: '??' }]), 'no words'],
    ['no verb at all', { ...slashCommand('who'), data: { id: '1', name: 'summit', type: 1 } }, '/summit who'],
    [
      'text from right to left and without width',
      slashCommand('who', [{ name: 'name', type: 3, value: '\u202Eشخص\u200B' }]),
      'not name \\"شخص\\"',
    ],
  ])('with %s gets a short private answer', async (_case, interaction, words) => {
    bench.discord.dispatch('INTERACTION_CREATE', interaction);
    const [edited] = await bench.discord.called(original, 1);
    expect(shown(edited?.body)).toContain(words);
    expect(acknowledgements()[0]?.body).toEqual({ type: 5, data: { flags: ephemeral } });
  });
});

describe('a name being typed', () => {
  const choicesFor = async (interaction: InteractionEvent): Promise<unknown> => {
    bench.discord.dispatch('INTERACTION_CREATE', interaction);
    return (await bench.discord.called(callbackOf(interaction), 1))[0]?.body;
  };

  it('is completed from the people and organisations of the story', async () => {
    expect(await choicesFor(typing('who', 'name', 'sta'))).toEqual({
      type: 8,
      data: { choices: [{ name: 'Keir Starmer', value: 'Keir Starmer' }] },
    });
  });

  it('gets an empty list where nothing can be offered', async () => {
    expect(await choicesFor(typing('who', 'name', 'xyz'))).toEqual({ type: 8, data: { choices: [] } });
    expect(await choicesFor(typing('schedule', 'at', '07'))).toEqual({ type: 8, data: { choices: [] } });
  });
});

describe('“Check against the articles” of a message’s menu', () => {
  it('asks the articles with the message’s words and answers privately', async () => {
    bench.discord.dispatch('INTERACTION_CREATE', menuCommand('Check against the articles', question));
    const [edited] = await bench.discord.called(original, 1);
    expect(acknowledgements()[0]?.body).toEqual({ type: 5, data: { flags: ephemeral } });
    expect(shown(edited?.body)).toContain('Europe should not have a role');
  });

  it('takes a message of 4,000 characters, and one without words', async () => {
    const long = `${question} ${'Again and again. '.repeat(230)}`.slice(0, 4_000);
    bench.discord.dispatch('INTERACTION_CREATE', menuCommand('Check against the articles', long));
    expect(shown((await bench.discord.called(original, 1))[0]?.body)).toContain('Europe should not have a role');
    bench.discord.dispatch('INTERACTION_CREATE', menuCommand('Check against the articles', ''));
    expect(shown((await bench.discord.called(original, 2))[1]?.body)).toContain('type a question');
  });
});

describe('something said in a channel', () => {
  const grace = { id: '430000000000000043', username: 'grace', discriminator: '0', global_name: null, avatar: null };
  const replies = (channel: string = guild.channel) => `POST /channels/${channel}/messages`;
  const mention = (words: string, channel?: string) => chatMessage(`<@${botUser.id}> ${words}`, [botUser], channel);

  it('is answered where it stands when it mentions the bot, and left alone otherwise', async () => {
    bench.discord.dispatch('MESSAGE_CREATE', chatMessage('what do you think?'));
    bench.discord.dispatch('MESSAGE_CREATE', mention(question));
    const calls = await bench.discord.called(replies(), 1);
    expect(calls).toHaveLength(1);
    expect(shown(calls[0]?.body)).toContain('Europe should not have a role');
    expect(calls[0]?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  it('is answered once, though it is delivered twice and to two replicas', async () => {
    const said = mention(question);
    await bench.replica().start(bench.test.bot);
    bench.discord.dispatch('MESSAGE_CREATE', said);
    bench.discord.dispatch('MESSAGE_CREATE', said);
    bench.discord.dispatch('MESSAGE_CREATE', mention('help'));
    await bench.discord.called(replies(), 2);
    expect(bench.discord.messages).toHaveLength(2);
  });

  it('is answered in a digest’s thread, with a button to leave it', async () => {
    await digestPosted(guild.thread);
    bench.discord.dispatch('MESSAGE_CREATE', chatMessage(question, [], guild.thread));
    const [reply] = await bench.discord.called(replies(guild.thread), 1);
    expect(shown(reply?.body)).toContain('Europe should not have a role');
    expect(shown(reply?.body)).toContain('"label":"Leave this thread"');
  });

  it('is answered in reply to a digest', async () => {
    await digestPosted(postedId(0));
    const reference = { type: 0, message_id: postedId(0), channel_id: guild.channel, guild_id: guild.id };
    bench.discord.dispatch('MESSAGE_CREATE', { ...chatMessage(question), message_reference: reference });
    const [reply] = await bench.discord.called(replies(), 1);
    expect(shown(reply?.body)).toContain('Europe should not have a role');
  });

  it.each([
    ['calls somebody, be it at the end', { content: 'What do you think, <@430000000000000043>?' }],
    ['calls a role', { content: '<@&44> what does Lavrov want?', mention_roles: ['44'] }],
    ['calls everybody', { content: '@here what does Lavrov want?', mention_everyone: true }],
    [
      'replies to somebody else',
      {
        content: question,
        message_reference: { type: 0, message_id: '701', channel_id: guild.thread },
        referenced_message: { ...chatMessage('I wonder.', [], guild.thread), id: '701', author: grace },
      },
    ],
  ])('is left alone in a digest’s thread when it %s', async (_case, said) => {
    await digestPosted(guild.thread);
    bench.discord.dispatch('MESSAGE_CREATE', { ...chatMessage('', [], guild.thread), ...said });
    bench.discord.dispatch('MESSAGE_CREATE', mention('help', guild.thread));
    await bench.discord.called(replies(guild.thread), 1);
    await bench.platform.stop();
    expect(bench.discord.messages).toHaveLength(1);
    expect(shown(bench.discord.messages[0])).toContain('summit help schedule');
  });

  it('in the bot’s own thread is answered with that, to the person alone, when the store fails over it', async () => {
    const find = vi.spyOn(test.outbox, 'findByThread').mockRejectedValueOnce(new Error('the store is away'));
    bench.discord.dispatch('MESSAGE_CREATE', chatMessage(question, [], guild.thread));
    const [told] = await bench.discord.called('POST /channels/9420000000000000042/messages', 1);
    expect(shown(told?.body)).toContain('Something went wrong on my side');
    find.mockRestore();
    await bench.platform.stop();
    expect(bench.discord.messages.filter(({ channel_id: at }) => at === guild.thread)).toEqual([]);
  });

  it('is left alone in a thread where no digest is', async () => {
    const fresh = await openSharedBot();
    onTestFinished(() => fresh.close());
    const own = await openDiscordBench(fresh);
    onTestFinished(() => own.close());
    await own.platform.start(fresh.bot);
    own.discord.dispatch('MESSAGE_CREATE', chatMessage(question, [], guild.thread));
    own.discord.dispatch('MESSAGE_CREATE', mention('help', guild.thread));
    await own.discord.called(replies(guild.thread), 1);
    await own.platform.stop();
    expect(own.discord.messages).toHaveLength(1);
    expect(shown(own.discord.messages[0])).toContain('summit help schedule');
  });
});
