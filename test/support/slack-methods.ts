import { z } from 'zod';
import { faultOf, homeSchema, modalSchema } from './slack-rules.ts';
import type { FakeWorkspace, FakeWorkspaces } from './slack-workspaces.ts';

/** A method of the Web API: the scope that it needs, what it takes, and what it does. */
interface FakeMethod {
  readonly scope?: string;
  readonly takes: z.ZodType<Record<string, unknown>>;
  /** `team` is the workspace that a call names, which Slack heeds for organisations only. */
  run(body: Record<string, unknown>, workspace: FakeWorkspace, team: unknown): object;
}

export interface SlackWorld {
  readonly workspaces: FakeWorkspaces;
  /** Channel messages as a reader sees them. */
  readonly messages: Record<string, unknown>[];
  /** Trigger ids that may open a view. */
  readonly triggers: Set<string>;
  readonly port: () => number;
}

const id = z.string().min(1);
const list = { limit: z.coerce.number().int().min(1).max(999).optional(), cursor: z.string().optional() };
const metadata = z.strictObject({ event_type: id, event_payload: z.looseObject({}) });
const post = {
  channel: id,
  text: z.string(),
  blocks: z.array(z.looseObject({})),
  unfurl_links: z.coerce.string().pipe(z.literal('false')),
  unfurl_media: z.coerce.string().pipe(z.literal('false')),
};

/** What Slack's methods take and answer, as far as the bot calls them: https://docs.slack.dev/reference/methods */
export function slackMethods(world: SlackWorld): Readonly<Record<string, FakeMethod>> {
  return { ...identityMethods(world), ...postingMethods(world), ...channelMethods(world), ...viewMethods(world) };
}

function identityMethods({ workspaces, port }: SlackWorld): Readonly<Record<string, FakeMethod>> {
  return {
    'auth.test': {
      takes: z.strictObject({}),
      run: (_body, { id: team, name, botUser }) => ({
        ok: true,
        ...{ team: name, team_id: team, user: 'communique', user_id: botUser, bot_id: `B${team}` },
      }),
    },
    'apps.connections.open': {
      takes: z.strictObject({}),
      run: () => ({ ok: true, url: `ws://127.0.0.1:${port()}/socket` }),
    },
    'oauth.v2.access': {
      takes: z.strictObject({
        client_id: z.literal('client'),
        client_secret: z.literal('client-secret'),
        code: z.string().optional(),
        redirect_uri: z.string().optional(),
        grant_type: z.literal('refresh_token').optional(),
        refresh_token: z.string().optional(),
      }),
      run: ({ code, refresh_token: refresh }) => {
        const workspace = workspaces.redeem(String(refresh ?? code));
        if (workspace === undefined)
          return { ok: false, error: refresh === undefined ? 'invalid_code' : 'invalid_refresh_token' };
        return {
          ok: true,
          ...{
            access_token: workspaces.issue(workspace),
            token_type: 'bot',
            bot_user_id: workspace.botUser,
            app_id: 'A1',
          },
          ...{ refresh_token: workspaces.allow(workspace), expires_in: 43_200 },
          ...{ scope: [...workspace.scopes].join(','), authed_user: { id: 'UADMIN' }, ...whose(workspace) },
        };
      },
    },
    'users.info': {
      scope: 'users:read',
      takes: z.strictObject({ user: id }),
      run: ({ user }) => ({ ok: true, user: { id: user, is_restricted: user === 'UGUEST' } }),
    },
    'users.conversations': {
      scope: 'channels:read',
      takes: z.strictObject({ user: id, types: id, exclude_archived: z.coerce.string(), ...list }),
      run: (_body, { channels, kind }, team) =>
        kind === 'organisation' && team === undefined
          ? { ok: false, error: 'missing_argument' }
          : { ok: true, channels: [...channels].map((channel) => ({ id: channel })) },
    },
  };
}

/** https://docs.slack.dev/reference/methods/oauth.v2.access: of an organisation's installation there is no workspace. */
function whose({ id: owner, name, kind, organisation }: FakeWorkspace): object {
  const isOrganisation = kind === 'organisation';
  return {
    is_enterprise_install: isOrganisation,
    team: isOrganisation ? null : { id: owner, name },
    enterprise: isOrganisation ? { id: owner, name } : organisation === undefined ? null : { id: organisation },
  };
}

