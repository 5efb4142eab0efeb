import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import { slackCode } from './errors.ts';
import { clientOptions } from './slack-platform.ts';

/** What the bot does in Slack, by the scope that lets it. */
export const neededScopes = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
] as const;

/** Tries both tokens; says as whom and where they let the bot in. Throws UserError that names the fault and the mend. */
export async function checkSlack(tokens: {
  readonly botToken: string;
  readonly appToken: string;
  readonly slackApiUrl?: string;
}): Promise<string> {
  const client = new WebClient(tokens.botToken, clientOptions(tokens.slackApiUrl));
  const identity = z
    .object({
      team: z.string().default('?'),
      user: z.string().default('?'),
      response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
    })
    .parse(await tried('SLACK_BOT_TOKEN', () => client.auth.test()));
  const scopes = identity.response_metadata?.scopes;
  const missing = scopes === undefined ? [] : neededScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) {
    throw new UserError(
      `The Slack app lacks ${missing.join(', ')}.`,
      'Add them under "OAuth & Permissions" > "Bot Token Scopes" and install the app again, or use config/slack-manifest.yaml.',
    );
  }
  await tried('SLACK_APP_TOKEN', () =>
    new WebClient(tokens.appToken, clientOptions(tokens.slackApiUrl)).apps.connections.open(),
  );
  return `connects to ${identity.team} as ${identity.user}`;
}

async function tried<Result>(setting: string, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (cause) {
    const reason = slackCode(cause) ?? (cause instanceof Error ? cause.message : String(cause));
    throw new UserError(
      `Slack refuses ${setting}: ${reason}.`,
      'Copy the token anew; docs/slack.md says from where, and which scope it needs.',
      { cause },
    );
  }
}
