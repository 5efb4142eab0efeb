import { type Clock, isoNow } from '../clock/clock.ts';
import type { CommandContext, CommandDefinition, CommandResult } from '../commands/define-command.ts';
import { findCommand } from '../commands/help.ts';
import { parseArguments, splitVerb } from '../commands/parse-line.ts';
import type { Reply } from '../commands/reply.ts';
import type { DigestDesk } from '../digests/digest-desk.ts';
import { UserError } from '../errors/errors.ts';
import { sha256 } from '../ids/ids.ts';
import type { Log } from '../log/log.ts';
import { command as typed, paragraph, text } from '../messages/spans.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { FeedDesk } from '../polling/feed-desk.ts';
import type { ScheduleDesk } from '../schedules/schedule-desk.ts';
import type { LibraryDesk } from '../stories/library-desk.ts';
import type { Story } from '../stories/story.ts';
import type { Bot, CommandInput } from './bot.ts';
import type { Origin } from './place.ts';

export interface BotNeeds {
  readonly stories: readonly Story[];
  readonly commands: readonly CommandDefinition[];
  readonly libraries: LibraryDesk;
  readonly digests: DigestDesk;
  readonly schedules: ScheduleDesk;
  readonly feeds: FeedDesk;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
}

/** The bot's core: every platform, the terminal and the command line come in here. */
export function createBot(needs: BotNeeds): Bot {
  const run = async (key: string, input: CommandInput, origin: Origin): Promise<Reply> => {
    const answering = guarded(needs, key);
    return answering(async () => {
      const story = findStory(key, needs.stories);
      const { command, raw } = understand(input, needs.commands, story.key);
      const result = await command.execute(raw, contextOf(needs, story, origin));
      return { command: command.name, result, visibility: raw['public'] === 'yes' ? 'channel' : 'private' };
    });
  };
  return {
    stories: needs.stories,
    commands: needs.commands,
    run,
    mention: async (words, origin) => {
      const first = splitVerb(words);
      const named = needs.stories.find(({ key }) => key === first.verb.replace(/^\//, ''));
      const key = named?.key ?? (await needs.outbox.findByThread(origin.place))?.story ?? needs.stories[0]?.key ?? '';
      const text = named === undefined ? words.trim() : first.rest;
      const isCommand = text === '' || needs.commands.some(({ name }) => name === splitVerb(text).verb);
      const reply = await run(
        key,
        isCommand ? { kind: 'text', text } : { kind: 'options', verb: 'ask', options: { question: text } },
        origin,
      );
      return { ...reply, visibility: 'channel' };
    },
    question: async (words, origin) => {
      const delivery = await needs.outbox.findByThread(origin.place);
      if (delivery === undefined) return undefined;
      const reply = await run(delivery.story, { kind: 'options', verb: 'ask', options: { question: words } }, origin);
      return { ...reply, visibility: 'channel' };
    },
  };
}

interface Understood {
  readonly command: CommandDefinition;
  readonly raw: Readonly<Record<string, unknown>>;
}

function understand(input: CommandInput, commands: readonly CommandDefinition[], story: string): Understood {
  if (input.kind === 'options') return { command: findCommand(input.verb, commands, story), raw: input.options };
  const { verb, rest } = splitVerb(input.text);
  if (verb === '') return { command: findCommand('help', commands, story), raw: {} };
  const isVerb = commands.some((command) => command.name === verb);
  if (!isVerb && readsAsQuestion(input.text)) {
    const command = findCommand('ask', commands, story);
    return { command, raw: parseArguments(input.text, command) };
  }
  const command = findCommand(verb, commands, story);
  return { command, raw: parseArguments(rest, command) };
}

/** "/summit what did Lavrov say?" forgot its verb and is clear all the same. */
function readsAsQuestion(line: string): boolean {
  return line.trim().endsWith('?') || line.trim().split(/\s+/).length >= 4;
}

function findStory(key: string, stories: readonly Story[]): Story {
  const story = stories.find((candidate) => candidate.key === key);
  if (story !== undefined) return story;
  const known = stories.map((candidate) => `/${candidate.key}`).join(', ');
  throw new UserError(`I follow no story called "${key}".`, `I know ${known}.`);
}

function contextOf(needs: BotNeeds, story: Story, origin: Origin): CommandContext {
  return {
    story,
    origin,
    clock: needs.clock,
    library: () => needs.libraries.open(story),
    digests: needs.digests,
    schedules: needs.schedules,
    feeds: needs.feeds,
    commands: needs.commands,
  };
}

interface Executed {
  readonly command: string;
  readonly result: CommandResult;
  readonly visibility: Reply['visibility'];
}

/** Turns whatever a command throws into a reply: the person's slip politely, our fault with a reference for the log. */
function guarded(needs: BotNeeds, story: string): (work: () => Promise<Executed>) => Promise<Reply> {
  return async (work) => {
    const asOf = isoNow(needs.clock);
    try {
      const { command, result, visibility } = await work();
      return { command, asOf, outcome: 'answered', visibility, ...result };
    } catch (error) {
      if (error instanceof UserError) return refusal(error, asOf);
      const reference = sha256(`${asOf}${String(error)}`).slice(0, 8);
      needs.log.error({ err: error, reference, story }, 'a command failed');
      return failure(reference, asOf, story);
    }
  };
}

function refusal(error: UserError, asOf: string): Reply {
  return {
    command: 'error',
    asOf,
    outcome: 'refused',
    visibility: 'private',
    message: { title: '', blocks: [paragraph(text(`${error.message} ${error.mend}`))], citations: [] },
    data: { error: error.message, mend: error.mend },
  };
}

function failure(reference: string, asOf: string, story: string): Reply {
  const message = 'Something went wrong on my side, and I could not answer.';
  return {
    command: 'error',
    asOf,
    outcome: 'failed',
    visibility: 'private',
    message: {
      title: '',
      blocks: [
        paragraph(
          text(`${message} Try again in a minute; if it stays so, tell whoever runs me: reference ${reference}. `),
        ),
        paragraph(text('What I understand: '), typed(`/${story} help`)),
      ],
      citations: [],
    },
    data: { error: message, reference },
  };
}
