import { namedDayPattern } from '../clock/read-moment.ts';
import type { CommandDefinition } from './define-command.ts';

/** Words longer than this are cut off the command: Slack's own limit on a message is far above it. Characters. */
export const longestLine = 4_000;

/**
 * Takes a command's text apart: `key:value` for the keys that the command knows, "quotes" around values with spaces, and
 * the words that are left to the positional arguments in order, the last of which takes all the rest.
 */
export function parseArguments(text: string, command: CommandDefinition): Record<string, string> {
  const keys = new Set(Object.keys(command.args.shape));
  const args: Record<string, string> = {};
  const words: string[] = [];
  for (const token of tokens(text.slice(0, longestLine))) {
    const pair = /^([a-z][a-z-]*):(.+)$/is.exec(token);
    const key = pair?.[1]?.toLowerCase();
    const value = pair?.[2];
    if (key !== undefined && value !== undefined && keys.has(key)) args[key] = unquoted(value);
    else words.push(token);
  }
  return { ...args, ...positionals(words, command.positional) };
}

/** The first word of a line, lower-cased, and what follows it. */
export function splitVerb(line: string): { readonly verb: string; readonly rest: string } {
  const trimmed = line.trim();
  const end = trimmed.search(/\s/);
  if (end === -1) return { verb: trimmed.toLowerCase(), rest: '' };
  return { verb: trimmed.slice(0, end).toLowerCase(), rest: trimmed.slice(end).trim() };
}

/** A day has a space in it, and nobody thinks of quotation marks: since:17 Feb. */
const token = new RegExp(`[a-z-]+:"[^"]*"|[a-z-]+:${namedDayPattern}(?!\\S)|\\S+`, 'gi');

function tokens(text: string): string[] {
  return text.match(token) ?? [];
}

function unquoted(value: string): string {
  return /^".*"$/s.test(value) ? value.slice(1, -1) : value;
}

function positionals(words: readonly string[], names: readonly string[]): Record<string, string> {
  const args: Record<string, string> = {};
  names.forEach((name, index) => {
    const last = index === names.length - 1;
    const value = last ? words.slice(index).join(' ') : words[index];
    if (value !== undefined && value !== '') args[name] = value;
  });
  if (names.length === 0 && words.length > 0) args[words[0] ?? ''] = '';
  return args;
}
