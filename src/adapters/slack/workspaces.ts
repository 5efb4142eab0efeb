import type { Authorize } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { PostError } from '../../core/errors/errors.ts';
import { NotInstalled } from './sealed-installations.ts';

/** Gives the Web API of a workspace, or of an organisation whose workspaces share an installation. Throws PostError where the app is not installed, or its token cannot be had. */
export type ClientOf = (workspace: string) => Promise<WebClient>;

/** Of many workspaces, each with a token of its own, which is renewed when it is about to expire. */
export function clientsBy(authorize: Authorize, options: WebClientOptions): ClientOf {
  const known = new Map<string, { readonly token: string; readonly client: WebClient }>();
  return async (workspace) => {
    const token = await tokenOf(workspace, authorize);
    const before = known.get(workspace);
    if (before?.token === token) return before.client;
    const client = new WebClient(token, options);
    known.set(workspace, { token, client });
    return client;
  };
}

async function tokenOf(workspace: string, authorize: Authorize): Promise<string> {
  try {
    const { botToken } = await authorize({ teamId: workspace, enterpriseId: undefined, isEnterpriseInstall: false });
    if (botToken === undefined) throw new NotInstalled(workspace);
    return botToken;
  } catch (cause) {
    const isGone = cause instanceof NotInstalled || originalOf(cause) instanceof NotInstalled;
    if (isGone) throw new PostError('gone', 'the Slack app is not installed in this workspace', { cause });
    throw new PostError('unavailable', 'the token of the Slack workspace could not be had', { cause });
  }
}

/** What Slack's installer wraps into an error of its own. */
function originalOf(error: unknown): unknown {
  return error instanceof Error && 'original' in error ? error.original : undefined;
}

/**
 * Asks once for a workspace while it is being asked already: of several events at the same moment, one renews the token.
 * Among replicas the store sees to that (`renewal.ts`).
 */
export function sharing(authorize: Authorize<boolean>): Authorize<boolean> {
  const asked = new Map<string, ReturnType<Authorize<boolean>>>();
  return (source, body) => {
    const key = `${source.enterpriseId ?? ''}/${source.teamId ?? ''}`;
    const before = asked.get(key);
    if (before !== undefined) return before;
    const answer = authorize(source, body).finally(() => asked.delete(key));
    asked.set(key, answer);
    return answer;
  };
}
