import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import type { InstallationStore } from '../../core/installations/installation-store.ts';
import { slackCode } from './errors.ts';
import { clientOptions, type SlackConnection } from './open-app.ts';
import { missingScopes, scopesMend } from './scopes.ts';
import { createSeal } from './seal.ts';
import { tokenIn } from './sealed-installations.ts';

const identitySchema = z.object({
  team: z.string().default('?'),
  user: z.string().default('?'),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

export interface Checking {
  readonly connection: SlackConnection;
  readonly slackApiUrl?: string;
  /** Absent while the store is not there yet, or another process has it open. */
  readonly installations?: InstallationStore;
}

/**
 * Tries every token that Slack's connection rests on; says as whom and where they let the bot in. Throws UserError that names
 * the fault, and where it is mended.
 */
export async function checkSlack({ connection, slackApiUrl, installations }: Checking): Promise<string> {
  if (connection.kind === 'oauth') return checkInstalled(connection, { slackApiUrl, installations });
  const as = await checkToken(connection.botToken, 'SLACK_BOT_TOKEN', slackApiUrl);
  if (connection.kind === 'http') return `connects to ${as}, is called at port ${connection.port}`;
  const client = new WebClient(connection.appToken, clientOptions(slackApiUrl));
  await tried('SLACK_APP_TOKEN', () => client.apps.connections.open());
  return `connects to ${as}`;
}

/** "Newsroom as communique". */
async function checkToken(token: string, whose: string, slackApiUrl: string | undefined): Promise<string> {
  const client = new WebClient(token, clientOptions(slackApiUrl));
  const identity = identitySchema.parse(await tried(whose, () => client.auth.test()));
  const missing = missingScopes(identity.response_metadata?.scopes ?? []);
  if (identity.response_metadata?.scopes !== undefined && missing.length > 0)
    throw new UserError(`The Slack app lacks ${missing.join(', ')} in ${identity.team}.`, scopesMend);
  return `${identity.team} as ${identity.user}`;
}

async function checkInstalled(
  { port, tokenKeys }: Extract<SlackConnection, { kind: 'oauth' }>,
  {
    slackApiUrl,
    installations,
  }: { readonly slackApiUrl: string | undefined; readonly installations: InstallationStore | undefined },
): Promise<string> {
  const called = `is called at port ${port}; people install it at /slack/install there`;
  if (installations === undefined) return `${called}. Its workspaces are in the store, which cannot be read just now`;
  const seal = createSeal(tokenKeys);
  const names: string[] = [];
  for (const installation of await installations.list('slack')) {
    const { name, workspace } = installation;
    names.push(await checkToken(tokenIn(installation, seal), `the token of ${name} (${workspace})`, slackApiUrl));
  }
  return names.length === 0 ? `${called}; no workspace has it yet` : `connects to ${names.join(', ')}; ${called}`;
}

async function tried<Result>(setting: string, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (cause) {
    const reason = slackCode(cause) ?? (cause instanceof Error ? cause.message : String(cause));
    throw new UserError(
      `Slack refuses ${setting}: ${reason}.`,
      'Copy the token anew, or install the app again; docs/slack.md says from where, and which scope it needs.',
      { cause },
    );
  }
}
