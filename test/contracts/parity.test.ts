import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDiscord } from '../../src/adapters/discord/render-discord.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import { bare, flatDiscord, flatMessage, flatSlack, receipts } from '../support/flat-posts.ts';
import { openTestBot, reader, type TestBot } from '../support/test-bot.ts';

/** Further lines for verbs whose plain form shows little. Every other verb is run as it stands. */
const moreLines = [
  'who starmer',
  'who lavrov',
  'timeline n:50',
  'quotes n:50',
  'positions',
  'ask What did Lavrov say about Europe?',
  'ask Who was not invited?',
  'ask Who won the cup?',
  'help schedule',
  'help ask',
  'fly',
  'schedule set at:25:00',
];

/** What one platform cannot show and the other can; nothing so far. */
const leftOut: readonly string[] = [];

describe.each([
  ['no article', []],
  ['the samples', ['config/samples']],
  ['the samples and the seed article', ['config/samples', 'test/fixtures/articles/backstop.txt']],
])('Slack and Discord, over %s', (_name, inputs) => {
  let test: TestBot;

  beforeAll(async () => {
    test = await openTestBot();
    await test.ingest(inputs);
  });
  afterAll(() => test.close());

  const rendered = async (line: string) => {
    const { message } = await test.bot.run('summit', { kind: 'text', text: line }, reader);
    return { message, slack: flatSlack(renderSlack(message)), discord: flatDiscord(renderDiscord(message)) };
  };

  it('say the same with every command, and no less than the message', async () => {
    for (const line of [...test.bot.commands.map(({ name }) => name), ...moreLines]) {
      const { message, slack, discord } = await rendered(line);
      expect(bare(discord.body), line).toBe(bare(slack.body));
      expect(bare(discord.body), line).toBe(bare(flatMessage(message)));
    }
    expect(leftOut).toEqual([]);
  });

  it('give the same receipts: every number leads to the same address, and every source is listed', async () => {
    for (const line of [...test.bot.commands.map(({ name }) => name), ...moreLines]) {
      const { message, slack, discord } = await rendered(line);
      expect(new Set(discord.links), line).toEqual(new Set(slack.links));
      expect(receipts(discord), line).toEqual(receipts(slack));
      const hasSources = message.blocks.some(({ kind }) => kind === 'sources') && message.citations.length > 0;
      expect(receipts(discord).length > 0, line).toBe(hasSources);
    }
  });
});
