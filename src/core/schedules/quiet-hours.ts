import { DateTime } from 'luxon';
import { UserError } from '../errors/errors.ts';
import { localMoment } from './due-times.ts';
import type { Quiet } from './subscription.ts';

/**
 * Reads quiet hours as people write them: "22:00-06:30". "none" is undefined. Throws UserError that says how to write them;
 * equal ends are refused, for nobody can tell whether they mean never or always.
 */
export function readQuiet(typed: string, timeZone: string): Quiet | undefined {
  if (/^(?:none|off|no)$/i.test(typed.trim())) return undefined;
  const [from, to, ...rest] = typed.split(/-|–/).map((part) => readTime(part));
  if (from === undefined || to === undefined || rest.length > 0) {
    throw new UserError(
      `schedule: quiet: "${typed.slice(0, 40)}" is no stretch of the day.`,
      'Write quiet:22:00-06:30, or quiet:none for no quiet hours.',
    );
  }
  if (from === to) {
    throw new UserError(
      `schedule: quiet: begins and ends at ${from}, so it says neither never nor always.`,
      'Write two different times, as in quiet:22:00-06:30, or quiet:none for no quiet hours.',
    );
  }
  return { from, to, timeZone };
}

function readTime(part: string): string | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(part.trim()) ?? [];
  const time = `${hour?.padStart(2, '0') ?? ''}:${minute ?? ''}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined;
}

/** When the quiet hours that hold a moment end; undefined when none hold it. Both in milliseconds since the epoch. */
export function quietUntil(quiet: Quiet | undefined, atMs: number): number | undefined {
  if (quiet === undefined) return undefined;
  const today = DateTime.fromMillis(atMs, { zone: quiet.timeZone }).startOf('day');
  for (const offset of [-1, 0]) {
    const first = today.plus({ days: offset });
    const last = quiet.from < quiet.to ? first : first.plus({ days: 1 });
    const end = localMoment(last, clockTime(quiet.to));
    if (localMoment(first, clockTime(quiet.from)) <= atMs && atMs < end) return end;
  }
  return undefined;
}

function clockTime(time: string): { readonly hour: number; readonly minute: number } {
  const [hour = '0', minute = '0'] = time.split(':');
  return { hour: Number(hour), minute: Number(minute) };
}
