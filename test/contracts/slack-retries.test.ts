import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newDelivery } from '../support/stored-things.ts';
import { eventOf, mention, message } from '../support/slack-events.ts';
import { openNewsBot, openSlackBench, place, recordingLog, type SlackBench } from '../support/slack-bench.ts';
import { storyKeyOf, type TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: SlackBench;
/** What the core logged. */
const coreLogged: string[] = [];

beforeAll(async () => {
  test = await openNewsBot(recordingLog(coreLogged));
});
afterAll(() => test.close());
beforeEach(async () => {
  coreLogged.splice(0);
  bench = await openSlackBench(test);
  await bench.platform.start(test.bot);
});
afterEach(() => bench.close());

async function digestPosted(thread: string): Promise<void> {
  const delivery = newDelivery({ place, story: storyKeyOf(bench.test.stories, 'summit') });
  await bench.test.outbox.put(delivery);
  await bench.test.outbox.markSent(delivery.id, { id: thread, thread });
}

/** A post's metadata with the key of an answer. */
function postedFor(key: string): object {
  return { event_type: 'communique_delivery', event_payload: { key } };
}

const question = 'What did Lavrov say about Europe?';

describe('an event of Slack', () => {
  it('that comes twice, to two replicas, is answered once', async () => {
    const event = eventOf(mention(question));
    await bench.slack.send('events_api', event);
    await bench.slack.called('chat.postMessage', 1);
    await bench.replica().start(test.bot);
    await bench.slack.connected(2);
    await bench.slack.send('events_api', event);
    await bench.tell(mention('help'));
    expect(await bench.slack.called('chat.postMessage', 2)).toHaveLength(2);
    expect(bench.slack.messages.filter(({ text }) => String(text).includes('Europe'))).toHaveLength(1);
  });

  it('whose process died over it is answered by another, once', async () => {
    let die = (_error: Error): void => undefined;
    const died = { ...test.bot, mention: () => new Promise<never>((_, reject) => (die = reject)) };
    await bench.platform.stop();
    const doomed = bench.replica();
    await doomed.start(died);
    await bench.slack.connected(2);
    await bench.tell(mention(question));
    test.clock.set(new Date(test.clock.now() + 120_000).toISOString());
    await bench.replica().start(test.bot);
    expect(await bench.slack.called('chat.postMessage', 1)).toHaveLength(1);
    await bench.lineLogged(/left unanswered is taken up again/);
    die(new Error('the process is gone'));
  });

  it('whose answer was posted but not noted is not answered again', async () => {
    const { inbox } = test;
    const left = { ...eventOf(mention(question, { ts: '3.3' })), event_id: 'EvLeft' };
    await bench.slack.send('events_api', left);
    await bench.slack.called('chat.postMessage', 1);
    await bench.platform.stop();
    const again = { ...left, event_id: 'EvAgain' };
    await inbox.take('slack', { id: 'EvAgain', body: again }, { at: '2025-02-19T07:00:00Z', holdMs: 1 });
    Object.assign(bench.slack.messages[0] ?? {}, { metadata: postedFor('EvAgain/0') });
    const replica = bench.replica();
    await replica.start(test.bot);
    await bench.slack.called('conversations.replies', 1);
    await replica.stop();
    expect(bench.slack.messages).toHaveLength(1);
    expect(await inbox.left('slack', '2100-01-01T00:00:00Z')).toEqual([]);
  });

  it('over which the store fails in the bot’s own thread is answered with that, once', async () => {
    await digestPosted('8.8');
    const find = vi.spyOn(test.outbox, 'findByThread').mockRejectedValueOnce(new Error('the store is away'));
    const event = eventOf(message(question, { thread_ts: '8.8', parent_user_id: 'UBOT' }));
    await bench.slack.send('events_api', event);
    const [told] = await bench.slack.called('chat.postEphemeral', 1);
    expect(told?.body).toMatchObject({ user: 'U1', thread_ts: '8.8' });
    expect(told?.body['text']).toContain('Something went wrong on my side');
    expect(coreLogged.join()).toMatch(/error a command failed .*the store is away/);
    find.mockRestore();
    await bench.platform.stop();
    await bench.replica().start(test.bot);
    await bench.slack.connected(2);
    await bench.slack.send('events_api', event);
    await bench.lineLogged(/came again; it is not handled twice/);
    expect(bench.slack.messages).toEqual([]);
    expect(await test.inbox.left('slack', '2100-01-01T00:00:00Z')).toEqual([]);
  });

  it('over which the store fails in a thread of people is kept, and answered when the store is back', async () => {
    await digestPosted('8.9');
    const find = vi.spyOn(test.outbox, 'findByThread').mockRejectedValueOnce(new Error('the store is away'));
    await bench.tell(message(question, { thread_ts: '8.9', parent_user_id: 'U7' }));
    await bench.lineLogged(/error .*could not be handled.*the store is away/);
    find.mockRestore();
    expect(bench.slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
    test.clock.set(new Date(test.clock.now() + 120_000).toISOString());
    await bench.replica().start(test.bot);
    const [answer] = await bench.slack.called('chat.postMessage', 1);
    expect(answer?.body).toMatchObject({ thread_ts: '8.9' });
  });

  it('that the store does not take is not acknowledged, and Slack’s next try is answered', async () => {
    await bench.platform.stop();
    const { inbox } = test;
    const take = vi.spyOn(inbox, 'take').mockRejectedValueOnce(new Error('the store does not answer'));
    await bench.replica().start(test.bot);
    await bench.slack.connected(2);
    const event = eventOf(mention(question));
    let acknowledged = 'no';
    void bench.slack.send('events_api', event).then(() => (acknowledged = 'yes'));
    await bench.lineLogged(/the store does not answer|unhandled error/);
    expect(acknowledged).toBe('no');
    await bench.slack.send('events_api', event);
    await bench.slack.called('chat.postMessage', 1);
    expect(take).toHaveBeenCalledTimes(2);
    take.mockRestore();
  });

  it('keeps no secret and no words once it is answered', async () => {
    const event = eventOf(mention(question));
    await bench.slack.send('events_api', event);
    await bench.slack.called('chat.postMessage', 1);
    await bench.platform.stop();
    expect(await bench.test.inbox.left('slack', '2100-01-01T00:00:00Z')).toEqual([]);
    expect(bench.logged.join()).not.toMatch(/xoxb|xapp|legacy-token/);
  });

  it('comes over a new socket when Slack drops the old one', { timeout: 30_000 }, async () => {
    bench.slack.dropSockets();
    await bench.slack.connected(2);
    await bench.type('who');
    await bench.slack.called('respond/', 1);
  });
});

describe('a command of Slack over which the store', () => {
  it.each([
    ['fails', () => Promise.reject(new Error('the store is away'))],
    ['hangs', () => new Promise<never>(() => undefined)],
  ])('%s is acknowledged and answered all the same', async (_case, taken) => {
    const take = vi.spyOn(test.inbox, 'take').mockImplementationOnce(taken);
    await bench.type('who starmer');
    const [answer] = await bench.slack.called('respond/', 1);
    expect(answer?.body['text']).toContain('Prime Minister');
    await bench.lineLogged(/error .*cannot be told whether a command or a press came before/);
    take.mockRestore();
  });
});
