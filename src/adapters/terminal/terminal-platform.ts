import { createInterface, type Interface } from 'node:readline';
import type { Bot } from '../../core/chat/bot.ts';
import type { ChatPlatform } from '../../core/chat/chat-platform.ts';
import type { PostedMessage } from '../../core/messages/posted-message.ts';
import type { Origin, Place } from '../../core/chat/place.ts';
import { splitVerb } from '../../core/commands/parse-line.ts';
import type { Reply } from '../../core/commands/reply.ts';
import type { Log } from '../../core/log/log.ts';
import type { Message } from '../../core/messages/message.ts';
import { renderText, type TextStyle } from './render-text.ts';

/** The one channel of the terminal; the command line speaks in it too. */
export const terminalPlace: Place = { platform: 'terminal', workspace: 'local', channel: 'terminal' };

/** Whoever sits at the machine's own terminal may do everything. */
export const terminalOrigin: Origin = { place: terminalPlace, user: { id: 'local', mayManage: true } };

/** Whoever types one command, which runs and ends. */
export const commandLineOrigin: Origin = { ...terminalOrigin, hears: 'answer-only' };

export interface TerminalNeeds {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly style: TextStyle;
  /** `prompts` where a person types; `silent` for a pipe, which is read just the same. */
  readonly mode: 'prompts' | 'silent';
  /** Called when the person asks to leave. */
  readonly leave: () => void;
  readonly log: Log;
}

/** The terminal as a chat platform: lines in, rendered text out. */
export function terminalPlatform(needs: TerminalNeeds): ChatPlatform {
  let lines: Interface | undefined;
  let lastThread: string | undefined;
  let answering: Promise<void> = Promise.resolve();

  const show = (message: Message): void => {
    if (needs.mode === 'prompts') needs.output.write('\r');
    needs.output.write(`${renderText(message, needs.style)}\n`);
    if (needs.mode === 'prompts') lines?.prompt(true);
  };

  const answer = async (line: string, bot: Bot): Promise<void> => {
    const reply = await understand(line, bot, lastThread);
    if (reply === 'leave') needs.leave();
    else show(reply.message);
  };

  return {
    name: terminalPlace.platform,
    start: async (bot) => {
      const reader = createInterface({
        input: needs.input,
        ...(needs.mode === 'prompts' && { output: needs.output }),
        prompt: '> ',
      });
      lines = reader;
      reader.on('line', (line) => {
        if (line.trim() === '') {
          if (needs.mode === 'prompts') reader.prompt();
          return;
        }
        answering = answering
          .then(() => answer(line.trim(), bot))
          .catch((error: unknown) => needs.log.error({ err: error }, 'a line could not be answered'));
      });
      reader.on('SIGINT', needs.leave);
      if (needs.mode === 'prompts') {
        reader.on('close', needs.leave);
        reader.prompt();
      }
    },
    post: async ({ message, key }): Promise<PostedMessage> => {
      show(message);
      lastThread = key;
      return { id: key, thread: key };
    },
    stop: async () => {
      lines?.removeAllListeners('close');
      lines?.close();
      await answering;
    },
  };
}

/** A line with a slash is a command; any other is a question in the last digest's thread. */
async function understand(line: string, bot: Bot, lastThread: string | undefined): Promise<Reply | 'leave'> {
  if (line.startsWith('/')) {
    const { verb, rest } = splitVerb(line.slice(1));
    if (verb === 'quit' || verb === 'exit') return 'leave';
    return bot.run(verb, { kind: 'text', text: rest }, terminalOrigin);
  }
  if (lastThread !== undefined) {
    const origin = { ...terminalOrigin, place: { ...terminalPlace, thread: lastThread } };
    const inThread = await bot.question(line, origin);
    if (inThread !== undefined) return inThread;
  }
  const story = bot.stories[0];
  if (story === undefined) throw new Error('a bot without stories cannot be asked');
  return bot.run(story.key, { kind: 'options', verb: 'ask', options: { question: line } }, terminalOrigin);
}
