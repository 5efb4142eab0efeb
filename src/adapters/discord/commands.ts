import { ApplicationCommandOptionType, type REST, Routes } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Bot } from '../../core/chat/bot.ts';
import type { CommandDefinition } from '../../core/commands/define-command.ts';
import { limits } from './limits.ts';

const optionSchema: z.ZodType<Option> = z.lazy(() =>
  z.object({
    type: z.number(),
    name: z.string(),
    description: z.string(),
    required: z.boolean().default(false),
    choices: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    options: z.array(optionSchema).default([]),
  }),
);

interface Option {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly choices: readonly { readonly name: string; readonly value: string }[];
  readonly options: readonly Option[];
}

const commandSchema = z.object({
  name: z.string(),
  description: z.string(),
  options: z.array(optionSchema).default([]),
});

type SlashCommand = z.infer<typeof commandSchema>;

/** The slash commands of a bot: one for each story, with a subcommand for each verb of the table. */
export function slashCommands({ stories, commands }: Pick<Bot, 'stories' | 'commands'>): SlashCommand[] {
  return stories.map((story) => ({
    name: story.key,
    description: story.title.slice(0, limits.description),
    options: commands.map((command) => ({
      type: ApplicationCommandOptionType.Subcommand,
      name: command.name,
      description: command.summary.slice(0, limits.description),
      required: false,
      choices: [],
      options: optionsOf(command),
    })),
  }));
}

/** Registers the commands unless Discord has them already: it limits how many are made in a day. */
export async function registerCommands(
  rest: REST,
  application: string,
  wanted: readonly SlashCommand[],
): Promise<'registered' | 'unchanged'> {
  const known = z.array(commandSchema).parse(await rest.get(Routes.applicationCommands(application)));
  const byName = (left: SlashCommand, right: SlashCommand): number => left.name.localeCompare(right.name);
  if (isDeepStrictEqual(known.toSorted(byName), wanted.toSorted(byName))) return 'unchanged';
  await rest.put(Routes.applicationCommands(application), { body: wanted.map(toBody) });
  return 'registered';
}

const argumentsSchema = z.object({
  properties: z.record(
    z.string(),
    z.object({
      type: z.string().default('string'),
      description: z.string().default(''),
      enum: z.array(z.string()).default([]),
    }),
  ),
  required: z.array(z.string()).default([]),
});

const types: Readonly<Record<string, ApplicationCommandOptionType>> = {
  integer: ApplicationCommandOptionType.Integer,
  number: ApplicationCommandOptionType.Number,
  boolean: ApplicationCommandOptionType.Boolean,
};

function optionsOf(command: CommandDefinition): Option[] {
  const { properties, required } = argumentsSchema.parse(z.toJSONSchema(command.args));
  const options = Object.entries(properties).map(([name, property]) => ({
    type: types[property.type] ?? ApplicationCommandOptionType.String,
    name,
    description: property.description.slice(0, limits.description),
    required: required.includes(name),
    choices: property.enum.map((value) => ({ name: value, value })),
    options: [],
  }));
  // Discord wants required options first.
  return options.toSorted((left, right) => Number(right.required) - Number(left.required));
}

/** Discord refuses members that do not fit the type of an option. */
function toBody(command: SlashCommand): object {
  return {
    ...command,
    options: command.options.map((verb) => ({
      type: verb.type,
      name: verb.name,
      description: verb.description,
      options: verb.options.map(toArgument),
    })),
  };
}

function toArgument({ options: _none, choices, ...option }: Option): object {
  return choices.length === 0 ? option : { ...option, choices };
}
