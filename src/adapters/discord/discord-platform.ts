import { Client, Events, GatewayIntentBits, Options, Partials, REST } from 'discord.js';
import type { ChatPlatform } from '../../core/chat/chat-platform.ts';
import { UserError } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import { registerCommands, slashCommands } from './commands.ts';
import { listen } from './listen.ts';
import { postOnce } from './post.ts';

export interface DiscordNeeds {
  readonly token: string;
  /** Another server than Discord's own; for tests. */
  readonly apiUrl?: string;
  /** `on` reads plain messages in threads; it needs the privileged intent "Message Content". */
  readonly messageContent: 'on' | 'off';
  readonly log: Log;
}

const requestTimeoutMs = 15_000;

/** Discord by its gateway. `start` throws UserError when the token is refused. */
export function discordPlatform(needs: DiscordNeeds): ChatPlatform {
  const { token, log } = needs;
  const rest = restClient(needs).setToken(token);
  let client: Client | undefined;
  let finish: () => Promise<void> = async () => undefined;
  return {
    name: 'discord',
    start: async (bot) => {
      const ready = await login(needs);
      client = ready;
      finish = listen({ client: ready, bot, log });
      const commands = await registerCommands(rest, ready.application.id, slashCommands(bot));
      log.info({ commands, as: ready.user.username }, 'Discord: connected');
    },
    post: (message, place, key, signal) => postOnce({ rest, log }, { message, place, key, signal }),
    stop: async () => {
      await finish();
      await client?.destroy();
    },
  };
}

/** A client of Discord's HTTP API. The queue decides about retries and waits, so the library does neither. */
export function restClient({ apiUrl }: { readonly apiUrl?: string }): REST {
  return new REST(restOptions(apiUrl));
}

function restOptions(apiUrl: string | undefined): {
  retries: number;
  timeout: number;
  rejectOnRateLimit: () => boolean;
  api?: string;
} {
  return {
    retries: 0,
    timeout: requestTimeoutMs,
    rejectOnRateLimit: () => true,
    ...(apiUrl !== undefined && { api: apiUrl }),
  };
}

/** Connects; without the Message Content intent when the application does not have it. */
async function login(needs: DiscordNeeds): Promise<Client<true>> {
  const { token, log } = needs;
  try {
    return await connect(needs, token);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (needs.messageContent === 'on' && /disallowed intents/i.test(reason)) {
      log.warn(
        {},
        'Discord: the intent "Message Content" is not ticked on the page "Bot", so only mentions and replies are heard',
      );
      return login({ ...needs, messageContent: 'off' });
    }
    throw new UserError(
      `Discord does not let the bot in: ${reason}.`,
      'Reset the token on the page "Bot" of the application and copy it whole.',
      { cause },
    );
  }
}

async function connect({ apiUrl, messageContent }: DiscordNeeds, token: string): Promise<Client<true>> {
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
  const client = new Client({
    intents: messageContent === 'on' ? [...intents, GatewayIntentBits.MessageContent] : intents,
    partials: [Partials.Channel],
    rest: { timeout: requestTimeoutMs, ...(apiUrl !== undefined && { api: apiUrl }) },
    allowedMentions: { parse: [] },
    // A bot that reads articles needs no memory of the chat.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, PresenceManager: 0 }),
  });
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    return await ready;
  } catch (error) {
    await client.destroy();
    throw error;
  }
}
