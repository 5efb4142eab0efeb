import type { Message } from '../messages/message.ts';

/** What a command answers: the same knowledge once as a message for people and once as data for scripts. */
export interface Reply {
  /** The verb that answered. */
  readonly command: string;
  /** ISO 8601 UTC: the moment for which the answer holds. */
  readonly asOf: string;
  /** `refused`: the person can mend it, the message says how. `failed`: our fault, the message gives a reference. */
  readonly outcome: 'answered' | 'refused' | 'failed';
  /** Who sees it: only the person who asked, or the whole channel. */
  readonly visibility: 'private' | 'channel';
  /** `asker`: it holds what is for whoever asked alone, so a mention of the bot is answered privately too. */
  readonly audience?: 'asker';
  /** It tells of the bot itself and how it is set, not of the articles. */
  readonly about?: 'bot';
  readonly message: Message;
  /** Plain JSON; the shapes are listed in docs/scripting.md. */
  readonly data: object;
  /** The answer as a file, for those who asked for one. */
  readonly file?: ReplyFile;
}

/** Whether what one person sees is worth showing to the channel: what the articles say, or that they do not. */
export function isShareable({ outcome, visibility, audience, about }: Reply): boolean {
  return outcome === 'answered' && visibility === 'private' && audience === undefined && about === undefined;
}

export interface ReplyFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}
