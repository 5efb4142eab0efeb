import type { z } from 'zod';
import type { Origin } from '../chat/place.ts';
import type { Clock } from '../clock/clock.ts';
import type { DigestDesk } from '../digests/digest-desk.ts';
import type { Message } from '../messages/message.ts';
import type { ScheduleDesk } from '../schedules/schedule-desk.ts';
import type { Library } from '../stories/library.ts';
import type { Story } from '../stories/story.ts';

/** What a command may ask for while it runs. */
export interface CommandContext {
  readonly story: Story;
  readonly origin: Origin;
  readonly clock: Clock;
  library(): Promise<Library>;
  readonly digests: DigestDesk;
  readonly schedules: ScheduleDesk;
  /** The verb table, for help. */
  readonly commands: readonly CommandDefinition[];
}

export interface CommandResult {
  readonly message: Message;
  readonly data: object;
}

/** A command, declared once: its schema is the parser, the help, and the options that Discord registers. */
export interface CommandDefinition {
  readonly name: string;
  /** One line, at most 100 characters (Discord's limit on a description). */
  readonly summary: string;
  /** Lines to type, without the slash command's word: "who starmer". */
  readonly examples: readonly string[];
  /** The object schema of the arguments; every field has a `.describe()` text of at most 100 characters. */
  readonly args: z.ZodObject;
  /** Arguments that may stand without their key, in order; the last one takes all the words that are left. */
  readonly positional: readonly string[];
  /** Who may use it. Commands for everyone only read. */
  readonly audience: 'everyone' | 'managers';
  /** Checks the raw arguments by the schema and runs. Throws UserError for a wrong argument. */
  execute(raw: Readonly<Record<string, unknown>>, context: CommandContext): Promise<CommandResult>;
}
