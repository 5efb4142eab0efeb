import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/arguments.ts';
import { runLine } from '../../src/cli/run-command.ts';
import { openNewsBot, openSlackBench, type SlackBench } from '../support/slack-bench.ts';
import type { TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: SlackBench;

beforeAll(async () => {
  test = await openNewsBot();
  await test.ingest(['config/samples']);
});
afterAll(() => test.close());
beforeEach(async () => {
  bench = await openSlackBench(test);
  await bench.platform.start(test.bot);
});
afterEach(() => bench.close());

async function printed(line: string): Promise<unknown[]> {
  const written: string[] = [];
  const style = { width: 80, emphasis: 'plain', timeZone: 'UTC' } as const;
  const io = { style, output: (text: string) => written.push(text), error: (text: string) => written.push(text) };
  await runLine(readCommandLine(['run', line, '--as', 'slack']), { stories: test.stories, bot: test.bot }, io);
  const posts: unknown = JSON.parse(written.join(''));
  return Array.isArray(posts) ? posts : [posts];
}

// What all see has no button to share it.
it.each([
  'who starmer public:yes',
  'brief public:yes',
  'ask What did Lavrov say about Europe? public:yes',
  'timeline n:50 public:yes',
])('run "/summit %s" --as slack prints exactly what Slack is sent', async (line) => {
  const posts = await printed(`/summit ${line}`);
  await bench.type(line);
  const sent = await bench.slack.called('respond/', posts.length);
  expect(sent.map(({ body }) => body)).toEqual(posts);
});

it('what one person sees is printed so, but for its button', async () => {
  expect(await printed('/summit who starmer')).toMatchObject([{ response_type: 'ephemeral', replace_original: false }]);
});
