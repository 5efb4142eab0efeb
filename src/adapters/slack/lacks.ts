import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { slackCode } from './errors.ts';
import { missingScopes, scopesMend } from './scopes.ts';

const grantedSchema = z.object({ response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional() });
const channelSchema = z.object({
  channel: z.object({
    is_member: z.boolean().optional(),
    is_im: z.boolean().default(false),
    is_archived: z.boolean().default(false),
  }),
});

const notHere = 'I am not in this channel, so I cannot post here: type /invite and my name.';

/** What the bot lacks in a workspace and one of its channels, each fault with its mend; none when all is well. */
export async function lacksIn(client: WebClient, channel: string): Promise<string[]> {
  const granted = await scopesOf(client);
  if (typeof granted === 'string') return [`Slack refuses my token (${granted}): install the app again.`];
  const missing = missingScopes(granted);
  const lacking = missing.length === 0 ? [] : [`The app lacks ${missing.join(', ')}. ${scopesMend}`];
  const away = await cannotPostTo(client, channel);
  return [...lacking, ...(away === undefined ? [] : [away])];
}

/** The scopes that the app was granted; Slack's word for it when it does not take the token. */
async function scopesOf(client: WebClient): Promise<readonly string[] | string> {
  try {
    return grantedSchema.parse(await client.auth.test()).response_metadata?.scopes ?? [];
  } catch (error) {
    const code = slackCode(error);
    if (code === undefined) throw error;
    return code;
  }
}

/** Why the bot cannot post to a channel, and the mend; undefined when it can, or that cannot be seen. */
export async function cannotPostTo(client: WebClient, channel: string): Promise<string | undefined> {
  if (channel.startsWith('D')) return undefined;
  try {
    const { channel: found } = channelSchema.parse(await client.apiCall('conversations.info', { channel }));
    if (found.is_archived) return 'This channel is archived, so nobody can post here.';
    return found.is_im || found.is_member !== false ? undefined : notHere;
  } catch (error) {
    const code = slackCode(error);
    // A private channel is not shown to who is not in it.
    if (code === 'channel_not_found') return notHere;
    if (code === undefined) throw error;
    return undefined;
  }
}
