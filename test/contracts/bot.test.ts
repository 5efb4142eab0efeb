import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Reply } from '../../src/core/commands/reply.ts';
import { renderText } from '../../src/adapters/terminal/render-text.ts';
import { manager, openTestBot, reader, storyKeyOf, type TestBot } from '../support/test-bot.ts';

let test: TestBot;

beforeAll(async () => {
  test = await openTestBot('test/fixtures/stories');
  await test.ingest(['test/fixtures/articles/backstop.txt'], '2025-02-18');
  await test.ingest(['test/fixtures/harbour/talks.md']);
});
afterAll(() => test.close());

async function type(line: string, origin = reader, story = 'summit'): Promise<Reply> {
  return test.bot.run(story, { kind: 'text', text: line }, origin);
}

function textOf(reply: Reply): string {
  return renderText(reply.message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
}

const whoSchema = z.object({
  actors: z.array(z.object({ name: z.string(), kind: z.string(), roles: z.array(z.object({ text: z.string() })) })),
});

describe('who, on the article that started the project', () => {
  it('names the seven people, each once, with the role as the article words it', async () => {
    const { actors } = whoSchema.parse((await type('who')).data);
    const people = actors.filter(({ kind }) => kind === 'person').map(({ name, roles }) => [name, roles[0]?.text]);
    expect(new Map(people.map(([name = '', role]) => [name, role]))).toEqual(
      new Map([
        ['Keir Starmer', 'Prime Minister of the United Kingdom'],
        ['Marco Rubio', 'US Secretary of State'],
        ['Sergei Lavrov', 'Russia’s Foreign Minister'],
        ['Volodymyr Zelenskyy', 'Ukrainian President'],
        ['Donald Trump', 'US President'],
        ['Vladimir Putin', 'Russian President'],
        ['Mychailo Podolyak', 'advisor'],
      ]),
    );
    expect(people).toHaveLength(7);
  });

  it('finds a person by surname, by another spelling’s surname and whatever the case', async () => {
    expect((await type('who STARMER')).message.title).toBe('Keir Starmer');
    expect((await type('who podolyak')).message.title).toBe('Mychailo Podolyak');
  });

  it('asks back when nobody has that name', async () => {
    const reply = await type('who Zelenski');
    expect(reply.outcome).toBe('refused');
    expect(textOf(reply)).toContain('Did you mean Volodymyr Zelenskyy?');
  });
});

describe('a second story file', () => {
  it('gives a second command, with its own articles', async () => {
    const reply = await type('who', reader, 'harbour');
    expect(textOf(reply)).toContain('Ilse Vandermeer — mayor of Port Meridian [');
    expect(textOf(reply)).not.toContain('Starmer');
  });
});

describe('a line that the bot does not understand', () => {
  it.each([
    ['hwo', 'Did you mean /summit who?'],
    ['help al', 'Did you mean /summit help all?'],
    ['help tmeline', 'Did you mean /summit help timeline?'],
    ['timeline n:many', 'n: must be a number such as 20'],
    ['timeline someday', 'Write it like 6h, 2d, yesterday'],
    ['ask', 'type a question after it'],
    ['ask ???', 'The question has no words.'],
    ['schedule set', '"at:" is missing'],
    ['schedule set at:25:00', '"25:00" is no time of day'],
    ['schedule set at:07:30 tz:Europe/Pariss', 'Did you mean Europe/Paris?'],
    ['schedule set at:07:30 days:someday', '"someday" is no day'],
    ['schedule set every:10s', 'no time between 1m and 7d'],
    ['schedule pause', 'This channel has no schedule.'],
    ['schedule fly', 'action: must be one of show, set'],
  ])('"%s" is refused politely, privately and without a trace', async (line, words) => {
    const reply = await type(line, manager);
    expect(reply).toMatchObject({ outcome: 'refused', visibility: 'private' });
    expect(textOf(reply)).toContain(words);
    expect(textOf(reply)).not.toMatch(/\bat \S+\.ts|ZodError|undefined/);
  });

  it('is a question when it reads like one', async () => {
    expect((await type('what did Lavrov say about Europe?')).command).toBe('ask');
  });

  it('of a story that is not followed names those that are', async () => {
    expect(textOf(await type('who', reader, 'weather'))).toContain('I know /harbour, /summit.');
  });
});

describe('a schedule', () => {
  it('is set by somebody who may manage the channel, and shown to everybody', async () => {
    expect((await type('schedule set at:07:30 days:mon-fri tz:Europe/Paris')).outcome).toBe('refused');
    const set = await type('schedule set at:07:30 days:mon-fri tz:Europe/Paris', manager);
    expect(textOf(set)).toContain('at 07:30, Mon–Fri (Europe/Paris)');
    expect(set.data).toMatchObject({
      schedule: {
        nextDue: [
          '2025-02-20T06:30:00.000Z',
          '2025-02-21T06:30:00.000Z',
          '2025-02-24T06:30:00.000Z',
          '2025-02-25T06:30:00.000Z',
          '2025-02-26T06:30:00.000Z',
        ],
      },
    });
    expect(textOf(await type('schedule'))).toContain('at 07:30, Mon–Fri');
    expect(await test.queue.scheduled()).toHaveLength(1);
  });

  it('is paused, resumed and removed, in the queue too', async () => {
    expect(textOf(await type('schedule pause', manager))).toContain('paused');
    expect(await test.queue.scheduled()).toEqual([]);
    await type('schedule resume', manager);
    expect(await test.queue.scheduled()).toHaveLength(1);
    expect(textOf(await type('schedule remove', manager))).toContain('no schedule');
    expect(await test.queue.scheduled()).toEqual([]);
  });
});

describe('a channel from which the bot is removed', () => {
  const elsewhere = { ...manager, place: { ...manager.place, channel: 'other' } };
  const scheduleAt = async (origin = manager): Promise<string> => textOf(await type('schedule', origin));
  const { platform, workspace, channel } = manager.place;

  it('has its schedules paused, and no other channel', async () => {
    await type('schedule set at:07:30', manager);
    await type('schedule set at:07:30', elsewhere);
    await test.bot.removed({ platform, workspace, channel });
    expect(await scheduleAt()).toContain('paused');
    expect(await scheduleAt(elsewhere)).not.toContain('paused');
    expect(await test.queue.scheduled()).toHaveLength(1);
  });

  it('is each channel of a workspace from which the bot is removed, and all is there to be resumed', async () => {
    await type('schedule resume', manager);
    await test.bot.removed({ platform, workspace: 'another' });
    expect(await scheduleAt(elsewhere)).not.toContain('paused');
    await test.bot.removed({ platform, workspace });
    expect([await scheduleAt(), await scheduleAt(elsewhere)].every((shown) => shown.includes('paused'))).toBe(true);
    expect(await test.queue.scheduled()).toEqual([]);
    for (const origin of [manager, elsewhere]) {
      await type('schedule resume', origin);
      await type('schedule remove', origin);
    }
  });
});

describe('an answer', () => {
  it('is private unless public:yes asks otherwise', async () => {
    expect((await type('who')).visibility).toBe('private');
    expect((await type('who public:yes')).visibility).toBe('channel');
  });

  it('to a mention takes commands, a story’s key and plain words', async () => {
    expect((await test.bot.mention('who starmer', reader)).command).toBe('error');
    expect((await test.bot.mention('summit who starmer', reader)).command).toBe('who');
    expect((await test.bot.mention('summit What did Lavrov say about Europe?', reader)).command).toBe('ask');
    expect((await test.bot.mention('', reader)).command).toBe('help');
  });

  it('to plain words in a thread that is no digest’s is silence', async () => {
    const place = { ...reader.place, thread: 'elsewhere' };
    expect(await test.bot.question('and Putin?', { ...reader, place })).toBeUndefined();
  });
});

describe('what a manager alone should see', () => {
  const lacking = { lacks: async () => ['I may not: Send Messages.'] };

  it('is answered to them privately, in a mention too', async () => {
    const reply = await test.bot.mention('health', { ...manager, ...lacking });
    expect(reply).toMatchObject({ command: 'health', visibility: 'private' });
    expect(textOf(reply)).toContain('I may not: Send Messages.');
  });

  it('keeps nobody else from the answer in the channel, without it', async () => {
    const reply = await test.bot.mention('health', { ...reader, ...lacking });
    expect(reply).toMatchObject({ command: 'health', visibility: 'channel' });
    expect(textOf(reply)).not.toContain('Send Messages');
  });
});

describe('the settings of a channel', () => {
  const channel = { ...reader.place, channel: 'quiet' };
  const chief = { ...manager, place: channel };

  it('are shown to everybody and changed by those who may manage it', async () => {
    expect(textOf(await type('settings', { ...reader, place: channel }))).toContain('in the threads of my digests');
    expect(textOf(await type('settings threads:off', { ...reader, place: channel }))).toContain(
      'people who may manage this channel',
    );
    expect(textOf(await type('settings threads:off', chief))).toContain('I stay out of threads.');
    expect(textOf(await type('settings threads:loud', chief))).toContain('must be one of mention, questions, off');
  });
});

describe('what is typed for an argument', () => {
  it('is completed from the names of the story, whatever the accents and the case', async () => {
    expect(await test.bot.suggest('summit', 'who', 'name', 'KEIR')).toEqual(['Keir Starmer']);
    expect(await test.bot.suggest('summit', 'who', 'name', 'pod')).toEqual(['Mychailo Podolyak']);
    expect(await test.bot.suggest('summit', 'who', 'name', '')).toContain('Sergei Lavrov');
    expect(await test.bot.suggest('summit', 'quotes', 'actor', 'lav')).toEqual(['Sergei Lavrov']);
  });

  it('is completed from the topics of the story', async () => {
    expect((await test.bot.suggest('summit', 'positions', 'topic', '')).length).toBeGreaterThan(0);
  });

  it.each([
    ['weather', 'who', 'name'],
    ['summit', 'fly', 'name'],
    ['summit', 'who', 'public'],
  ])('is not completed where nothing can be: %s %s %s', async (story, verb, argument) => {
    expect(await test.bot.suggest(story, verb, argument, 'a')).toEqual([]);
  });
});

describe('a button', () => {
  it('shares the answer that one person saw with the channel, as it stood', async () => {
    const { command, asOf, message } = await type('who starmer');
    const button = await test.bot.offer({ does: 'share', command, asOf, message }, 'Share');
    const shared = await test.bot.press(button.id, reader);
    expect(shared).toMatchObject({ outcome: 'answered', visibility: 'channel', message });
  });

  it('runs the line that it stands for', async () => {
    const story = storyKeyOf(test.stories, 'summit');
    const button = await test.bot.offer({ does: 'run', story, line: 'who starmer' }, 'More');
    expect(await test.bot.press(button.id, reader)).toMatchObject({ command: 'who', visibility: 'private' });
  });

  it.each(['', 'x', '6a0e2a6e-0000-4000-8000-000000000000'])(
    'that nobody knows, "%s", is refused politely',
    async (id) => {
      const refused = await test.bot.press(id, reader);
      expect(refused.outcome).toBe('refused');
      expect(textOf(refused)).toContain('too old');
    },
  );

  it('is forgotten after a month', async () => {
    const story = storyKeyOf(test.stories, 'summit');
    const old = await test.bot.offer({ does: 'run', story, line: 'who' }, 'More');
    const now = test.clock.now();
    test.clock.set(new Date(now + 31 * 86_400_000).toISOString());
    await test.bot.offer({ does: 'run', story, line: 'who' }, 'More');
    expect((await test.bot.press(old.id, reader)).outcome).toBe('refused');
    test.clock.set(new Date(now).toISOString());
  });
});
