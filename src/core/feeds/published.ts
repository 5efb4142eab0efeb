import { z } from 'zod';
import { UserError } from '../errors/errors.ts';

const example = 'a date such as 2025-02-18, or a time such as 2025-02-18T09:30:00+01:00';

/** A time that a person wrote: a date (its first moment in UTC) or a date-time with an offset. Gives ISO 8601 UTC. */
export const publishedSchema = z
  .string({ error: `must be ${example}` })
  .transform(withSeconds)
  .pipe(z.union([z.iso.date(), z.iso.datetime({ offset: true })], { error: `must be ${example}` }))
  .transform((value) => new Date(value).toISOString());

const dateOrAnyMoment = z
  .string()
  .transform(withSeconds)
  .pipe(z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]));

/** Publishers fill an unknown date with the start of some epoch; the web itself is no older. */
const firstYear = 1990;

/**
 * The ISO 8601 UTC form of a time that a person wrote, by `publishedSchema`. `where` names the option that holds it.
 * Throws UserError for anything else.
 */
export function parsePublished(value: string, where: string): string {
  const parsed = publishedSchema.safeParse(value.trim());
  if (!parsed.success) throw new UserError(`${where}: "${value}" is no date.`, `Write ${example}.`);
  return parsed.data;
}

/** Longer than any time is written. Characters. */
const longestTime = 100;

/**
 * The ISO 8601 UTC form of a time as a page or a feed words it: ISO 8601 (loosely written), RFC 822 and what is near it, with
 * English names of months. A time without an offset is taken as UTC. Undefined when it cannot be told: a time in a zone that
 * is not known, and numbers alone that may be day or month.
 */
export function readPublished(value: string): string | undefined {
  if (value.length > longestTime) return undefined;
  const folded = value.trim().replaceAll(/\s+/g, ' ');
  const moment = readIso(folded) ?? readWorded(folded);
  return moment === undefined || moment.getUTCFullYear() < firstYear ? undefined : moment.toISOString();
}

function readIso(value: string): Date | undefined {
  const tidy = value
    .replace(/^(\d{4})(\d{2})(\d{2})(?=$|[ t])/i, '$1-$2-$3')
    .replace(/^(\d{4})([/.])(\d{2})\2(\d{2})(?=$|[ t])/i, '$1-$3-$4')
    .replace(/^(\d{4}-\d{2}-\d{2}) ?[ t] ?(?=\d)/i, '$1T')
    .replace(
      /T(\d{2})(\d{2})(\d{2})?(?=$|[ .+z-])/i,
      (_, hour, minute, second) => `T${hour}:${minute}:${second ?? '00'}`,
    )
    .replace(/ ?([+-]\d{2})(?::?(\d{2}))?$/, (zone, hours, minutes, at) =>
      at < 16 ? zone : `${hours}:${minutes ?? '00'}`,
    )
    .replace(/ ?(?:z|ut|utc|gmt)$/i, 'Z');
  const parsed = dateOrAnyMoment.safeParse(tidy);
  if (!parsed.success) return undefined;
  const zoned = /(?:Z|[+-]\d{2}:\d{2})$/.test(parsed.data) || !parsed.data.includes('T');
  return new Date(zoned ? parsed.data : `${parsed.data}Z`);
}

/** ISO 8601 lets a time end with its minutes; what checks it here does not. */
function withSeconds(value: string): string {
  return value.replace(/(T\d{2}:\d{2})(?=[+-]|Z|$)/, '$1:00');
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zone names of RFC 822 section 5, and the European ones that feeds use besides; hours from UTC. */
const zoneHours = new Map(
  Object.entries({
    ut: 0,
    utc: 0,
    gmt: 0,
    z: 0,
    est: -5,
    edt: -4,
    cst: -6,
    cdt: -5,
    mst: -7,
    mdt: -6,
    pst: -8,
    pdt: -7,
    wet: 0,
    west: 1,
    bst: 1,
    cet: 1,
    cest: 2,
    eet: 2,
    eest: 3,
    met: 1,
    mest: 2,
    msk: 3,
    sast: 2,
    hkt: 8,
    sgt: 8,
    jst: 9,
    kst: 9,
    aest: 10,
    aedt: 11,
    nzst: 12,
    nzdt: 13,
  }),
);

const weekday = '(?:[a-z]{3,9} )?';
const month = '(?<month>[a-z]{3})[a-z]{0,6}\\.?';
const time = '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?(?: ?(?<half>[ap])\\.?m\\.?)?';
const zone = '(?<zone>(?:gmt|utc)?[+-]\\d{2}:?\\d{2}|[a-z]{1,4})';

/** How a time with the name of its month is put together, commas left out: as in RFC 822, as in American prose, as in C. */
const shapes = [
  `${weekday}(?<day>\\d{1,2})[ -]${month}[ -](?<year>\\d{4}|\\d{2})(?: ${time}(?: ?${zone})?)?`,
  `${weekday}${month} (?<day>\\d{1,2}) (?<year>\\d{4})(?: ${time}(?: ?${zone})?)?`,
  `${weekday}${month} (?<day>\\d{1,2}) ${time}(?: ${zone})? (?<year>\\d{4})`,
].map((shape) => new RegExp(`^${shape}$`, 'i'));

function readWorded(value: string): Date | undefined {
  // RFC 822 allows comments in brackets.
  const plain = value
    .replaceAll(/\([^()]*\)/g, ' ')
    .replaceAll(/,| at /gi, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
  const parts = shapes.map((shape) => shape.exec(plain)?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return undefined;
  const { day = '', year = '', hour, minute = '00', second = '00', half } = parts;
  const monthNumber = months.indexOf((parts['month'] ?? '').toLowerCase()) + 1;
  const date = [fullYear(year), padded(monthNumber), padded(Number(day))].join('-');
  if (hour === undefined) return readIso(date);
  const offset = offsetOf(parts['zone'] ?? 'utc');
  return offset === undefined ? undefined : readIso(`${date}T${hourOfDay(hour, half)}:${minute}:${second}${offset}`);
}

/** RFC 2822, section 4.3: two digits are a year from 1950 to 2049. */
function fullYear(year: string): string {
  if (year.length !== 2) return year;
  return `${Number(year) < 50 ? '20' : '19'}${year}`;
}

function hourOfDay(hour: string, half: string | undefined): string {
  if (half === undefined) return padded(Number(hour));
  return padded((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0));
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}

function offsetOf(name: string): string | undefined {
  const [, sign, hours, minutes] = /^(?:gmt|utc)?([+-])(\d{2}):?(\d{2})$/i.exec(name) ?? [];
  if (sign !== undefined) return `${sign}${hours}:${minutes}`;
  // RFC 2822, section 4.3: the zones of a single letter were used with either sign, so they say nothing.
  const known = name.length === 1 ? 0 : zoneHours.get(name.toLowerCase());
  return known === undefined ? undefined : `${known < 0 ? '-' : '+'}${padded(Math.abs(known))}:00`;
}
