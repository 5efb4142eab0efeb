import { DiscordAPIError, OAuth2Scopes, PermissionFlagsBits, PermissionsBitField, Routes } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import { restClient } from './discord-platform.ts';

/** https://discord.com/developers/docs/resources/application#application-object-application-flags */
const messageContentFlags = (1 << 18) | (1 << 19);

/** What the bot needs in a channel. */
const permissions = new PermissionsBitField([
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.ReadMessageHistory,
]);

const applicationSchema = z.object({ id: z.string(), name: z.string(), flags: z.number().default(0) });

/** Tries the token; names the application and the address that invites it. Throws UserError with the mend. */
export async function checkDiscord({
  token,
  apiUrl,
}: {
  readonly token: string;
  readonly apiUrl?: string;
}): Promise<string> {
  const rest = restClient(apiUrl === undefined ? {} : { apiUrl }).setToken(token);
  try {
    const application = applicationSchema.parse(await rest.get(Routes.currentApplication()));
    const content =
      (application.flags & messageContentFlags) !== 0
        ? 'reads plain messages in threads if DISCORD_MESSAGE_CONTENT=on'
        : 'hears mentions and replies';
    return `connects as ${application.name}, ${content}. Invite it: ${inviteAddress(application.id)}`;
  } catch (cause) {
    const reason =
      cause instanceof DiscordAPIError ? cause.message : cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      `Discord refuses DISCORD_TOKEN: ${reason}.`,
      'Reset the token on the page "Bot" of the application and copy it whole.',
      { cause },
    );
  }
}

function inviteAddress(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: permissions.bitfield.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
