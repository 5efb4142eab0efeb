import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Posting } from '../../src/core/chat/chat-platform.ts';
import { PostError } from '../../src/core/errors/errors.ts';
import type { Message } from '../../src/core/messages/message.ts';
import { openNewsBot, openSlackBench, place, shortMessage, type SlackBench } from '../support/slack-bench.ts';
import { newPosting } from '../support/stored-things.ts';
import type { TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: SlackBench;

beforeAll(async () => {
  test = await openNewsBot();
});
afterAll(() => test.close());
beforeEach(async () => {
  bench = await openSlackBench(test);
});
afterEach(() => bench.close());

interface Post {
  readonly key?: string;
  readonly channel?: string;
  readonly attempt?: Posting['attempt'];
}

const post = (message: Message = shortMessage, { channel = 'C1', ...given }: Post = {}) =>
  bench.platform.post(newPosting({ message, place: { ...place, channel }, ...given }));
const long: Message = {
  ...shortMessage,
  blocks: Array.from({ length: 60 }, (_, index) => ({ kind: 'heading', text: `Heading ${index}` })),
};

describe('a digest posted to Slack', () => {
  it('bears its key as metadata and unfurls nothing', async () => {
    await post();
    expect(bench.slack.messages[0]).toMatchObject({
      channel: 'C1',
      metadata: { event_type: 'communique_delivery', event_payload: { key: 'key-1' } },
      unfurl_links: 'false',
    });
  });

  it('for one person alone goes into the direct messages with them, once', async () => {
    expect(await post(shortMessage, { channel: '@UADA' })).toEqual(await post(shortMessage, { channel: '@UADA' }));
    expect(bench.slack.messages.map(({ channel }) => channel)).toEqual(['DUADA']);
  });

  it('is there once, though the connection dropped after Slack took it', async () => {
    bench.slack.answer('chat.postMessage', { kind: 'drop' });
    await expect(post()).rejects.toMatchObject({ failure: 'unavailable' });
    const posted = await post();
    expect(bench.slack.messages).toHaveLength(1);
    expect(posted.id).toBe(bench.slack.messages[0]?.['ts']);
  });

  it('is not looked for in the channel before anybody can have posted it', async () => {
    await post(shortMessage, { attempt: 'first' });
    await post(shortMessage, { key: 'key-2' });
    expect(bench.slack.calls.map(({ method }) => method)).toEqual([
      'chat.postMessage',
      'conversations.history',
      'chat.postMessage',
    ]);
  });

  it('has its details in the thread', async () => {
    const posted = await post({
      ...shortMessage,
      blocks: [...shortMessage.blocks, { kind: 'thread' }, { kind: 'heading', text: 'Details' }],
    });
    expect(bench.slack.messages.map((one) => one['thread_ts'])).toEqual([undefined, posted.thread]);
    expect(bench.slack.messages[1]?.['text']).toBe('Details');
  });

  it('that is too long goes on in its thread, and after a dropped connection from where it was', async () => {
    bench.slack.answer('conversations.history', { kind: 'error', error: 'internal_error' });
    bench.slack.answer('chat.postMessage', { kind: 'drop' });
    await expect(post(long)).rejects.toMatchObject({ failure: 'unavailable' });
    const posted = await post(long);
    const texts = bench.slack.messages.map(({ text }) => String(text)).join('\n');
    expect(texts.match(/Heading \d+/g)).toHaveLength(60);
    for (const more of bench.slack.messages.slice(1)) expect(more['thread_ts']).toBe(posted.id);
  });

  it.each([
    [{ kind: 'status', status: 429, retryAfter: 7 } as const, { failure: 'rate-limited', retryAfterMs: 7_000 }],
    [{ kind: 'status', status: 503 } as const, { failure: 'unavailable' }],
    [{ kind: 'error', error: 'channel_not_found' } as const, { failure: 'gone' }],
    [{ kind: 'error', error: 'is_archived' } as const, { failure: 'gone' }],
    [{ kind: 'error', error: 'token_revoked' } as const, { failure: 'gone' }],
    [{ kind: 'error', error: 'invalid_auth' } as const, { failure: 'unavailable' }],
    [{ kind: 'error', error: 'missing_scope' } as const, { failure: 'unavailable' }],
    [{ kind: 'error', error: 'invalid_blocks' } as const, { failure: 'rejected' }],
  ])('that Slack answers with %o fails so that the queue knows what to do', async (answer, expected) => {
    bench.slack.answer('chat.postMessage', answer);
    const error = await post().catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(PostError);
    expect(error).toMatchObject(expected);
  });

  it.each([
    ['nothing when its first part was refused', { kind: 'status', status: 429, retryAfter: 7 } as const, 'nothing'],
    ['nobody knows what when the answer was lost', { kind: 'drop' } as const, undefined],
    ['nobody knows what when Slack failed', { kind: 'status', status: 503 } as const, undefined],
  ])('has left %s', async (_what, answer, left) => {
    bench.slack.answer('chat.postMessage', answer);
    await expect(post(long)).rejects.toMatchObject({ left });
  });

  it('whose first part is there has left that when the next one is refused', async () => {
    bench.slack.answer('chat.postMessage', { kind: 'drop' }, { kind: 'status', status: 429, retryAfter: 7 });
    await expect(post(long)).rejects.toMatchObject({ failure: 'unavailable' });
    await expect(post(long)).rejects.toMatchObject({ failure: 'rate-limited', left: undefined });
    expect(bench.slack.messages).toHaveLength(1);
  });

  it('to a channel that Slack asks to leave alone waits, and holds up no other channel', async () => {
    bench.slack.answer('chat.postMessage', { kind: 'status', status: 429, retryAfter: 30 });
    await expect(post()).rejects.toMatchObject({ failure: 'rate-limited', retryAfterMs: 30_000 });
    await expect(post()).rejects.toMatchObject({ failure: 'rate-limited', retryAfterMs: 30_000 });
    expect(await bench.slack.called('chat.postMessage', 1)).toHaveLength(1);
    await post(shortMessage, { key: 'key-2', channel: 'C2' });
    test.clock.set(new Date(test.clock.now() + 30_000).toISOString());
    await post();
    expect(bench.slack.messages.map(({ channel }) => channel)).toEqual(['C2', 'C1']);
  });
});
