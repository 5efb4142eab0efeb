import { randomBytes } from 'node:crypto';
import type { ChatPlatform } from '../../src/core/chat/chat-platform.ts';
import type { PostedMessage } from '../../src/core/messages/posted-message.ts';
import { openSlackBench, place, shortMessage, type SlackBench } from './slack-bench.ts';
import { freePort, signingSecret, type SlackCaller, slackCaller } from './slack-caller.ts';
import type { FakeWorkspace } from './slack-workspaces.ts';
import { newPosting } from './stored-things.ts';

/** A key to seal tokens with, as `SLACK_TOKEN_KEYS` takes it. */
export const newKey = (): string => randomBytes(32).toString('base64');

/** A bot that is installed in many workspaces by OAuth, with a workspace of its own to begin with. */
export interface OauthBench {
  readonly bench: SlackBench;
  readonly key: string;
  readonly caller: SlackCaller;
  readonly platform: ChatPlatform;
  readonly paper: FakeWorkspace;
  /** Slack's settings of a replica; its keys are those of the first one unless given. */
  connection(tokenKeys?: readonly string[]): OauthConnection;
  at(path: string): string;
  post(workspace: string, on?: ChatPlatform): Promise<PostedMessage>;
  /** Somebody opens the page to install, allows the app in Slack, and is sent back with a code. */
  install(workspace: FakeWorkspace): Promise<Response>;
  stored(): Promise<string[]>;
}

interface OauthConnection {
  readonly kind: 'oauth';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly port: number;
  readonly tokenKeys: readonly string[];
}

export async function openOauthBench(): Promise<OauthBench> {
  const key = newKey();
  const bench = await openSlackBench();
  const port = await freePort();
  const connection = (tokenKeys: readonly string[] = [key]): OauthConnection => ({
    ...{ kind: 'oauth', clientId: 'client', clientSecret: 'client-secret', signingSecret, port, tokenKeys },
  });
  const platform = bench.replica({ connection: connection() });
  await platform.start(bench.test.bot);
  const paper = bench.slack.workspaces.add('T2', 'Paper');
  const at = (path: string): string => `http://127.0.0.1:${port}${path}`;
  return {
    ...{ bench, key, caller: slackCaller(port), platform, paper, connection, at },
    post: (workspace, on = platform) =>
      on.post(newPosting({ message: shortMessage, place: { ...place, workspace }, key: `key-${workspace}` })),
    install: async (workspace) => {
      const page = await fetch(at('/slack/install'));
      const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const state = /[?&]state=([^&"]+)/.exec((await page.text()).replaceAll('&amp;', '&'))?.[1] ?? '';
      const code = bench.slack.workspaces.allow(workspace);
      return fetch(at(`/slack/oauth_redirect?code=${code}&state=${state}`), { headers: { cookie } });
    },
    stored: async () => (await bench.test.installations.list('slack')).map(({ sealed }) => sealed),
  };
}
