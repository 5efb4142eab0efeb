import { Client, Events, GatewayCloseCodes, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Log } from '../../core/log/log.ts';
import { toStartError } from './errors.ts';
import { answeringOptions, type RefusalGuard } from './rest-client.ts';

export interface GatewayNeeds {
  readonly token: string;
  /** Another server than Discord's own; for tests. */
  readonly apiUrl?: string;
  /** `on` reads plain messages in threads; it needs the privileged intent "Message Content". */
  readonly messageContent: 'on' | 'off';
  readonly guard: RefusalGuard;
  readonly log: Log;
}

/**
 * Connects, with as many shards as Discord asks for; without the Message Content intent when the application does not
 * have it. Throws UserError when Discord does not let the bot in.
 */
export async function login(needs: GatewayNeeds): Promise<Client<true>> {
  try {
    return await connect(needs);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (needs.messageContent === 'on' && /disallowed intents/i.test(reason)) {
      needs.log.warn({}, withoutContent);
      return login({ ...needs, messageContent: 'off' });
    }
    throw toStartError(cause);
  }
}

const intentNotTicked: number = GatewayCloseCodes.DisallowedIntents;
const withoutContent =
  'Discord: only mentions and replies are heard. Tick "Message Content Intent" on the page "Bot" of the application, or set DISCORD_MESSAGE_CONTENT=off';

/**
 * Calls `again` when Discord closed the connection for good because of the Message Content intent, which can be unticked
 * while the bot runs; every other close for good is logged with its mend, and posting goes on without the gateway.
 */
export function watchGateway(client: Client<true>, log: Log, again: () => void): void {
  client.on(Events.Error, (error) => log.warn({ err: error }, 'Discord: the connection reported an error'));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, 'Discord: a shard reported an error'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'Discord: connecting again'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    if (code === intentNotTicked) {
      log.warn({ shard, code }, withoutContent);
      again();
    } else {
      const mend = 'run "communique doctor", mend what it names, and start the bot again';
      log.error({ shard, code }, `Discord: the connection was closed for good; ${mend}`);
    }
  });
}

async function connect({ token, apiUrl, messageContent, guard }: GatewayNeeds): Promise<Client<true>> {
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
  const client = new Client({
    intents: messageContent === 'on' ? [...intents, GatewayIntentBits.MessageContent] : intents,
    partials: [Partials.Channel],
    shards: 'auto',
    rest: answeringOptions(guard, apiUrl),
    allowedMentions: { parse: [] },
    // A bot that reads articles needs no memory of the chat.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, PresenceManager: 0 }),
  });
  guard.watch(client.rest);
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    return await ready;
  } catch (error) {
    await client.destroy();
    throw error;
  }
}
