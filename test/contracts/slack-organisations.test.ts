import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOauthBench, type OauthBench } from '../support/slack-oauth-bench.ts';
import { eventOf, mention, organisationEvent, slashCommand } from '../support/slack-events.ts';
import type { FakeWorkspace } from '../support/slack-workspaces.ts';
import { manager, storyKeyOf } from '../support/test-bot.ts';

let oauth: OauthBench;
let bench: OauthBench['bench'];
let caller: OauthBench['caller'];
let platform: OauthBench['platform'];
let paper: OauthBench['paper'];

beforeEach(async () => {
  oauth = await openOauthBench();
  ({ bench, caller, platform, paper } = oauth);
});
afterEach(() => bench.close());

describe('an organisation that installs Communiqué for all of its workspaces', () => {
  const inTeam = (team: string) => ({ organisation: 'E1', team });
  const atOrganisation = { platform: 'slack', workspace: 'E1', channel: 'C1' };
  const command = (text: string, team: string) =>
    caller.call(
      slashCommand(text, bench.answered(), { team_id: team, enterprise_id: 'E1', is_enterprise_install: 'true' }),
    );
  let group: FakeWorkspace;
  beforeEach(async () => {
    group = bench.slack.workspaces.add('E1', 'Press Group', 'organisation');
    await oauth.install(group);
  });

  it('has its token kept sealed, as others', async () => {
    expect((await oauth.install(group)).status).toBe(200);
    expect(await bench.test.installations.get('slack', 'E1')).toMatchObject({ name: 'Press Group' });
    expect((await oauth.stored()).join()).not.toContain('xoxb');
  });

  it('is heard and answered in each of them', async () => {
    await command('who starmer', 'T8');
    expect(JSON.stringify((await bench.slack.called('respond/', 1))[0]?.body)).toContain('Prime Minister');
    const asked = mention('who starmer', { text: `<@${group.botUser}> who starmer` });
    await caller.call(organisationEvent(asked, inTeam('T9')));
    await bench.slack.called('chat.postMessage', 1);
    expect(bench.slack.messages.map(({ team }) => team)).toEqual(['E1']);
  });

  it('sees its digests on the page of each workspace', async () => {
    await command('schedule set at:07:30', 'T8');
    await bench.slack.called('respond/', 1);
    await caller.call(organisationEvent({ type: 'app_home_opened', tab: 'home', user: 'U1' }, inTeam('T8')));
    const [page] = await bench.slack.called('views.publish', 1);
    expect(JSON.stringify(page?.body)).toContain('at 07:30, every day');
  });

  it('is posted what was set in a workspace, with the organisation’s token', async () => {
    await command('schedule set at:07:30', 'T8');
    await bench.slack.called('respond/', 1);
    const story = storyKeyOf(bench.test.stories, 'summit');
    const set = await bench.test.subscriptions.find(story, atOrganisation);
    expect(set?.place).toEqual(atOrganisation);
    await oauth.post('E1');
    expect(bench.slack.messages.map(({ team }) => team)).toEqual(['E1']);
  });

  it('and removes it is sent nothing more, while a workspace with its own installation goes on', async () => {
    await oauth.install(paper);
    await command('schedule set at:07:30', 'T8');
    await bench.slack.called('respond/', 1);
    await caller.call(organisationEvent({ type: 'app_uninstalled' }, inTeam('T8')));
    await bench.lineLogged(/removed from a workspace, or its token revoked/);
    const story = storyKeyOf(bench.test.stories, 'summit');
    expect((await bench.test.subscriptions.find(story, atOrganisation))?.state).toBe('paused');
    expect((await bench.test.installations.list('slack')).map(({ workspace }) => workspace)).toEqual(['T2']);
    await expect(oauth.post('E1')).rejects.toMatchObject({ failure: 'gone' });
    await oauth.post('T2');
  });

  it('says nothing in a workspace of another organisation', async () => {
    await caller.call(organisationEvent(mention('who'), { organisation: 'E2', team: 'T8' }));
    await bench.lineLogged(/not installed in the workspace E2/);
    expect(bench.slack.messages).toEqual([]);
  });
});

