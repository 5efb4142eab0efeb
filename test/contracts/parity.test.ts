import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDiscord } from '../../src/adapters/discord/render-discord.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import type { Message } from '../../src/core/messages/message.ts';
import { bare, type Flat, flatDiscord, flatMessage, flatSlack, receipts } from '../support/flat-posts.ts';
import { manager, openTestBot, reader, type TestBot } from '../support/test-bot.ts';

/** Further lines for verbs whose plain form shows little. Every verb is run as it stands too. */
const moreLines = [
  'who starmer',
  'who lavrov',
  'timeline n:50',
  'quotes n:50',
  'positions',
  'ask What did Lavrov say about Europe?',
  'ask Who was not invited?',
  'ask Who won the cup?',
  'source 1',
  'source',
  'why 1',
  'changes since:2025-01-01',
  'disputes',
  'digest preview',
  'export json',
  'export csv',
  'help schedule',
  'help ask',
  'fly',
  'schedule set at:25:00',
];

/** What people who manage a channel are told. */
const managersLines = [
  'schedule set at:07:30,18:00 days:mon-fri tz:Europe/Paris quiet:22:00-06:30',
  'schedule',
  'schedule pause',
  'settings threads:mention',
  'watch add term ceasefire',
  'watch',
  'health',
  'schedule set at:25:00',
];

/** What one platform cannot show and the other can; nothing so far. */
const leftOut: readonly string[] = [];

describe.each([
  ['no article', []],
  ['the samples', ['config/samples']],
  ['the samples and the seed article', ['config/samples', 'test/fixtures/articles/backstop.txt']],
  ['every article of the fixtures', ['test/fixtures/articles', 'test/fixtures/harbour']],
  ['articles in other languages', ['test/fixtures/tongues']],
])('Slack and Discord, over %s', (_name, inputs) => {
  let test: TestBot;
  /** What the bot says to each line, run once: some commands remember what they told. */
  const messages: Record<string, Message> = {};

  beforeAll(async () => {
    test = await openTestBot();
    await test.ingest(inputs);
    for (const line of [...test.bot.commands.map(({ name }) => name), ...moreLines])
      messages[line] = (await test.bot.run('summit', { kind: 'text', text: line }, reader)).message;
    for (const line of managersLines)
      messages[`${line}, by a manager`] = (await test.bot.run('summit', { kind: 'text', text: line }, manager)).message;
  });
  afterAll(() => test.close());

  /** Something of each message, by line. */
  const byLine = (show: (message: Message) => unknown): Record<string, unknown> =>
    Object.fromEntries(Object.entries(messages).map(([line, message]) => [line, show(message)]));
  const inSlack = (message: Message): Flat => flatSlack(renderSlack(message));
  const inDiscord = (message: Message): Flat => flatDiscord(renderDiscord(message));

  it('say the same with every command, and no less than the message', () => {
    const discord = byLine((message) => bare(inDiscord(message).body));
    expect(discord).toEqual(byLine((message) => bare(inSlack(message).body)));
    expect(discord).toEqual(byLine((message) => bare(flatMessage(message))));
    expect(leftOut).toEqual([]);
  });

  it('give the same receipts: every number leads to the same address and the same source', () => {
    const receiptsOf = (flat: Flat): object => ({
      sources: receipts(flat),
      links: [...new Set(flat.links)].toSorted(),
    });
    const discord = byLine((message) => receiptsOf(inDiscord(message)));
    expect(discord).toEqual(byLine((message) => receiptsOf(inSlack(message))));
  });

  it('list a source for every number', () => {
    const listed = byLine((message) => receipts(inDiscord(message)).length);
    expect(listed).toEqual(
      byLine(({ blocks, citations }) => (blocks.some(({ kind }) => kind === 'sources') ? citations.length : 0)),
    );
  });
});
