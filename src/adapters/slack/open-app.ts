import { App, HTTPReceiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { createHash } from 'node:crypto';
import type { Clock } from '../../core/clock/clock.ts';
import type { InstallationStore } from '../../core/installations/installation-store.ts';
import type { Log } from '../../core/log/log.ts';
import { boltLogger } from './bolt-logger.ts';
import { neededScopes } from './scopes.ts';
import { createSeal } from './seal.ts';
import { organisationOf, sealAnew, sealedInstallations } from './sealed-installations.ts';
import { type ClientOf, clientsBy, sharing } from './workspaces.ts';

/** How Slack reaches the bot, and as whom it speaks. */
export type SlackConnection =
  /** One workspace; the bot calls Slack, which answers over the same socket. */
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  /** One workspace; Slack calls the bot, over a balancer any replica of it. */
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string; readonly port: number }
  /** Any workspace that installs the app; Slack calls the bot. */
  | {
      readonly kind: 'oauth';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly signingSecret: string;
      readonly port: number;
      /** For the tokens at rest: 32 bytes each in base64, the newest first. */
      readonly tokenKeys: readonly string[];
    };

export interface AppNeeds {
  readonly connection: SlackConnection;
  /** Another server than Slack's own, ending in "/api/"; for tests. */
  readonly slackApiUrl?: string;
  readonly installations: InstallationStore;
  readonly clock: Clock;
  readonly log: Log;
}

export interface OpenedApp {
  readonly app: App;
  readonly clientOf: ClientOf;
  /** The organisation of a workspace that installed the app by itself, where many workspaces may. */
  organisationOf(workspace: string): Promise<string | undefined>;
  /** What is to be done before the first event. */
  prepare(): Promise<void>;
}

const requestTimeoutMs = 15_000;

/** Bolt's app for a connection; nothing listens or connects yet. */
export function openApp(needs: AppNeeds): OpenedApp {
  const { connection, slackApiUrl, log } = needs;
  const options = clientOptions(slackApiUrl);
  const logger = boltLogger(log);
  const common = {
    deferInitialization: true,
    convoStore: false,
    extendedErrorHandler: true,
    logger,
    clientOptions: options,
  } as const;
  if (connection.kind === 'oauth') return ofManyWorkspaces(needs, connection, common);
  const { botToken } = connection;
  const app =
    connection.kind === 'socket'
      ? new App({ ...common, token: botToken, appToken: connection.appToken, socketMode: true })
      : new App({ ...common, token: botToken, receiver: new HTTPReceiver({ ...listening(connection), logger }) });
  const client = new WebClient(botToken, options);
  const nothing = async (): Promise<undefined> => undefined;
  return { app, clientOf: async () => client, organisationOf: nothing, prepare: nothing };
}

function ofManyWorkspaces(
  { slackApiUrl, installations, clock, log }: AppNeeds,
  connection: Extract<SlackConnection, { kind: 'oauth' }>,
  common: ConstructorParameters<typeof App>[0] & { readonly logger: ReturnType<typeof boltLogger> },
): OpenedApp {
  const { clientId, clientSecret, tokenKeys } = connection;
  const sealed = { installations, seal: createSeal(tokenKeys), clock, log };
  const options = clientOptions(slackApiUrl);
  const receiver = new HTTPReceiver({
    ...listening(connection),
    logger: common.logger,
    clientId,
    clientSecret,
    // Every replica must know what another one signed; who may sign is who knows the client's secret.
    stateSecret: createHash('sha256').update(`state:${clientSecret}`).digest('hex'),
    scopes: [...neededScopes],
    installationStore: sealedInstallations(sealed),
    installerOptions: { clientOptions: options },
  });
  const { installer } = receiver;
  if (installer === undefined) throw new Error('Bolt made no installer');
  installer.authorize = sharing(installer.authorize);
  return {
    app: new App({ ...common, receiver }),
    clientOf: clientsBy(installer.authorize, options),
    organisationOf: (workspace) => organisationOf(workspace, sealed),
    prepare: async () => {
      const count = await sealAnew(sealed);
      if (count > 0) log.info({ count }, 'Slack: stored tokens were sealed with the newest key');
    },
  };
}

/** The address at which Slack calls: https://HOST/slack/events. Bolt checks the signature, and refuses one that is five minutes old. */
function listening({ signingSecret, port }: { readonly signingSecret: string; readonly port: number }): {
  readonly signingSecret: string;
  readonly port: number;
} {
  return { signingSecret, port };
}

/** The queue decides about retries and waits, so the library does neither. */
export function clientOptions(slackApiUrl: string | undefined): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: requestTimeoutMs,
    ...(slackApiUrl !== undefined && { slackApiUrl }),
  };
}
