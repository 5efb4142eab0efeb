import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSlack } from '../../src/adapters/slack/check-slack.ts';
import { place, shortMessage } from '../support/slack-bench.ts';
import { newKey, openOauthBench, type OauthBench } from '../support/slack-oauth-bench.ts';
import { eventOf, mention, slashCommand } from '../support/slack-events.ts';
import { newPosting } from '../support/stored-things.ts';
import { manager, storyKeyOf } from '../support/test-bot.ts';

let oauth: OauthBench;
let bench: OauthBench['bench'];
let caller: OauthBench['caller'];
let platform: OauthBench['platform'];
let paper: OauthBench['paper'];
let key: OauthBench['key'];

beforeEach(async () => {
  oauth = await openOauthBench();
  ({ bench, caller, platform, paper, key } = oauth);
});
afterEach(() => bench.close());

describe('installing Communiqué in many workspaces', () => {
  it('asks for every scope, and keeps each workspace’s token sealed', async () => {
    const page = await (await fetch(oauth.at('/slack/install'))).text();
    expect(decodeURIComponent(page)).toContain('chat:write');
    expect((await oauth.install(paper)).status).toBe(200);
    expect(await bench.test.installations.get('slack', 'T2')).toMatchObject({ name: 'Paper' });
    expect((await oauth.stored()).join()).not.toContain('xoxb');
    expect(bench.logged.join()).not.toContain('xoxb');
  });

  it('that another browser began is refused', async () => {
    const code = bench.slack.workspaces.allow(paper);
    const answer = await fetch(oauth.at(`/slack/oauth_redirect?code=${code}&state=made-up`));
    expect(answer.status).toBe(400);
    expect(await oauth.stored()).toEqual([]);
  });

  it('lets each workspace speak to the bot, and the bot post to each', async () => {
    await oauth.install(paper);
    await oauth.install(bench.slack.workspaces.first);
    await caller.call(slashCommand('who', bench.answered(), { team_id: 'T2' }));
    await bench.slack.called('respond/', 1);
    await caller.call(eventOf(mention('who', { text: '<@UBOTT2> who' }), 'T2'));
    await bench.slack.called('chat.postMessage', 1);
    await oauth.post('T1');
    expect(bench.slack.messages.map(({ team }) => team)).toEqual(['T2', 'T1']);
  });

  it('renews a token that expires soon, and posts with the new one from any replica', async () => {
    await oauth.install(paper);
    const before = await oauth.stored();
    const sealedAgain = await sealedSoonExpired();
    expect(sealedAgain).not.toEqual(before);
    await oauth.post('T2');
    const renewals = bench.slack.calls.filter(({ body }) => body['grant_type'] === 'refresh_token');
    expect(renewals).toHaveLength(1);
    expect(await oauth.stored()).not.toEqual(sealedAgain);
    const other = bench.replica({ connection: oauth.connection() });
    await oauth.post('T2', other);
    expect(bench.slack.calls.filter(({ body }) => body['grant_type'] === 'refresh_token')).toHaveLength(1);
  });

  it('answers nobody in a workspace where it is not installed, and posts nothing there', async () => {
    expect((await caller.call(eventOf(mention('who'), 'T2'))).status).toBe(200);
    await bench.lineLogged(/not installed in the workspace T2/);
    await expect(oauth.post('T2')).rejects.toMatchObject({ failure: 'gone' });
  });
});

describe('the key for stored tokens', () => {
  it('can be changed: what the old one sealed is sealed anew, and then the old one can go', async () => {
    await oauth.install(paper);
    await platform.stop();
    const next = newKey();
    const changed = bench.replica({ connection: oauth.connection([next, key]) });
    await changed.start(bench.test.bot);
    await changed.stop();
    const alone = bench.replica({ connection: oauth.connection([next]) });
    await alone.start(bench.test.bot);
    expect((await oauth.post('T2', alone)).id).toBe(bench.slack.messages[0]?.['ts']);
  });

  it('that is lost is named, and costs no channel its schedule', async () => {
    await oauth.install(paper);
    const lost = bench.replica({ connection: oauth.connection([newKey()]) });
    await expect(oauth.post('T2', lost)).rejects.toMatchObject({ failure: 'unavailable' });
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
      await oauth.install(paper);
      await bench.test.bot.run('summit', { kind: 'text', text: 'schedule set at:07:30' }, origin);
      await caller.call(eventOf(event, 'T2'));
      await bench.lineLogged(/removed from a workspace, or its token revoked/);
      expect(await stateOf()).toBe('paused');
      expect(await oauth.stored()).toEqual([]);
      await oauth.install(paper);
      await bench.test.bot.run('summit', { kind: 'text', text: 'schedule resume' }, origin);
      expect(await stateOf()).toBe('active');
      await oauth.post('T2');
    },
  );
});

describe('doctor, of many workspaces', () => {
  const check = () =>
    checkSlack({
      connection: oauth.connection(),
      slackApiUrl: bench.slack.apiUrl,
      installations: bench.test.installations,
    });

  it('says where people install it, and which workspaces have it', async () => {
    expect(await check()).toContain('/slack/install there; no workspace has it yet');
    await oauth.install(paper);
    expect(await check()).toContain('connects to Paper as communique');
  });

  it('names the workspace whose token lacks a scope', async () => {
    await oauth.install(paper);
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
    await oauth.install(paper);
    await sealedSoonExpired(seconds);
    const other = bench.replica({ connection: oauth.connection() });
    const posted = await Promise.all([
      oauth.post('T2'),
      other.post(newPosting({ message: shortMessage, place: { ...place, workspace: 'T2' }, key: 'key-other' })),
    ]);
    expect(posted).toHaveLength(2);
    expect(renewals()).toHaveLength(1);
    await oauth.post('T2', other);
    expect(renewals()).toHaveLength(1);
  });

  it('and one dies over is renewed by the other when the hold is over', async () => {
    await oauth.install(paper);
    await sealedSoonExpired(3_600);
    const at = new Date(bench.test.clock.now()).toISOString();
    await bench.test.installations.takeForRenewal('slack', 'T2', { at, holdMs: 60_000 });
    await oauth.post('T2');
    expect(renewals()).toHaveLength(0);
    bench.test.clock.set(new Date(bench.test.clock.now() + 61_000).toISOString());
    await bench
      .replica({ connection: oauth.connection() })
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
  return oauth.stored();
}
