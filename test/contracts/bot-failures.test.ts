import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderText } from '../../src/adapters/terminal/render-text.ts';
import type { Bot } from '../../src/core/chat/bot.ts';
import type { Reply } from '../../src/core/commands/reply.ts';
import { silentLog } from '../support/memory-database.ts';
import { openTestBot, reader, storyKeyOf } from '../support/test-bot.ts';

function textOf(reply: Reply): string {
  return renderText(reply.message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
}

describe('what is refused', () => {
  it.each([
    ['an unknown verb', 'secretverb', 'I do not know "…".'],
    ['a wrong option', 'timeline n:many', 'must be a number'],
    ['an empty question', 'ask', 'type a question'],
    ['4,000 characters', `ask ${'secretword '.repeat(364)}`, 'ask: '],
    ['a time that is none', 'timeline since:secretday', '"…" is no time'],
    ['text from right to left, with marks that nobody sees', '\u202Eسري\u200B', 'I do not know "…".'],
  ])('(%s) is in the log with its reason, without what was typed', async (_case, line, reason) => {
    const logged: string[] = [];
    const info = (fields: object, words: string): void => void logged.push(`${words} ${JSON.stringify(fields)}`);
    const other = await openTestBot('test/fixtures/stories', undefined, { ...silentLog, info });
    const reply = await other.bot.run('summit', { kind: 'text', text: line }, reader);
    await other.close();
    expect(reply.outcome).toBe('refused');
    const refused = logged
      .map((one) => one.replaceAll('\\"', '"'))
      .filter((one) => one.startsWith('what somebody asked'));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toContain(reason);
    expect(refused[0]).not.toMatch(/secret|سري/);
  });

  it('(a button that is too old) is in the log with its reason', async () => {
    const logged: object[] = [];
    const other = await openTestBot('test/fixtures/stories', undefined, {
      ...silentLog,
      info: (one) => void logged.push(one),
    });
    await other.bot.press('6a0e2a6e-0000-4000-8000-000000000000', reader);
    await other.close();
    expect(logged).toContainEqual(expect.objectContaining({ reason: 'This button is too old.' }));
  });
});

describe('a store that fails', () => {
  const inThread = { ...reader, place: { ...reader.place, thread: 't' } };
  it.each([
    ['a command', (bot: Bot) => bot.run('summit', { kind: 'text', text: 'who' }, reader)],
    ['a mention', (bot: Bot) => bot.mention('who', reader)],
    [
      'a question in a thread that it began',
      (bot: Bot) => bot.question('Who met?', { ...inThread, threadBegunBy: 'bot' }),
    ],
    ['a press of a button', (bot: Bot) => bot.press('6a0e2a6e-0000-4000-8000-000000000000', reader)],
  ])('gives %s a short polite answer, and the log the reason under its reference', async (_case, ask) => {
    const logged: string[] = [];
    const error = (fields: object, words: string): void =>
      void logged.push(`${words} ${JSON.stringify(fields)} ${'err' in fields ? String(fields.err) : ''}`);
    const failing = await openTestBot('test/fixtures/stories', undefined, { ...silentLog, error });
    await failing.close();
    const reply = await ask(failing.bot);
    if (reply === undefined) throw new Error('nothing was answered');
    expect(reply).toMatchObject({ outcome: 'failed' });
    const { reference } = z.object({ reference: z.string() }).parse(reply.data);
    expect(textOf(reply)).toContain(`Something went wrong on my side, and I could not answer. Try again in a minute`);
    expect(textOf(reply)).toContain(reference);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(`"reference":"${reference}"`);
    expect(logged[0]).toContain('closed');
  });

  it('is told to the platform alone when nobody knows whether words in a thread were for the bot', async () => {
    const failing = await openTestBot('test/fixtures/stories');
    await failing.close();
    await expect(failing.bot.question('Who met?', inThread)).rejects.toThrow('closed');
  });

  it('costs an answer its button, not itself', async () => {
    const failing = await openTestBot('test/fixtures/stories');
    await failing.close();
    const story = storyKeyOf(failing.stories, 'summit');
    expect(await failing.bot.offer({ does: 'run', story, line: 'who' }, 'More')).toMatchObject({ label: 'More' });
  });
});
