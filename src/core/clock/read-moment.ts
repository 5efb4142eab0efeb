import { DateTime, type DurationLikeObject } from 'luxon';
import { UserError } from '../errors/errors.ts';

const units: Readonly<Record<string, keyof DurationLikeObject>> = {
  m: 'minutes',
  h: 'hours',
  d: 'days',
  w: 'weeks',
};
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const monthPattern =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** 29 February 1896 was followed by the one of 1904: among so many years in a row there is one with that day. */
const leapGap = 9;

/** The present moment and the zone in which days begin; `edge` says which end of a day a bare day means. */
export interface MomentContext {
  readonly nowMs: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly edge: 'start' | 'end';
}

/**
 * Reads a moment as people write it: "6h", "2 days ago", "yesterday", "monday", "17 Feb", "2025-02-17", "2025-02-17 14:30". Returns
 * ISO 8601 UTC. Throws UserError with ways to write it.
 */
export function readMoment(typed: string, context: MomentContext): string {
  const words = typed.trim().toLowerCase();
  const now = DateTime.fromMillis(context.nowMs, { zone: context.timeZone });
  const found = agoOf(words, now) ?? dayOf(words, now, context.edge) ?? momentOf(typed.trim(), context.timeZone);
  const iso = found?.isValid === true ? found.toUTC().toISO() : null;
  if (iso !== null) return iso;
  throw new UserError(
    `"${typed.slice(0, 40)}" is no time that I understand.`,
    'Write it like 6h, 2d, yesterday, monday, 17 Feb, 2025-02-17 or 2025-02-17T14:30.',
  );
}

function agoOf(words: string, now: DateTime): DateTime | undefined {
  const match =
    /^(\d{1,4})\s*(?:(m)(?:in(?:ute)?s?)?|(h)(?:(?:ou)?rs?)?|(d)(?:ays?)?|(w)(?:eeks?|ks?)?)(?:\s+ago)?$/.exec(words);
  const unit = units[match?.slice(2).find((letter) => letter !== undefined) ?? ''];
  return unit === undefined ? undefined : now.minus({ [unit]: Number(match?.[1]) });
}

function dayOf(words: string, now: DateTime, edge: MomentContext['edge']): DateTime | undefined {
  if (words === 'now') return now;
  const back = words === 'today' ? 0 : words === 'yesterday' ? 1 : words === 'tomorrow' ? -1 : daysSince(words, now);
  const day = back === undefined ? undefined : now.minus({ days: back });
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(words) ? DateTime.fromISO(words, { zone: now.zone }) : undefined;
  const date = day ?? iso ?? namedDay(words, now);
  return edge === 'start' ? date?.startOf('day') : date?.endOf('day');
}

/** A month by its name or the beginning of it, before or behind the day of the month, for parsers of what people type. */
export const namedDayPattern = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${monthPattern}|${monthPattern}\\s+\\d{1,2}(?:st|nd|rd|th)?)(?:,?\\s+\\d{4})?`;
const wholeNamedDay = new RegExp(`^${namedDayPattern}$`, 'i');

/** "17 Feb", "February 17th", "Feb 17, 2025". Without a year it is the last such day, today included. */
function namedDay(words: string, now: DateTime): DateTime | undefined {
  if (!wholeNamedDay.test(words)) return undefined;
  const month =
    months.findIndex((name) => name.startsWith(/[a-z]{3}/.exec(words.replace(/^\d+[a-z]*/, ''))?.[0] ?? '?')) + 1;
  const day = Number(/\d{1,2}/.exec(words)?.[0]);
  const year = /\d{4}$/.exec(words)?.[0];
  const inYear = (one: number): DateTime => DateTime.fromObject({ year: one, month, day }, { zone: now.zone });
  if (year !== undefined) return inYear(Number(year));
  const candidates = Array.from({ length: leapGap }, (_, back) => inYear(now.year - back));
  return candidates.find((one) => one.isValid && one <= now) ?? inYear(now.year);
}

/** How many days ago the last such weekday was, today included. */
function daysSince(words: string, now: DateTime): number | undefined {
  const index = weekdays.findIndex((day) => words.length >= 3 && day.startsWith(words));
  return index < 0 ? undefined : (now.weekday - 1 - index + 7) % 7;
}

function momentOf(typed: string, zone: string): DateTime | undefined {
  const iso = typed.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T');
  return /^\d{4}-\d{2}-\d{2}T/i.test(iso) ? DateTime.fromISO(iso, { zone }) : undefined;
}
