import type { Button, Press } from '../buttons/button.ts';
import type { CommandDefinition } from '../commands/define-command.ts';
import type { Reply } from '../commands/reply.ts';
import type { Story } from '../stories/story.ts';
import type { Home } from './home.ts';
import type { LeftPlace, Origin, Place } from './place.ts';

/** A command as a platform hears it: a line of text to parse, or options that the platform has already taken apart. */
export type CommandInput =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'options';
      readonly verb: string;
      readonly options: Readonly<Record<string, string | number | boolean>>;
    };

/**
 * The way in for every platform. Nothing here throws for what a person did or for a fault inside: the reply says it
 * politely (`outcome`), and the details go to the log.
 */
export interface Bot {
  readonly stories: readonly Story[];
  /** The verb table: what Discord registers, what help lists. */
  readonly commands: readonly CommandDefinition[];
  /** Runs a command of the story with this key: "/summit who starmer" is `run('summit', { kind: 'text', text: 'who starmer' }, …)`. */
  run(story: string, input: CommandInput, origin: Origin): Promise<Reply>;
  /**
   * Answers somebody who speaks to the bot: a command without its slash, with or without the story's key before it, or
   * plain words, which are a question. The story is the one named, else the thread's, else the first. In the threads of a
   * channel that wants the bot out of them, only the person hears, and only that; what is for managers they alone hear too.
   */
  mention(text: string, origin: Origin): Promise<Reply>;
  /**
   * Answers plain words in a thread; undefined when the thread is not one of a digest that the bot posted. Throws when that
   * cannot be told just now and nobody knows whether the words were for the bot: where it began the thread the reply says so.
   */
  question(text: string, origin: Origin): Promise<Reply | undefined>;
  /** A button that does this when pressed, also after a restart and from another replica; never throws. */
  offer(press: Press, label: string): Promise<Button>;
  /** Does what a button promises; a button that is not known (any more) is refused politely. `id` comes from outside. */
  press(id: string, origin: Origin): Promise<Reply>;
  /** What it does in a workspace. Throws when that cannot be told just now. */
  home(at: Pick<Place, 'platform' | 'workspace'>): Promise<Home>;
  /** The bot was removed from there, or the channel is gone: what it would post there rests until somebody resumes it. Never throws. */
  removed(from: LeftPlace): Promise<void>;
  /** The platform gave a channel another id. Throws when the store does not take it; doing it again changes nothing. */
  moved(from: Required<LeftPlace>, to: string): Promise<void>;
  /** The same for all channels of a workspace, which belong to another one from now on. */
  workspaceMoved(from: Pick<Place, 'platform' | 'workspace'>, to: string): Promise<void>;
  /** The channels of a workspace to which something is sent, by their ids. Throws when that cannot be told just now. */
  channels(at: Pick<Place, 'platform' | 'workspace'>): Promise<readonly string[]>;
  /** What may go on from what was typed for an argument of a verb so far, most likely first, at most 25; never throws. */
  suggest(story: string, verb: string, argument: string, typed: string): Promise<readonly string[]>;
}
