import type { PostedMessage } from '../messages/posted-message.ts';
import type { Message } from '../messages/message.ts';
import type { Bot } from './bot.ts';
import type { Place } from './place.ts';

/** A message that is to be posted. */
export interface Posting {
  readonly message: Message;
  readonly place: Place;
  /** The delivery's id: the same key twice is one message as the reader sees it. */
  readonly key: string;
  /** `first` only where nothing can have been posted with this key before: then nobody looks whether it was. */
  readonly attempt: 'first' | 'later';
  readonly signal: AbortSignal;
}

/** A place where people chat. Adapters implement it; the core speaks through it and never asks which one it is. */
export interface ChatPlatform {
  /** The `place.platform` of everything said there: "slack", "discord", "terminal". */
  readonly name: string;
  /** Connects and hands every command and question to the bot. */
  start(bot: Bot): Promise<void>;
  /** Posts a message. Throws PostError for whatever the platform answers, including the network's failure. */
  post(posting: Posting): Promise<PostedMessage>;
  /** Disconnects; what is being answered is finished first. */
  stop(): Promise<void>;
}
