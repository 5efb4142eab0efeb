import { type Client, Events } from 'discord.js';
import type { AnswerNeeds } from './answer-interaction.ts';
import { refusesToken, tokenRefused } from './errors.ts';
import { hearInteraction } from './hear-interaction.ts';
import { hearMessage } from './hear-message.ts';

export interface ListenNeeds extends AnswerNeeds {
  readonly client: Client<true>;
}

/** After a dropped connection Discord sends again what it is not sure of; so many last ids are remembered. */
const remembered = 2_000;

/** Hears interactions and messages, each once. Returns what waits until everything heard is answered. */
export function listen({ client, ...needs }: ListenNeeds): () => Promise<void> {
  const { log } = needs;
  const answering = new Set<Promise<void>>();
  const heard = new Set<string>();
  const once = (id: string, work: () => Promise<void>): void => {
    if (heard.has(id)) return;
    heard.add(id);
    for (const oldest of heard) {
      if (heard.size <= remembered) break;
      heard.delete(oldest);
    }
    const tracked = work()
      .catch((error: unknown) => {
        const refused = refusesToken(error);
        // The library forgets a token that was refused once, be it by mistake.
        if (refused) client.rest.setToken(client.token);
        log.error({ err: error, id }, `Discord: an answer could not be given${refused ? `: ${tokenRefused}` : ''}`);
      })
      .finally(() => answering.delete(tracked));
    answering.add(tracked);
  };
  client.on(Events.InteractionCreate, (interaction) => once(interaction.id, () => hearInteraction(interaction, needs)));
  client.on(Events.MessageCreate, (message) => once(message.id, () => hearMessage(message, client, needs)));
  return async () => {
    await Promise.all(answering);
  };
}
