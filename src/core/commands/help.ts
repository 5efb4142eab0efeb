import { z } from 'zod';
import { UserError } from '../errors/errors.ts';
import type { Block } from '../messages/message.ts';
import { command as typed, heading, list, note, paragraph, text } from '../messages/spans.ts';
import { nearest } from '../text/nearest.ts';
import { type CommandDefinition, defineCommand } from './define-command.ts';

export const help = defineCommand({
  name: 'help',
  about: 'bot',
  summary: 'What you can ask me, or how one command is used',
  examples: ['help', 'help all', 'help schedule'],
  args: { verb: z.string().max(40).optional().describe('The command to explain, or all') },
  positional: ['verb'],
  run: async ({ verb }, context) => {
    const { commands, story } = context;
    const isList = verb === undefined || verb.toLowerCase() === 'all';
    const chosen = isList ? commands : [commandToExplain(verb, commands, story.key)];
    const blocks = isList
      ? overview(
          verb === undefined ? newcomers(commands) : commands,
          story.key,
          verb === undefined ? ['help all', 'help schedule'] : ['help schedule'],
        )
      : chosen.flatMap((command) => explained(command, story.key));
    return {
      message: {
        title: isList ? `/${story.key} — ${story.title}` : `/${story.key} ${verb}`,
        blocks,
        citations: [],
      },
      data: { commands: chosen.map((command) => describe(command, story.key)) },
    };
  },
});

/** What somebody needs on the first day. */
function newcomers(commands: readonly CommandDefinition[]): CommandDefinition[] {
  return commands.filter(({ name }) => ['brief', 'changes', 'who', 'ask', 'schedule'].includes(name));
}

/** As `findCommand`, but what is suggested is again something to explain. */
function commandToExplain(verb: string, commands: readonly CommandDefinition[], story: string): CommandDefinition {
  const names = commands.map(({ name }) => name);
  if (names.includes(verb.toLowerCase())) return findCommand(verb, commands, story);
  const near = nearest(verb, ['all', ...names]);
  const mend =
    near === undefined ? `Type /${story} help all to see what I understand.` : didYouMean(`help ${near}`, story);
  return refuse(unknown(verb), mend);
}

/** The command of this name. Throws UserError with the nearest name when there is none. */
export function findCommand(name: string, commands: readonly CommandDefinition[], story: string): CommandDefinition {
  const found = commands.find((command) => command.name === name.toLowerCase());
  if (found !== undefined) return found;
  const near = nearest(
    name,
    commands.map((command) => command.name),
  );
  const mend = near === undefined ? `Type /${story} help to see what I understand.` : didYouMean(near, story);
  return refuse(unknown(name), mend);
}

function unknown(verb: string): string {
  return `I do not know "${verb.slice(0, 40)}".`;
}

function didYouMean(line: string, story: string): string {
  return `Did you mean /${story} ${line}?`;
}

function refuse(message: string, mend: string): never {
  throw new UserError(message, mend);
}

function overview(commands: readonly CommandDefinition[], story: string, more: readonly string[]): Block[] {
  return [
    list(commands.map((command) => [typed(`/${story} ${command.name}`), text(` — ${command.summary}`)])),
    note(
      text(
        'Every sentence I show stands in a named article, and its number leads there. A question in the thread of a digest works without a command. More: ',
      ),
      ...more.flatMap((line, at) => [...(at === 0 ? [] : [text(', ')]), typed(`/${story} ${line}`)]),
    ),
  ];
}

function explained(command: CommandDefinition, story: string): Block[] {
  const blocks: Block[] = [paragraph(text(command.summary))];
  const args = argumentsOf(command);
  if (args.length > 0) {
    blocks.push(heading('Arguments'));
    blocks.push(list(args.map(({ name, description }) => [typed(`${name}:`), text(` ${description}`)])));
  }
  blocks.push(heading('Examples'));
  blocks.push(list(command.examples.map((example) => [typed(`/${story} ${example}`)])));
  return blocks;
}

function describe(command: CommandDefinition, story: string): object {
  return {
    name: command.name,
    summary: command.summary,
    arguments: argumentsOf(command),
    examples: command.examples.map((example) => `/${story} ${example}`),
  };
}

function argumentsOf(command: CommandDefinition): { readonly name: string; readonly description: string }[] {
  const properties = z.object({
    properties: z.record(z.string(), z.object({ description: z.string().default('') })).default({}),
  });
  const schema = properties.parse(z.toJSONSchema(command.args, { io: 'input' }));
  return Object.entries(schema.properties).map(([name, { description }]) => ({ name, description }));
}
