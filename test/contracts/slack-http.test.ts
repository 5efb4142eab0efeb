import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors/errors.ts';
import { openNewsBot, openSlackBench, type SlackBench } from '../support/slack-bench.ts';
import { freePort, signingSecret, type SlackCaller, slackCaller } from '../support/slack-caller.ts';
import { eventOf, mention, slashCommand } from '../support/slack-events.ts';
import type { TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: SlackBench;
let port: number;
let caller: SlackCaller;

const connectionAt = (at: number) => ({ kind: 'http', botToken: 'xoxb-test', signingSecret, port: at }) as const;

beforeAll(async () => {
  test = await openNewsBot();
});
afterAll(() => test.close());
beforeEach(async () => {
  bench = await openSlackBench(test);
  port = await freePort();
  caller = slackCaller(port);
  await bench.replica({ connection: connectionAt(port) }).start(test.bot);
});
afterEach(() => bench.close());

describe('Slack by HTTP', () => {
  it('is told the address when it asks whether that is ours', async () => {
    const answer = await caller.call({ type: 'url_verification', challenge: 'a-challenge' });
    expect(await answer.json()).toEqual({ challenge: 'a-challenge' });
  });

  it('has commands and events acknowledged at once and answered', async () => {
    expect((await caller.call(slashCommand('who', bench.answered()))).status).toBe(200);
    expect(JSON.stringify(await bench.slack.called('respond/', 1))).toContain('Prime Minister of the United Kingdom');
    expect((await caller.call(eventOf(mention('who')))).status).toBe(200);
    expect(await bench.slack.called('chat.postMessage', 1)).toHaveLength(1);
  });

  it('has an event that comes again to another replica answered once', async () => {
    const other = await freePort();
    await bench.replica({ connection: connectionAt(other) }).start(test.bot);
    const event = eventOf(mention('who'));
    await caller.call(event);
    await bench.slack.called('chat.postMessage', 1);
    expect((await slackCaller(other).call(event)).status).toBe(200);
    await bench.lineLogged(/came again; it is not handled twice/);
    await caller.call(eventOf(mention('help')));
    expect(await bench.slack.called('chat.postMessage', 2)).toHaveLength(2);
  });
});

describe('a request that Slack did not make', () => {
  it.each([
    ['is signed with another secret', { secret: 'somebody-else’s-secret' }],
    ['is older than five minutes', { ageSeconds: 301 }],
  ])('because it %s is refused, logged, and does nothing', async (_case, options) => {
    expect((await caller.call(slashCommand('who', bench.answered()), options)).status).toBe(401);
    await bench.lineLogged(/^warn Failed to parse and verify the request/);
    expect(bench.slack.calls.filter(({ method }) => method.startsWith('respond/'))).toEqual([]);
    expect((await caller.call(slashCommand('who', bench.answered()))).status).toBe(200);
    await bench.slack.called('respond/', 1);
  });

  it('because it has no signature is refused', async () => {
    const unsigned = caller.request(slashCommand('who', bench.answered()));
    unsigned.headers.delete('x-slack-signature');
    expect((await fetch(unsigned)).status).toBe(401);
  });

  it('but only overheard, and sends again within the five minutes, does nothing a second time', async () => {
    const request = caller.request(slashCommand('who', bench.answered()));
    const overheard = request.clone();
    expect((await fetch(request)).status).toBe(200);
    await bench.slack.called('respond/', 1);
    expect((await fetch(overheard)).status).toBe(200);
    await bench.lineLogged(/came again; it is not handled twice/);
    await caller.call(slashCommand('help', bench.answered()));
    expect(await bench.slack.called('respond/', 2)).toHaveLength(2);
  });

  it('because it is no JSON, or far too long, ends nothing', async () => {
    const { headers } = caller.request({ event: {} });
    const garbled = new Request(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers,
      body: '{"event":',
    });
    expect((await fetch(garbled)).status).toBe(401);
    const flood = new Request(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers,
      body: ' '.repeat(5_000_000),
    });
    expect([401, 413]).toContain((await fetch(flood)).status);
    expect((await fetch(`http://127.0.0.1:${port}/elsewhere`)).status).toBe(404);
    await caller.call(slashCommand('who', bench.answered()));
    await bench.slack.called('respond/', 1);
  });
});

describe('a port that is taken', () => {
  it('is told with its setting', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, resolve));
    const address = taken.address();
    const at = typeof address === 'object' && address !== null ? address.port : 0;
    const error = await bench
      .replica({ connection: connectionAt(at) })
      .start(test.bot)
      .catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain(`SLACK_PORT: nothing can listen at port ${at}`);
    await new Promise((resolve) => taken.close(resolve));
  });
});
