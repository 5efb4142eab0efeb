import { z } from 'zod';
import { placeSchema } from '../chat/place.ts';
import { type ButtonId, storyKeySchema } from '../ids/ids.ts';
import { messageSchema } from '../messages/message.ts';

/**
 * What a button does when it is pressed. It waits in the store under an id that nobody can guess, so a button works after a
 * restart and from every replica, and holds more than a platform's own button ids can.
 */
export const pressSchema = z.discriminatedUnion('does', [
  /** Shows an answer that one person saw to the whole channel, as it stood. */
  z.object({
    does: z.literal('share'),
    command: z.string(),
    /** ISO 8601 UTC. */
    asOf: z.string(),
    message: messageSchema,
  }),
  /** The bot stays out of this thread from now on. */
  z.object({ does: z.literal('leave-thread'), place: placeSchema }),
  /** Runs a command's line, such as "who NAME". */
  z.object({ does: z.literal('run'), story: storyKeySchema, line: z.string() }),
]);

export type Press = z.infer<typeof pressSchema>;

export interface Button {
  readonly id: ButtonId;
  /** At most 80 characters (Discord's limit on a button's label; Slack's is 75 and this bot's labels are far shorter). */
  readonly label: string;
}

/** A button that nobody pressed for so long has gone. Milliseconds. */
export const buttonLifeMs = 30 * 86_400_000;

export interface ButtonStore {
  /** Keeps what a button does; `at` is ISO 8601 UTC. Forgets those kept longer than `buttonLifeMs`. */
  keep(id: ButtonId, press: Press, at: string): Promise<void>;
  get(id: ButtonId): Promise<Press | undefined>;
}
