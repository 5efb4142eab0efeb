import { beginning } from '../../core/text/beginning.ts';
import { limits } from './limits.ts';

/** What Discord shows of a command or an option, in the bot's own language and in others. */
export interface CommandTexts {
  readonly name: string;
  readonly name_localizations: Readonly<Record<string, string>>;
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>>;
}

/** A value to choose, as Discord shows it and as the command takes it. */
export interface ChoiceTexts extends Pick<CommandTexts, 'name' | 'name_localizations'> {
  readonly value: string;
}

/**
 * The one place where the texts of commands are made. A translation is added here, by Discord's locale:
 * https://discord.com/developers/docs/reference#locales
 */
export function commandTexts(name: string, description: string): CommandTexts {
  return {
    name,
    name_localizations: {},
    description: beginning(description, limits.description),
    description_localizations: {},
  };
}

/** The same for a value to choose. */
export function choiceTexts(value: string): ChoiceTexts {
  return { name: value, name_localizations: {}, value };
}