describe('a workspace with an installation of its own, whose organisation installs Communiqué too', () => {
  const inTeam = { organisation: 'E1', team: 'T5' };
  const typed = (text: string, more: object) =>
    caller.call(slashCommand(text, bench.answered(), { team_id: 'T5', enterprise_id: 'E1', ...more }));
  /** As Slack tells of what is heard for the organisation's installation, or for the workspace's own. */
  const shared = { is_enterprise_install: 'true' };
  const own = { is_enterprise_install: 'false' };
  const answers = async (count: number) => JSON.stringify((await bench.slack.called('respond/', count)).at(-1)?.body);
  const installed = async () => (await bench.test.installations.list('slack')).map(({ workspace }) => workspace);
  let desk: FakeWorkspace;
  beforeEach(async () => {
    desk = bench.slack.workspaces.add('T5', 'City desk', 'workspace', 'E1');
    await oauth.install(desk);
    await typed('schedule set at:06:45', own);
    await answers(1);
    await oauth.install(bench.slack.workspaces.add('E1', 'Press Group', 'organisation'));
  });

  it('is posted with its own token until the organisation’s serves there', async () => {
    expect(await installed()).toEqual(['E1', 'T5']);
    await oauth.post('T5');
    expect(bench.slack.messages.map(({ team }) => team)).toEqual(['T5']);
  });

  it.each([
    ['is told so', () => caller.call(organisationEvent({ type: 'team_access_granted', team_ids: ['T5'] }, inTeam))],
    ['hears of it', () => caller.call(organisationEvent({ type: 'channel_left', channel: 'C404' }, inTeam))],
  ])('has one schedule, which goes on, when the organisation’s installation %s', async (_case, tell) => {
    await tell();
    await bench.lineLogged(/served by its organisation’s installation from now on/);
    expect(await installed()).toEqual(['E1']);
    for (const [index, told] of [shared, own].entries()) {
      await typed('schedule', told);
      expect(await answers(index + 2)).toContain('at 06:45, every day');
    }
    expect(await bench.test.subscriptions.list()).toMatchObject([
      { state: 'active', place: { workspace: 'E1', channel: 'C1' } },
    ]);
    await oauth.post('E1');
    expect(bench.slack.messages.map(({ team }) => team)).toEqual(['E1']);
  });

  it('and then removes its own sends on what the organisation’s sends', async () => {
    await caller.call(organisationEvent({ type: 'team_access_granted', team_ids: ['T5'] }, inTeam));
    await bench.lineLogged(/served by its organisation’s installation from now on/);
    const ended = { ...eventOf({ type: 'app_uninstalled' }, 'T5'), enterprise_id: 'E1' };
    await caller.call(ended);
    await bench.lineLogged(/removed from a workspace, or its token revoked/);
    expect(await installed()).toEqual(['E1']);
    expect((await bench.test.subscriptions.list()).map(({ state }) => state)).toEqual(['active']);
  });

  it('is no workspace of another organisation', async () => {
    const stranger = { organisation: 'E2', team: 'T5' };
    await oauth.install(bench.slack.workspaces.add('E2', 'Others', 'organisation'));
    await caller.call(organisationEvent({ type: 'channel_left', channel: 'C404' }, stranger));
    await platform.stop();
    expect(await installed()).toEqual(['E1', 'E2', 'T5']);
  });
});

describe('an organisation that takes a workspace out again', () => {
  const told = { type: 'team_access_revoked', team_ids: ['T8'] };
  const ofOrganisation = organisationEvent(told, { organisation: 'E1', team: 'T8' });
  const authorizations = [{ enterprise_id: 'E1', team_id: 'T8', is_bot: false, is_enterprise_install: false }];

  // Slack's reference shows the second form: https://docs.slack.dev/reference/events/team_access_revoked
  it.each([
    ['in the organisation’s name', ofOrganisation],
    ['in the workspace’s name', { ...ofOrganisation, authorizations }],
  ])('(told %s) is sent nothing more to its channels at once; those of others go on', async (_case, event) => {
    const group = bench.slack.workspaces.add('E1', 'Press Group', 'organisation');
    await oauth.install(group);
    const placeOf = (channel: string) => ({ platform: 'slack', workspace: 'E1', channel });
    for (const channel of ['C1', 'C2'])
      await bench.test.bot.run(
        'summit',
        { kind: 'text', text: 'schedule set at:07:30' },
        { ...manager, place: placeOf(channel) },
      );
    await bench.test.bot.run(
      'summit',
      { kind: 'text', text: 'watch add term ceasefire' },
      { ...manager, place: placeOf('C3') },
    );
    for (const channel of ['C1', 'C3']) group.closed.set(channel, 'team_access_not_granted');
    await caller.call(event);
    await bench.lineLogged(/taken from its organisation’s installation[^]* channel=C3/);
    await platform.stop();
    const story = storyKeyOf(bench.test.stories, 'summit');
    expect((await bench.test.subscriptions.find(story, placeOf('C1')))?.state).toBe('paused');
    expect((await bench.test.subscriptions.find(story, placeOf('C2')))?.state).toBe('active');
    expect((await bench.test.watches.inChannel(story, placeOf('C3'))).map(({ state }) => state)).toEqual(['paused']);
    expect(bench.slack.messages).toEqual([]);
  });
});
