import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/arguments.ts';
import { runLine } from '../../src/cli/run-command.ts';
import { slashCommand } from '../support/discord-events.ts';
import { type DiscordBench, openDiscordBench, openSharedBot, original } from '../support/discord-bench.ts';
import type { TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: DiscordBench;

beforeAll(async () => {
  test = await openSharedBot();
  await test.ingest(['config/samples']);
});
afterAll(() => test.close());
beforeEach(async () => {
  bench = await openDiscordBench(test);
  await bench.platform.start(test.bot);
});
afterEach(() => bench.close());

const option = (name: string, value: string | number) => ({ name, type: typeof value === 'string' ? 3 : 4, value });

async function printed(line: string): Promise<unknown> {
  const written: string[] = [];
  const style = { width: 80, emphasis: 'plain', timeZone: 'UTC' } as const;
  const io = { style, output: (text: string) => written.push(text), error: (text: string) => written.push(text) };
  await runLine(readCommandLine(['run', line, '--as', 'discord']), { stories: test.stories, bot: test.bot }, io);
  return JSON.parse(written.join(''));
}

/** What Discord is sent for an answer that all see, which has no button to share it. */
async function sent(verb: string, options: readonly object[], posts: number): Promise<unknown> {
  bench.discord.dispatch('INTERACTION_CREATE', slashCommand(verb, [...options, option('public', 'yes')]));
  const [first] = await bench.discord.called(original, 1);
  const more = await bench.discord.called('POST /webhooks/800/it', posts - 1);
  return more.length === 0 ? first?.body : [first?.body, ...more.map(({ body }) => body)];
}

it.each([
  ['/summit who starmer', 'who', [option('name', 'starmer')]],
  ['/summit brief', 'brief', []],
  ['/summit ask What did Lavrov say about Europe?', 'ask', [option('question', 'What did Lavrov say about Europe?')]],
  ['/summit timeline n:50', 'timeline', [option('n', 50)]],
  ['/summit export', 'export', []],
])('run "%s" --as discord prints exactly what Discord is sent', async (line, verb, options) => {
  const posts = await printed(line);
  expect(await sent(verb, options, Array.isArray(posts) ? posts.length : 1)).toEqual(posts);
});
