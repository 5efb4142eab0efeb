import { neededScopes } from '../../src/adapters/slack/scopes.ts';

export interface FakeWorkspace {
  readonly id: string;
  readonly name: string;
  readonly botUser: string;
  /** Channels that the bot is in. */
  readonly channels: Set<string>;
  /** Channels that take no post, with Slack's word for it. */
  readonly closed: Map<string, string>;
  readonly scopes: Set<string>;
  /** An organisation whose workspaces share one installation: https://docs.slack.dev/enterprise/developing-for-enterprise-orgs */
  readonly kind: 'workspace' | 'organisation';
  /** The organisation that a workspace is of. */
  readonly organisation?: string;
}

/** The workspaces of a fake Slack, and which token is good for which. */
export interface FakeWorkspaces {
  /** T1, whose token is xoxb-test. */
  readonly first: FakeWorkspace;
  readonly all: readonly FakeWorkspace[];
  add(id: string, name: string, kind?: FakeWorkspace['kind'], organisation?: string): FakeWorkspace;
  byToken(token: string): FakeWorkspace | 'revoked' | undefined;
  /** Another token for a workspace; those before it stay good until they are revoked. */
  issue(workspace: FakeWorkspace): string;
  revoke(token: string): void;
  /** Somebody allowed the app: the code that Slack then gives. */
  allow(workspace: FakeWorkspace): string;
  /** Exchanges a code, or a refresh token, once. */
  redeem(code: string): FakeWorkspace | undefined;
}

export function fakeWorkspaces(): FakeWorkspaces {
  const all: FakeWorkspace[] = [];
  const tokens = new Map<string, FakeWorkspace | 'revoked'>();
  const codes = new Map<string, FakeWorkspace>();
  let issued = 0;
  const add: FakeWorkspaces['add'] = (id, name, kind = 'workspace', organisation) => {
    const workspace: FakeWorkspace = {
      id,
      name,
      botUser: all.length === 0 ? 'UBOT' : `UBOT${id}`,
      channels: new Set(['C1', 'C2', 'C3', 'C4', 'C5']),
      closed: new Map(),
      scopes: new Set<string>(neededScopes),
      kind,
      ...(organisation !== undefined && { organisation }),
    };
    all.push(workspace);
    return workspace;
  };
  const first = add('T1', 'Newsroom');
  tokens.set('xoxb-test', first);
  return {
    first,
    all,
    add,
    byToken: (token) => tokens.get(token),
    issue: (workspace) => {
      const token = `xoxb-${workspace.id}-${(issued += 1)}`;
      tokens.set(token, workspace);
      return token;
    },
    revoke: (token) => void tokens.set(token, 'revoked'),
    allow: (workspace) => {
      const code = `code-${(issued += 1)}`;
      codes.set(code, workspace);
      return code;
    },
    redeem: (code) => {
      const workspace = codes.get(code);
      codes.delete(code);
      return workspace;
    },
  };
}
