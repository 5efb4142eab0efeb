import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buttonPress, callbackOf, sentForm, slashCommand } from '../support/discord-events.ts';
import {
  type DiscordBench,
  ephemeral,
  openDiscordBench,
  openSharedBot,
  original,
  place,
  shown,
} from '../support/discord-bench.ts';
import type { TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: DiscordBench;

beforeAll(async () => {
  test = await openSharedBot();
});
afterAll(() => test.close());
beforeEach(async () => {
  bench = await openDiscordBench(test);
  await bench.platform.start(test.bot);
});
afterEach(() => bench.close());

const manager = { permissions: '16' };
const answered = 'PATCH /webhooks/800/form/messages/@original';
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const filled = {
  at: '07:45, 18:00',
  days: ['mon', 'fri'],
  tz: 'Asia/Kathmandu',
  quiet: '22:00-06:00',
  nothing: ['line'],
};

const modalSchema = z.object({
  type: z.literal(9),
  data: z.object({
    custom_id: z.string(),
    components: z.array(
      z.object({
        component: z.object({
          custom_id: z.string(),
          value: z.string().optional(),
          options: z.array(z.object({ value: z.string(), default: z.boolean() })).optional(),
        }),
      }),
    ),
  }),
});

/** What the form shows before somebody changes it, by its lines. */
async function openedForm(kind: string): Promise<Record<string, unknown>> {
  const pressed = buttonPress(`form:${kind}:summit`, 'one', { ...manager, token: `open-${kind}` });
  bench.discord.dispatch('INTERACTION_CREATE', pressed);
  const [answer] = await bench.discord.called(callbackOf(pressed), 1);
  const { data } = modalSchema.parse(answer?.body);
  return Object.fromEntries(
    data.components.map(({ component }) => [
      component.custom_id,
      component.options?.filter((option) => option.default).map(({ value }) => value) ?? component.value,
    ]),
  );
}

async function sent(kind: string, lines: Parameters<typeof sentForm>[1], acting: object = manager): Promise<unknown> {
  bench.discord.dispatch('INTERACTION_CREATE', sentForm(`form:${kind}:summit`, lines, { token: 'form', ...acting }));
  return (await bench.discord.called(answered, 1))[0]?.body;
}

describe('the form for a schedule', () => {
  it('is offered to people who may manage the channel, and to nobody else', async () => {
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('schedule', [], manager));
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('schedule', [], { token: 'reader' }));
    const [toManager] = await bench.discord.called(original, 1);
    const [toReader] = await bench.discord.called('PATCH /webhooks/800/reader/messages/@original', 1);
    expect(shown(toManager?.body)).toContain('form:schedule:summit');
    expect(shown(toReader?.body)).not.toContain('form:schedule:summit');
  });

  it('shows what most channels want where none is set, in the story’s zone', async () => {
    expect(await openedForm('schedule')).toEqual({
      at: '07:30',
      days: week,
      tz: 'Europe/Paris',
      quiet: undefined,
      nothing: ['heartbeat'],
    });
  });

  it('sets the schedule, says so privately, and shows it when it is opened again', async () => {
    const answer = await sent('schedule', filled);
    expect(shown(answer)).toContain('Mon, Fri');
    expect(await openedForm('schedule')).toEqual(filled);
    await command('schedule off');
  });

  it('with a mistake says what is wrong and can be opened again', async () => {
    const answer = await sent('schedule', { ...filled, tz: 'Mars/Phobos' });
    expect(shown(answer)).toContain('no time zone');
    expect(shown(answer)).toContain('form:schedule:summit');
  });

  it('changes nothing for somebody who may not manage the channel', async () => {
    const answer = await sent('schedule', filled, { permissions: '0' });
    expect(shown(answer)).toContain('may manage this channel');
    expect(await command('schedule')).toEqual({ schedule: null });
  });

  it('does not open for somebody who may not manage the channel', async () => {
    const pressed = buttonPress('form:schedule:summit', 'all', { token: 'reader' });
    bench.discord.dispatch('INTERACTION_CREATE', pressed);
    const [answer] = await bench.discord.called(callbackOf(pressed), 1);
    const { type, data } = z.object({ type: z.number(), data: z.object({ flags: z.number() }) }).parse(answer?.body);
    expect([type, data.flags & ephemeral]).toEqual([4, ephemeral]);
    expect(shown(answer?.body)).toContain('may manage this channel');
  });
});

describe('the form for settings', () => {
  it('shows and saves when the bot answers in threads', async () => {
    expect(await openedForm('settings')).toEqual({ threads: ['questions'] });
    expect(shown(await sent('settings', { threads: ['mention'] }))).toContain('only when I am mentioned');
    await bench.discord.called(answered, 1);
    bench.discord.dispatch('INTERACTION_CREATE', sentForm('form:settings:summit', { threads: ['questions'] }, manager));
    await bench.discord.called('PATCH /webhooks/800/it/messages/@original', 1);
  });
});

it.each(['form:schedule:nosuch', 'form:other:summit', 'form:'])(
  'a form that nobody knows, "%s", changes nothing',
  async (id) => {
    const event = sentForm(id, filled, { ...manager, token: 'form' });
    bench.discord.dispatch('INTERACTION_CREATE', event);
    bench.discord.dispatch('INTERACTION_CREATE', slashCommand('help', [], { token: 'after' }));
    await bench.discord.called('PATCH /webhooks/800/after/messages/@original', 1);
    expect(await command('schedule')).toEqual({ schedule: null });
  },
);

async function command(line: string): Promise<object> {
  const origin = { place, user: { id: '42', mayManage: true } };
  return (await test.bot.run('summit', { kind: 'text', text: line }, origin)).data;
}