function postingMethods({ messages, port }: SlackWorld): Readonly<Record<string, FakeMethod>> {
  const closed = (channel: string, { channels, closed: words }: FakeWorkspace): string | undefined => {
    if (/^[UD]/.test(channel)) return undefined;
    return words.get(channel) ?? (channels.has(channel) ? undefined : 'not_in_channel');
  };
  const checked = (body: Record<string, unknown>, workspace: FakeWorkspace, accept: () => object): object => {
    const fault = closed(String(body['channel']), workspace) ?? faultOf(body);
    return fault === undefined ? accept() : { ok: false, error: fault };
  };
  const find = (body: Record<string, unknown>): number =>
    messages.findIndex(({ ts, channel }) => ts === String(body['ts']) && channel === body['channel']);
  return {
    'chat.postMessage': {
      scope: 'chat:write',
      takes: z.strictObject({ ...post, thread_ts: id.optional(), metadata: metadata.optional() }),
      run: (body, workspace) =>
        checked(body, workspace, () => {
          const ts = `1700000000.${String(messages.length + 1).padStart(6, '0')}`;
          messages.push({ ...body, ts, team: workspace.id });
          return { ok: true, ts, channel: body['channel'] };
        }),
    },
    'chat.postEphemeral': {
      scope: 'chat:write',
      takes: z.strictObject({ ...post, user: id, thread_ts: id.optional() }),
      run: (body, workspace) => checked(body, workspace, () => ({ ok: true, message_ts: '1700000001.000001' })),
    },
    'chat.update': {
      scope: 'chat:write',
      takes: z.strictObject({ ...post, ts: id, metadata: metadata.optional() }),
      run: (body, workspace) =>
        checked(body, workspace, () => {
          const at = find(body);
          if (at < 0) return { ok: false, error: 'message_not_found' };
          messages[at] = { ...messages[at], ...body };
          return { ok: true, ts: body['ts'] };
        }),
    },
    'chat.delete': {
      scope: 'chat:write',
      takes: z.strictObject({ channel: id, ts: id }),
      run: (body) => {
        const at = find(body);
        if (at >= 0) messages.splice(at, 1);
        return at < 0 ? { ok: false, error: 'message_not_found' } : { ok: true };
      },
    },
    'files.getUploadURLExternal': {
      scope: 'files:write',
      takes: z.looseObject({ filename: id, length: z.coerce.number().min(1) }),
      run: ({ filename }) => ({
        ok: true,
        upload_url: `http://127.0.0.1:${port()}/upload/${String(filename)}`,
        file_id: 'F1',
      }),
    },
    'files.completeUploadExternal': {
      scope: 'files:write',
      takes: z.looseObject({ files: z.array(z.looseObject({})) }),
      run: ({ files }) => ({ ok: true, files }),
    },
  };
}

function channelMethods({ messages }: SlackWorld): Readonly<Record<string, FakeMethod>> {
  const seen = (body: Record<string, unknown>, wanted: (message: Record<string, unknown>) => boolean): object[] =>
    messages
      .filter((message) => message['channel'] === body['channel'] && wanted(message))
      .map(({ metadata: kept, ...message }) =>
        body['include_all_metadata'] === undefined ? message : { ...message, metadata: kept },
      );
  const look = { channel: id, include_all_metadata: z.coerce.string().optional(), ...list };
  return {
    'conversations.info': {
      scope: 'channels:read',
      takes: z.strictObject({ channel: id }),
      run: ({ channel }, { channels, closed }) => {
        const name = String(channel);
        if (name.startsWith('G') && !channels.has(name)) return { ok: false, error: 'channel_not_found' };
        const isForeign = closed.get(name) === 'team_access_not_granted';
        if (isForeign) return { ok: false, error: 'team_access_not_granted' };
        const isArchived = closed.get(name) === 'is_archived';
        return { ok: true, channel: { id: name, is_member: channels.has(name), is_archived: isArchived } };
      },
    },
    'conversations.open': {
      scope: 'im:write',
      takes: z.strictObject({ users: id }),
      run: ({ users }) => ({ ok: true, channel: { id: `D${String(users)}` } }),
    },
    'conversations.history': {
      scope: 'channels:history',
      takes: z.strictObject(look),
      run: (body) => ({ ok: true, messages: seen(body, ({ thread_ts: thread }) => thread === undefined).toReversed() }),
    },
    'conversations.replies': {
      scope: 'channels:history',
      takes: z.strictObject({ ...look, ts: id }),
      run: (body) => ({
        ok: true,
        messages: seen(body, ({ ts, thread_ts: thread }) => thread === body['ts'] || ts === body['ts']),
      }),
    },
  };
}

function viewMethods({ triggers }: SlackWorld): Readonly<Record<string, FakeMethod>> {
  return {
    'views.open': {
      takes: z.strictObject({ trigger_id: id, view: modalSchema }),
      run: ({ trigger_id: trigger }) =>
        triggers.delete(String(trigger))
          ? { ok: true, view: { id: 'V1' } }
          : { ok: false, error: 'invalid_trigger_id' },
    },
    'views.publish': {
      takes: z.strictObject({ user_id: id, view: homeSchema }),
      run: () => ({ ok: true, view: { id: 'V2' } }),
    },
  };
}
