import { ApplicationCommandOptionType, ApplicationCommandType, type REST, Routes } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Bot } from '../../core/chat/bot.ts';
import type { CommandDefinition } from '../../core/commands/define-command.ts';
import { choiceTexts, commandTexts } from './command-texts.ts';
import { limits } from './limits.ts';

const texts = {
  name: z.string(),
  name_localizations: z.record(z.string(), z.string()).nullish().transform(present),
  description: z.string().default(''),
  description_localizations: z.record(z.string(), z.string()).nullish().transform(present),
};

/** An option as Discord keeps it, each member that it leaves out being filled in, so that two can be compared. */
const argumentSchema = z.object({
  ...texts,
  type: z.number(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z
    .array(z.object({ name: texts.name, name_localizations: texts.name_localizations, value: z.string() }))
    .default([]),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  max_length: z.number().optional(),
});

const verbSchema = z.object({ ...texts, type: z.number(), options: z.array(argumentSchema).default([]) });

const commandSchema = z.object({
  ...texts,
  type: z.number().default(ApplicationCommandType.ChatInput),
  options: z.array(verbSchema).default([]),
});

type Argument = z.infer<typeof argumentSchema>;
type Command = z.infer<typeof commandSchema>;

/** The type of a command of a message's menu. */
const ofMessages: number = ApplicationCommandType.Message;

type Stories = Bot['stories'];

/** The commands of a bot: for each story one with a subcommand for each verb of the table, and one of a message's menu. */
export function wantedCommands({ stories, commands }: Pick<Bot, 'stories' | 'commands'>): Command[] {
  const slash = stories.map((story) => ({
    ...commandTexts(story.key, story.title),
    type: ApplicationCommandType.ChatInput,
    options: commands.map((command) => ({
      ...commandTexts(command.name, command.summary),
      type: ApplicationCommandOptionType.Subcommand,
      options: argumentsOf(command),
    })),
  }));
  const menu = stories.slice(0, limits.messageCommands).map((story) => ({
    ...commandTexts(messageCommandName(story, stories), ''),
    type: ofMessages,
    options: [],
  }));
  return [...slash, ...menu];
}

/** What a message's menu offers. With several stories the command says which one. */
export function messageCommandName(story: Stories[number], stories: Stories): string {
  const name = stories.length === 1 ? 'Check against the articles' : `Check against /${story.key}`;
  return name.slice(0, limits.commandName);
}

/** Registers the commands unless Discord has them already: it limits how many are made in a day. */
export async function registerCommands(
  rest: REST,
  application: string,
  wanted: readonly Command[],
): Promise<'registered' | 'unchanged'> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known = z.array(commandSchema).safeParse(await rest.get(Routes.applicationCommands(application), { query }));
  if (known.success && isDeepStrictEqual(known.data.toSorted(byName), wanted.toSorted(byName))) return 'unchanged';
  await rest.put(Routes.applicationCommands(application), { body: wanted.map(toBody) });
  return 'registered';
}

function byName(left: Command, right: Command): number {
  return left.type - right.type || left.name.localeCompare(right.name);
}

const jsonSchema = z.object({
  properties: z.record(
    z.string(),
    z.object({
      type: z.string().default('string'),
      description: z.string().default(''),
      enum: z.array(z.string()).default([]),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      maxLength: z.number().optional(),
    }),
  ),
  required: z.array(z.string()).default([]),
});

const types: Readonly<Record<string, ApplicationCommandOptionType>> = {
  integer: ApplicationCommandOptionType.Integer,
  number: ApplicationCommandOptionType.Number,
  boolean: ApplicationCommandOptionType.Boolean,
};

function argumentsOf(command: CommandDefinition): Argument[] {
  const { properties, required } = jsonSchema.parse(z.toJSONSchema(command.args));
  const options = Object.entries(properties).map(([name, property]) => ({
    ...commandTexts(name, property.description),
    type: types[property.type] ?? ApplicationCommandOptionType.String,
    required: required.includes(name),
    autocomplete: command.suggests?.[name] !== undefined,
    choices: property.enum.map(choiceTexts),
    ...(property.minimum !== undefined && { min_value: property.minimum }),
    ...(property.maximum !== undefined && { max_value: property.maximum }),
    ...(property.maxLength !== undefined && { max_length: property.maxLength }),
  }));
  // Discord wants required options first.
  return options.toSorted((left, right) => Number(right.required) - Number(left.required));
}

/** Discord refuses members that do not fit the type of a command or an option. */
function toBody({ options, description, description_localizations, ...command }: Command): object {
  if (command.type === ofMessages) return command;
  return {
    ...command,
    description,
    description_localizations,
    options: options.map((verb) => ({ ...verb, options: verb.options.map(toArgument) })),
  };
}

function toArgument({ choices, autocomplete, ...option }: Argument): object {
  if (choices.length > 0) return { ...option, choices };
  return autocomplete ? { ...option, autocomplete } : option;
}

function present(localizations: Record<string, string> | null | undefined): Record<string, string> {
  return localizations ?? {};
}
