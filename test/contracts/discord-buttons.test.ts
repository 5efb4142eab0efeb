import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Bot } from '../../src/core/chat/bot.ts';
import type { Reply } from '../../src/core/commands/reply.ts';
import { buttonPress, callbackOf, chatMessage, botUser, guild, slashCommand } from '../support/discord-events.ts';
import {
  type DiscordBench,
  ephemeral,
  openDiscordBench,
  openSharedBot,
  original,
  shortMessage,
  shown,
} from '../support/discord-bench.ts';
import { storyKeyOf, type TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: DiscordBench;

beforeAll(async () => {
  test = await openSharedBot();
});
afterAll(() => test.close());
beforeEach(async () => {
  bench = await openDiscordBench(test);
});
afterEach(() => bench.close());

const followUps = 'POST /webhooks/800/press';
const editAfterPress = 'PATCH /webhooks/800/press/messages/@original';
const press = (id: string, seenBy: 'one' | 'all' = 'one', channel: string = guild.channel) =>
  buttonPress(id, seenBy, { token: 'press', channel });

/** The id of the button with this label, as a person would find it. */
function buttonIn(body: unknown, label: string): string {
  const found = new RegExp(`"custom_id":"([^"]+)","label":"${label}"`).exec(shown(body))?.[1];
  if (found === undefined) throw new Error(`no button "${label}" in ${shown(body)}`);
  return found;
}

async function privateAnswer(verb: string): Promise<unknown> {
  bench.discord.dispatch('INTERACTION_CREATE', slashCommand(verb));
  return (await bench.discord.called(original, 1))[0]?.body;
}

describe('the button Share of a private answer', () => {
  it('shows the answer to the channel, and the private one then says so', async () => {
    await bench.platform.start(test.bot);
    const answer = await privateAnswer('who');
    const pressed = press(buttonIn(answer, 'Share'));
    bench.discord.dispatch('INTERACTION_CREATE', pressed);
    const [edited] = await bench.discord.called(editAfterPress, 1);
    const [posted] = await bench.discord.called(followUps, 1);
    expect((await bench.discord.called(callbackOf(pressed), 1))[0]?.body).toEqual({ type: 6 });
    expect(shown(posted?.body)).toContain('Prime Minister of the United Kingdom');
    expect(z.object({ flags: z.number() }).parse(posted?.body).flags & ephemeral).toBe(0);
    expect(shown(posted?.body)).not.toContain('"label":"Share"');
    expect(shown(edited?.body)).toContain('Shared with the channel');
  });

  it('works after a restart', async () => {
    await bench.platform.start(test.bot);
    const id = buttonIn(await privateAnswer('who'), 'Share');
    await bench.platform.stop();
    await bench.replica().start(test.bot);
    bench.discord.dispatch('INTERACTION_CREATE', press(id));
    const [posted] = await bench.discord.called(followUps, 1);
    expect(shown(posted?.body)).toContain('Prime Minister of the United Kingdom');
  });

  it('stays when the channel could not be shown the answer', async () => {
    await bench.platform.start(test.bot);
    const id = buttonIn(await privateAnswer('who'), 'Share');
    bench.discord.answer(followUps, 403, { code: 50_001, message: 'Missing Access' });
    bench.discord.dispatch('INTERACTION_CREATE', press(id));
    await bench.discord.called(followUps, 1);
    bench.discord.dispatch('INTERACTION_CREATE', press(id));
    await bench.discord.called(editAfterPress, 1);
    expect(bench.discord.calls.filter(({ route }) => route === followUps)).toHaveLength(2);
  });

  it.each([
    ['a refusal', 'fly'],
    ['what is about the bot', 'settings'],
  ])('is missing from %s', async (_case, verb) => {
    await bench.platform.start(test.bot);
    expect(shown(await privateAnswer(verb))).not.toContain('"label":"Share"');
  });
});

describe('a button', () => {
  beforeEach(() => bench.platform.start(test.bot));

  it.each(['', 'x', '6a0e2a6e-0000-4000-8000-000000000000'])(
    'that nobody knows, "%s", is told apart politely',
    async (id) => {
      bench.discord.dispatch('INTERACTION_CREATE', press(id, 'all'));
      const [posted] = await bench.discord.called(followUps, 1);
      expect(shown(posted?.body)).toContain('too old');
      expect(z.object({ flags: z.number() }).parse(posted?.body).flags & ephemeral).toBe(ephemeral);
    },
  );

  it('that runs a line answers whoever pressed it, privately and with Share', async () => {
    const button = await test.bot.offer({ does: 'run', story: storyKeyOf(test.stories, 'summit'), line: 'who' }, 'Who');
    bench.discord.dispatch('INTERACTION_CREATE', press(button.id, 'all'));
    const [posted] = await bench.discord.called(followUps, 1);
    expect(z.object({ flags: z.number() }).parse(posted?.body).flags & ephemeral).toBe(ephemeral);
    expect(buttonIn(posted?.body, 'Share')).not.toBe(button.id);
  });

  it('that leaves a thread is pressed in the thread’s name', async () => {
    const pressedWith: unknown[] = [];
    const watching: Bot = {
      ...test.bot,
      press: (id, origin) => {
        pressedWith.push(id, origin.place);
        return test.bot.press(id, origin);
      },
    };
    await bench.platform.stop();
    await bench.replica().start(watching);
    bench.discord.dispatch('INTERACTION_CREATE', press('x', 'all', guild.thread));
    await bench.discord.called(followUps, 1);
    expect(pressedWith).toEqual([
      'x',
      { platform: 'discord', workspace: guild.id, channel: guild.channel, thread: guild.thread },
    ]);
  });

  it('pressed twice by a delivery that comes twice is answered once', async () => {
    const twice = press('x', 'all');
    bench.discord.dispatch('INTERACTION_CREATE', twice);
    bench.discord.dispatch('INTERACTION_CREATE', twice);
    bench.discord.dispatch('INTERACTION_CREATE', buttonPress('x', 'all', { token: 'other' }));
    await bench.discord.called('POST /webhooks/800/other', 1);
    expect(bench.discord.calls.filter(({ route }) => route === callbackOf(twice))).toHaveLength(1);
  });
});

describe('a file', () => {
  const reply: Reply = {
    command: 'export',
    asOf: '2025-02-19T08:00:00.000Z',
    outcome: 'answered',
    visibility: 'private',
    message: shortMessage,
    data: {},
    file: { name: 'two words/ü.csv', mediaType: 'text/csv', content: 'day;words\n18;“News”\n' },
  };
  const handingOut = (given: Reply): Bot => ({ ...test.bot, run: async () => given, mention: async () => given });

  it('is attached to a private answer, under a name that Discord leaves as it is', async () => {
    await bench.platform.start(handingOut(reply));
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    const [edited] = await bench.discord.called(original, 1);
    expect(edited?.files).toEqual({ 'two-words-.csv': 'day;words\n18;“News”\n' });
    expect(shown(edited?.body)).toContain('"url":"attachment://two-words-.csv"');
    expect(bench.discord.calls.filter(({ route }) => route === original)).toHaveLength(1);
  });

  it('is attached to an answer that all see', async () => {
    await bench.platform.start(handingOut({ ...reply, visibility: 'channel' }));
    bench.discord.dispatch('MESSAGE_CREATE', chatMessage(`<@${botUser.id}> export`, [botUser]));
    const [posted] = await bench.discord.called(`POST /channels/${guild.channel}/messages`, 1);
    expect(Object.keys(posted?.files ?? {})).toEqual(['two-words-.csv']);
    expect(bench.discord.messages).toHaveLength(1);
  });

  it('that is larger than Discord takes is named, and the answer stands without it', async () => {
    const huge = { name: 'all.csv', mediaType: 'text/csv', content: 'x'.repeat(10 * 1024 * 1024 + 1) };
    await bench.platform.start(handingOut({ ...reply, file: huge }));
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('who'));
    const [edited] = await bench.discord.called(original, 1);
    expect(edited?.files).toEqual({});
    expect(shown(edited?.body)).toContain('larger than Discord takes');
  });
});
