import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSlack } from '../../src/adapters/slack/check-slack.ts';
import type { ChatPlatform } from '../../src/core/chat/chat-platform.ts';
import { openSlackBench, place, shortMessage, type SlackBench } from '../support/slack-bench.ts';
import { freePort, signingSecret, type SlackCaller, slackCaller } from '../support/slack-caller.ts';
import { eventOf, mention, slashCommand } from '../support/slack-events.ts';
import type { FakeWorkspace } from '../support/slack-workspaces.ts';
import { newPosting } from '../support/stored-things.ts';
import { manager, storyKeyOf } from '../support/test-bot.ts';

const newKey = (): string => randomBytes(32).toString('base64');
const key = newKey();

let bench: SlackBench;
let port: number;
let caller: SlackCaller;
let platform: ChatPlatform;
let paper: FakeWorkspace;

const connection = (tokenKeys: readonly string[] = [key]) =>
  ({ kind: 'oauth', clientId: 'client', clientSecret: 'client-secret', signingSecret, port, tokenKeys }) as const;

beforeEach(async () => {
  bench = await openSlackBench();
  port = await freePort();
  caller = slackCaller(port);
  platform = bench.replica({ connection: connection() });
  await platform.start(bench.test.bot);
  paper = bench.slack.workspaces.add('T2', 'Paper');
});
afterEach(() => bench.close());

const at = (path: string): string => `http://127.0.0.1:${port}${path}`;
const post = (workspace: string, on = platform) =>
  on.post(newPosting({ message: shortMessage, place: { ...place, workspace }, key: `key-${workspace}` }));

