import { z } from 'zod';
import type { Origin } from '../chat/place.ts';
import type { Conversation, Numbered } from '../conversations/conversation.ts';
import type { Clock } from '../clock/clock.ts';
import type { DigestDesk } from '../digests/digest-desk.ts';
import { UserError } from '../errors/errors.ts';
import type { ArticleId, DeliveryId } from '../ids/ids.ts';
import type { Message } from '../messages/message.ts';
import type { FeedDesk } from '../polling/feed-desk.ts';
import type { ReceiptsFile } from '../receipts/receipts-file.ts';
import type { ScheduleDesk } from '../schedules/schedule-desk.ts';
import type { SettingsStore } from '../settings/channel-settings.ts';
import type { Library } from '../stories/library.ts';
import type { Story } from '../stories/story.ts';
import type { Writer } from '../writing/writer.ts';
import type { WatchDesk } from '../watches/watch-desk.ts';
import type { ReplyFile } from './reply.ts';
import type { Suggestions } from './suggest.ts';

/** A message to a channel that has not arrived. */
export interface StuckMessage {
  readonly id: DeliveryId;
  readonly title: string;
  readonly since: string;
  readonly state: 'waiting' | 'failed' | 'given-up';
  readonly reason?: string;
  readonly nextTryAt?: string;
}

/** What a command may ask for while it runs. */
export interface CommandContext {
  readonly story: Story;
  readonly origin: Origin;
  readonly clock: Clock;
  library(): Promise<Library>;
  readonly digests: DigestDesk;
  readonly schedules: ScheduleDesk;
  readonly settings: SettingsStore;
  readonly watches: WatchDesk;
  readonly feeds: FeedDesk;
  readonly writer: Writer;
  /** What was said here before. */
  recall(): Promise<Conversation>;
  remember(news: Conversation): Promise<void>;
  /** The answer or digest whose numbers people mean here. */
  numbered(): Promise<Numbered | undefined>;
  /** The receipts of the digest in whose thread this is said. */
  digestReceipts(): Promise<ReceiptsFile | undefined>;
  /** Digests sent to this channel that cite an article, oldest first. */
  toldIn(article: ArticleId): Promise<readonly { readonly at: string; readonly title: string }[]>;
  /** Messages to this channel that wait for long, failed or were given up, oldest first. Moments are ISO 8601 UTC. */
  stuck(): Promise<readonly StuckMessage[]>;
  /** Has one of them tried at once. Throws UserError when that cannot help. */
  putBack(id: StuckMessage['id']): Promise<void>;
  /** The verb table, for help. */
  readonly commands: readonly CommandDefinition[];
}

export interface CommandResult {
  /** As in `Reply`. */
  readonly audience?: 'asker';
  readonly message: Message;
  readonly data: object;
  readonly file?: ReplyFile;
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
  /** `numbers`: it speaks of the numbers of the answer before it, which therefore stay what they are. */
  readonly speaksOf?: 'numbers';
  /** As in `Reply`. */
  readonly about?: 'bot';
  /** Arguments for which a platform may offer what can be typed, by their names. */
  readonly suggests?: Readonly<Partial<Record<string, Suggestions>>>;
  /** Checks the raw arguments by the schema and runs. Throws UserError for a wrong argument. */
  execute(raw: Readonly<Record<string, unknown>>, context: CommandContext): Promise<CommandResult>;
}

/** Every command takes `public:yes`, which answers in front of the whole channel. */
const commonArgs = { public: z.enum(['yes', 'no']).optional().describe('yes: answer in front of the whole channel') };

/** Declares a command: its `run` is reached only with arguments that its schema has checked. */
export function defineCommand<Shape extends z.ZodRawShape>(definition: {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly args: Shape;
  readonly positional: readonly (string & keyof Shape)[];
  readonly speaksOf?: 'numbers';
  readonly about?: 'bot';
  readonly suggests?: Readonly<Partial<Record<string & keyof Shape, Suggestions>>>;
  run(args: z.infer<z.ZodObject<Shape>>, context: CommandContext): Promise<CommandResult>;
}): CommandDefinition {
  const { name, summary, examples, positional } = definition;
  const own = z.object(definition.args);
  const args = z.strictObject({ ...definition.args, ...commonArgs });
  return {
    name,
    summary,
    examples,
    args,
    positional,
    ...(definition.speaksOf !== undefined && { speaksOf: definition.speaksOf }),
    ...(definition.about !== undefined && { about: definition.about }),
    ...(definition.suggests !== undefined && { suggests: definition.suggests }),
    execute: async (raw, context) => {
      const checked = args.safeParse(raw);
      if (!checked.success) throw wrongArguments(name, checked.error, context.story);
      return definition.run(own.parse(raw), context);
    },
  };
}

function wrongArguments(name: string, error: z.ZodError, story: Story): UserError {
  const faults = error.issues.map((issue) => {
    const field = issue.path.join('.');
    return field === '' ? issue.message : `${field}: ${issue.message}`;
  });
  return new UserError(`${name}: ${faults.join('; ')}.`, `Type /${story.key} help ${name} to see how it is used.`);
}
