import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DiscordBench, openDiscordBench, openSharedBot, shown } from '../support/discord-bench.ts';
import type { TestBot } from '../support/test-bot.ts';

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

const withOptions = z.object({
  name: z.string(),
  type: z.number(),
  options: z.array(z.record(z.string(), z.unknown())).default([]),
});

describe('the commands that Discord shows', () => {
  it('are one of a story, with a subcommand for every verb, and one of a message’s menu', async () => {
    const [put] = await bench.discord.called('PUT /applications/800/commands', 1);
    const commands = z.array(withOptions).parse(put?.body['items']);
    expect(commands.map(({ name, type }) => [name, type])).toEqual([
      ['summit', 1],
      ['Check against the articles', 3],
    ]);
    expect(commands[0]?.options.map((option) => option['name'])).toEqual(
      bench.test.bot.commands.map(({ name }) => name),
    );
  });

  it.each([
    ['ask', 'question', { type: 3, required: true, max_length: 1_000 }],
    ['timeline', 'n', { type: 4, required: false, min_value: 1, max_value: 50 }],
    ['who', 'name', { type: 3, required: false, autocomplete: true }],
    ['who', 'public', { type: 3, choices: ['yes', 'no'].map((value) => ({ name: value, value })) }],
  ])('have typed options: %s %s', async (verb, option, expected) => {
    const [put] = await bench.discord.called('PUT /applications/800/commands', 1);
    const [summit] = z.array(withOptions).parse(put?.body['items']);
    const verbs = z.array(withOptions).parse(summit?.options);
    const found = verbs.find(({ name }) => name === verb)?.options.find((candidate) => candidate['name'] === option);
    expect(found).toMatchObject(expected);
  });

  it('have their texts where translations go: names, descriptions and what can be chosen', async () => {
    const [put] = await bench.discord.called('PUT /applications/800/commands', 1);
    const untranslated = [...shown(put?.body).matchAll(/"name":"[^"]*",(?!"name_localizations":)/g)];
    expect(untranslated.map(([text]) => text)).toEqual([]);
    expect(shown(put?.body)).not.toMatch(/"description":"[^"]+",(?!"description_localizations":)/);
  });

  it('are registered only when Discord has others', async () => {
    const again = bench.replica();
    await again.start(bench.test.bot);
    const calls = bench.discord.calls.filter(({ route }) => route === 'PUT /applications/800/commands');
    expect(calls).toHaveLength(1);
  });
});
