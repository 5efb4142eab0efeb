import { ApplicationFlags, OAuth2Scopes, PermissionsBitField, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import { toStartError } from './errors.ts';
import { missingPermissions, neededPermissions } from './permissions.ts';
import { postingClient, refusalGuard } from './rest-client.ts';

const messageContentFlags = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

const applicationSchema = z.object({ id: z.string(), name: z.string(), flags: z.number().default(0) });
const serversSchema = z.array(z.object({ name: z.string(), permissions: z.string().regex(/^\d+$/) }));

type Application = z.infer<typeof applicationSchema>;
type Servers = z.infer<typeof serversSchema>;

export interface CheckNeeds {
  readonly token: string;
  readonly apiUrl?: string;
  readonly messageContent: 'on' | 'off';
}

/**
 * Tries the token; names the application, the address that invites it and the servers it is in. Throws UserError that
 * names each intent and permission that is missing, and where it is ticked.
 */
export async function checkDiscord({ token, apiUrl, messageContent }: CheckNeeds): Promise<string> {
  const rest = postingClient(refusalGuard(nobody), apiUrl).setToken(token);
  const { application, servers } = await look(rest);
  const faults = [...intentFaults(application, messageContent), ...permissionFaults(servers)];
  if (faults.length > 0)
    throw new UserError(
      `Discord takes the token of ${application.name}, but ${faults.map(({ fault }) => fault).join('; ')}.`,
      `${faults.map(({ mend }) => mend).join(' ')} The invitation has them all: ${inviteAddress(application.id)}`,
    );
  const hears = messageContent === 'on' ? 'hears plain words in threads' : 'hears mentions and replies';
  return `connects as ${application.name}, ${hears}, ${whereabouts(servers)}. Invite it: ${inviteAddress(application.id)}`;
}

async function look(rest: REST): Promise<{ readonly application: Application; readonly servers: Servers }> {
  try {
    const application = applicationSchema.parse(await rest.get(Routes.currentApplication()));
    const servers = serversSchema.parse(await rest.get(Routes.userGuilds()));
    return { application, servers };
  } catch (cause) {
    throw toStartError(cause);
  }
}

interface Fault {
  readonly fault: string;
  readonly mend: string;
}

function intentFaults({ flags }: Application, messageContent: 'on' | 'off'): Fault[] {
  if (messageContent === 'off' || (flags & messageContentFlags) !== 0) return [];
  return [
    {
      fault: 'DISCORD_MESSAGE_CONTENT=on needs an intent that it does not have, so it hears only mentions and replies',
      mend: 'Tick "Message Content Intent" on the page "Bot" of the application, or set DISCORD_MESSAGE_CONTENT=off.',
    },
  ];
}

function permissionFaults(servers: Servers): Fault[] {
  return servers.flatMap(({ name, permissions }): Fault[] => {
    const held = new PermissionsBitField(BigInt(permissions));
    const missing = missingPermissions(held);
    if (missing.length === 0) return [];
    return [
      {
        fault: `on the server "${name}" it may not: ${missing.join(', ')}`,
        mend: `Tick these on "${name}" under Server Settings > Roles > the bot's role > Permissions.`,
      },
    ];
  });
}

function whereabouts(servers: Servers): string {
  if (servers.length === 0) return 'on no server yet';
  return servers.length === 1 ? `on the server "${servers[0]?.name ?? ''}"` : `on ${servers.length} servers`;
}

function inviteAddress(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: neededPermissions.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}

/** Doctor says what it finds itself. */
const nobody: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => nobody,
};