/** Somebody opens the page to install, allows the app in Slack, and is sent back with a code. */
async function install(workspace: FakeWorkspace): Promise<Response> {
  const page = await fetch(at('/slack/install'));
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const state = /[?&]state=([^&"]+)/.exec((await page.text()).replaceAll('&amp;', '&'))?.[1] ?? '';
  const code = bench.slack.workspaces.allow(workspace);
  return fetch(at(`/slack/oauth_redirect?code=${code}&state=${state}`), { headers: { cookie } });
}

const stored = async () => (await bench.test.installations.list('slack')).map(({ sealed }) => sealed);

describe('installing Communiqué in many workspaces', () => {
  it('asks for every scope, and keeps each workspace’s token sealed', async () => {
    const page = await (await fetch(at('/slack/install'))).text();
    expect(decodeURIComponent(page)).toContain('chat:write');
    expect((await install(paper)).status).toBe(200);
    expect(await bench.test.installations.get('slack', 'T2')).toMatchObject({ name: 'Paper' });
    expect((await stored()).join()).not.toContain('xoxb');
    expect(bench.logged.join()).not.toContain('xoxb');
  });

  it('that another browser began is refused', async () => {
    const code = bench.slack.workspaces.allow(paper);
    const answer = await fetch(at(`/slack/oauth_redirect?code=${code}&state=made-up`));
    expect(answer.status).toBe(400);
    expect(await stored()).toEqual([]);
  });

  it('lets each workspace speak to the bot, and the bot post to each', async () => {
    await install(paper);
    await install(bench.slack.workspaces.first);
    await caller.call(slashCommand('who', bench.answered(), { team_id: 'T2' }));
    await bench.slack.called('respond/', 1);
    await caller.call(eventOf(mention('who', { text: '<@UBOTT2> who' }), 'T2'));
    await bench.slack.called('chat.postMessage', 1);
    await post('T1');
    expect(bench.slack.messages.map(({ team }) => team)).toEqual(['T2', 'T1']);
  });

  it('renews a token that expires soon, and posts with the new one from any replica', async () => {
    await install(paper);
    const before = await stored();
    const sealedAgain = await sealedSoonExpired();
    expect(sealedAgain).not.toEqual(before);
    await post('T2');
    const renewals = bench.slack.calls.filter(({ body }) => body['grant_type'] === 'refresh_token');
    expect(renewals).toHaveLength(1);
    expect(await stored()).not.toEqual(sealedAgain);
    const other = bench.replica({ connection: connection() });
    await post('T2', other);
    expect(bench.slack.calls.filter(({ body }) => body['grant_type'] === 'refresh_token')).toHaveLength(1);
  });

  it('answers nobody in a workspace where it is not installed, and posts nothing there', async () => {
    expect((await caller.call(eventOf(mention('who'), 'T2'))).status).toBe(200);
    await bench.lineLogged(/not installed in the workspace T2/);
    await expect(post('T2')).rejects.toMatchObject({ failure: 'gone' });
  });
});

describe('the key for stored tokens', () => {
  it('can be changed: what the old one sealed is sealed anew, and then the old one can go', async () => {
    await install(paper);
    await platform.stop();
    const next = newKey();
    const changed = bench.replica({ connection: connection([next, key]) });
    await changed.start(bench.test.bot);
    await changed.stop();
    const alone = bench.replica({ connection: connection([next]) });
    await alone.start(bench.test.bot);
    expect((await post('T2', alone)).id).toBe(bench.slack.messages[0]?.['ts']);
  });

  it('that is lost is named, and costs no channel its schedule', async () => {
    await install(paper);
    const lost = bench.replica({ connection: connection([newKey()]) });
    await expect(post('T2', lost)).rejects.toMatchObject({ failure: 'unavailable' });
  });
});

describe('a workspace that removes the app', () => {
  const origin = { ...manager, place: { platform: 'slack', workspace: 'T2', channel: 'C1' } };
  const stateOf = async (): Promise<string | undefined> => {
    const story = storyKeyOf(bench.test.stories, 'summit');
    return (await bench.test.subscriptions.find(story, origin.place))?.state;
  };

  it.each([
    ['uninstalls it', { type: 'app_uninstalled' }],
    ['revokes its token', { type: 'tokens_revoked', tokens: { bot: ['UBOTT2'] } }],
  ])(
    'because it %s is sent nothing more, and finds its schedule again after a new installation',
    async (_case, event) => {
      await install(paper);
      await bench.test.bot.run('summit', { kind: 'text', text: 'schedule set at:07:30' }, origin);
      await caller.call(eventOf(event, 'T2'));
      await bench.lineLogged(/removed from a workspace, or its token revoked/);
      expect(await stateOf()).toBe('paused');
      expect(await stored()).toEqual([]);
      await install(paper);
      await bench.test.bot.run('summit', { kind: 'text', text: 'schedule resume' }, origin);
      expect(await stateOf()).toBe('active');
      await post('T2');
    },
  );
});

describe('doctor, of many workspaces', () => {
  const check = () =>
    checkSlack({ connection: connection(), slackApiUrl: bench.slack.apiUrl, installations: bench.test.installations });

  it('says where people install it, and which workspaces have it', async () => {
    expect(await check()).toContain('/slack/install there; no workspace has it yet');
    await install(paper);
    expect(await check()).toContain('connects to Paper as communique');
  });

  it('names the workspace whose token lacks a scope', async () => {
    await install(paper);
    paper.scopes.delete('files:write');
    await expect(check()).rejects.toThrow('lacks files:write (to upload exports) in Paper');
  });
});

describe('a token that two replicas want to renew', () => {
  const renewals = () => bench.slack.calls.filter(({ body }) => body['grant_type'] === 'refresh_token');

  it.each([
    ['still serves for a while', 3_600],
    ['has expired', -1],
  ])('that %s is renewed by one of them, and both post', async (_case, seconds) => {
    await install(paper);
    await sealedSoonExpired(seconds);
    const other = bench.replica({ connection: connection() });
    const posted = await Promise.all([
      post('T2'),
      other.post(newPosting({ message: shortMessage, place: { ...place, workspace: 'T2' }, key: 'key-other' })),
    ]);
    expect(posted).toHaveLength(2);
    expect(renewals()).toHaveLength(1);
    await post('T2', other);
    expect(renewals()).toHaveLength(1);
  });

  it('and one dies over is renewed by the other when the hold is over', async () => {
    await install(paper);
    await sealedSoonExpired(3_600);
    const at = new Date(bench.test.clock.now()).toISOString();
    await bench.test.installations.takeForRenewal('slack', 'T2', { at, holdMs: 60_000 });
    await post('T2');
    expect(renewals()).toHaveLength(0);
    bench.test.clock.set(new Date(bench.test.clock.now() + 61_000).toISOString());
    await bench
      .replica({ connection: connection() })
      .post(newPosting({ message: shortMessage, place: { ...place, workspace: 'T2' }, key: 'key-later' }));
    expect(renewals()).toHaveLength(1);
  });
});

/** As if the token had been given long ago: the time that it has left is changed under its seal. */
async function sealedSoonExpired(secondsLeft = 60): Promise<string[]> {
  const { createSeal } = await import('../../src/adapters/slack/seal.ts');
  const seal = createSeal([key]);
  const [installation] = await bench.test.installations.list('slack');
  if (installation === undefined) throw new Error('nothing is installed');
  const expiresAt = Math.floor(bench.test.clock.now() / 1_000) + secondsLeft;
  const kept = seal.open(installation.sealed, 'T2').replace(/"expiresAt":\d+/, `"expiresAt":${expiresAt}`);
  await bench.test.installations.save({ ...installation, sealed: seal.close(kept, 'T2') });
  return stored();
}
