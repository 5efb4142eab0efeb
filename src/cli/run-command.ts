import { renderText } from '../adapters/terminal/render-text.ts';
import { commandLineOrigin } from '../adapters/terminal/terminal-platform.ts';
import type { CommandInput } from '../core/chat/bot.ts';
import { splitVerb } from '../core/commands/parse-line.ts';
import type { Reply } from '../core/commands/reply.ts';
import { UserError } from '../core/errors/errors.ts';
import type { Story } from '../core/stories/story.ts';
import type { CommandLine, Format } from './arguments.ts';
import type { Io } from './io.ts';
import type { Services } from './services.ts';

type Answering = Pick<Services, 'stories' | 'bot'>;

/** `run '/summit who' --as json`: one line as it would be typed in a channel. Prints `{ command, asOf, data }` for json. */
export async function runLine(line: CommandLine, services: Answering, io: Io): Promise<number> {
  const typed = line.words.join(' ').trim();
  if (!typed.startsWith('/')) {
    const example = `communique run '/${services.stories[0]?.key ?? 'STORY'} who'`;
    throw new UserError('run takes one command, with its slash.', `For example: ${example}.`);
  }
  const { verb: key, rest } = splitVerb(typed.slice(1));
  const reply = await services.bot.run(key, { kind: 'text', text: rest }, commandLineOrigin);
  const envelope = { command: reply.command, asOf: reply.asOf, data: reply.data };
  return print(reply, formatOf(line), envelope, io);
}

/** `who starmer`, `ask 'QUESTION' --json`: a command by its verb. Prints the bare data for json. */
export async function runVerb(line: CommandLine, services: Answering, io: Io): Promise<number> {
  const story = chosenStory(line.options.story, services.stories);
  const input: CommandInput = { kind: 'text', text: [line.verb, ...line.words].join(' ') };
  const reply = await services.bot.run(story.key, input, commandLineOrigin);
  return print(reply, formatOf(line), reply.data, io);
}

/** The story that --story names, else the first. Throws UserError when there is no such story. */
export function chosenStory(key: string | undefined, stories: readonly Story[]): Story {
  const story = key === undefined ? stories[0] : stories.find((candidate) => candidate.key === key);
  if (story !== undefined) return story;
  throw new UserError(
    `No story is called "${key ?? ''}".`,
    `Use one of ${stories.map((known) => known.key).join(', ')}.`,
  );
}

function formatOf(line: CommandLine): Format {
  return line.options.as ?? (line.options.json ? 'json' : 'text');
}

/** A refused or failed command goes to standard error, so that what reads standard output never takes it for an answer. */
async function print(reply: Reply, format: Format, data: object, io: Io): Promise<number> {
  if (reply.outcome !== 'answered') {
    io.error(renderText(reply.message, io.style));
    return 1;
  }
  if (format === 'text') io.output(reply.file?.content ?? renderText(reply.message, io.style));
  else io.output(`${JSON.stringify(await payload(reply, format, data), null, 2)}\n`);
  return 0;
}

/**
 * What the platform is sent as the answer, but for the buttons, whose ids are made as they are sent. A platform's library is
 * loaded only when its format is asked for: other commands answer sooner.
 */
async function payload(reply: Reply, format: Exclude<Format, 'text'>, data: object): Promise<object> {
  switch (format) {
    case 'json':
      return data;
    case 'slack':
      return oneOrMany(await slackPosts(reply));
    case 'discord':
      return oneOrMany(await discordPosts(reply));
  }
}

async function slackPosts(reply: Reply): Promise<object[]> {
  const { renderSlack } = await import('../adapters/slack/render-slack.ts');
  const { responseBody, responseType } = await import('../adapters/slack/respond.ts');
  return renderSlack(reply.message).map((post) => responseBody({ type: responseType(reply) }, post));
}

async function discordPosts({ message, file }: Reply): Promise<object[]> {
  const { outgoing } = await import('../adapters/discord/outgoing.ts');
  return outgoing(message, { buttons: [], file }).map(({ body }) => body);
}

/** A message that fits one post is printed as that post; a longer one as the list of its posts. */
function oneOrMany(posts: readonly object[]): object {
  const [first] = posts;
  return posts.length === 1 && first !== undefined ? first : posts;
}
