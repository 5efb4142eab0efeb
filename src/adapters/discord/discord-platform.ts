import type { Client } from 'discord.js';
import type { Bot } from '../../core/chat/bot.ts';
import type { ChatPlatform } from '../../core/chat/chat-platform.ts';
import type { Log } from '../../core/log/log.ts';
import { channelKinds } from './channel-kinds.ts';
import { registerCommands, wantedCommands } from './commands.ts';
import { watchDepartures } from './departures.ts';
import { login, watchGateway } from './gateway.ts';
import { listen } from './listen.ts';
import { postOnce } from './post.ts';
import { postingClient, refusalGuard } from './rest-client.ts';

export interface DiscordNeeds {
  readonly token: string;
  /** Another server than Discord's own; for tests. */
  readonly apiUrl?: string;
  /** `on` reads plain messages in threads; it needs the privileged intent "Message Content". */
  readonly messageContent: 'on' | 'off';
  readonly log: Log;
}

interface Connection {
  readonly client: Client<true>;
  finish(): Promise<void>;
}

/** Discord by its gateway. `start` throws UserError when the token is refused. */
export function discordPlatform(needs: DiscordNeeds): ChatPlatform {
  const { token, apiUrl, log } = needs;
  const guard = refusalGuard(log);
  const rest = postingClient(guard, apiUrl).setToken(token);
  const kinds = channelKinds(rest);
  let connection: Connection | undefined;

  const leave = async (left: Connection | undefined): Promise<void> => {
    await left?.finish();
    await left?.client.destroy();
  };

  const enter = async (bot: Bot, messageContent: DiscordNeeds['messageContent']): Promise<Client<true>> => {
    const client = await login({ ...needs, guard, messageContent });
    const entered: Connection = { client, finish: listen({ client, bot, log }) };
    connection = entered;
    watchDepartures(client, bot);
    watchGateway(client, log, () => {
      leave(entered)
        .then(() => enter(bot, 'off'))
        .catch((error: unknown) => log.error({ err: error }, 'Discord: could not connect again'));
    });
    return client;
  };

  return {
    name: 'discord',
    start: async (bot) => {
      const { application, user, ws } = await enter(bot, needs.messageContent);
      const commands = await registerCommands(rest, application.id, wantedCommands(bot));
      log.info({ commands, as: user.username, shards: ws.shards.size }, 'Discord: connected');
    },
    post: (posting) => {
      // The library forgets a token that was refused once, be it by mistake; the queue tries again.
      rest.setToken(token);
      return postOnce({ rest, kinds, log }, posting);
    },
    stop: () => leave(connection),
  };
}
