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

/**
 * The ISO 8601 UTC form of a time as a page or a feed words it: ISO 8601 (loosely written) or RFC 822. A time without an
 * offset is taken as UTC. Undefined when it cannot be told.
 */
export function readPublished(value: string): string | undefined {
  const moment = readIso(value.trim()) ?? readRfc822(value.trim());
  return moment === undefined || moment.getUTCFullYear() < firstYear ? undefined : moment.toISOString();
}

function readIso(value: string): Date | undefined {
  const tidy = value
    .replace(/^(\d{4}-\d{2}-\d{2})[ t](?=\d)/, '$1T')
    .replace(/ ?([+-]\d{2})(\d{2})$/, '$1:$2')
    .replace(/ ?z$/i, 'Z');
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
    msk: 3,
  }),
);

function readRfc822(value: string): Date | undefined {
  const shape =
    /^(?:[a-z]{3,9},? +)?(\d{1,2}) +([a-z]{3})[a-z]* +(\d{4}) +(\d{1,2}):(\d{2})(?::(\d{2}))?(?: *([a-z]{1,4}|[+-]\d{4}))?$/i;
  const match = shape.exec(value);
  if (match === null) return undefined;
  const [, day = '', monthName = '', year = '', hour = '', minute = '', second = '00', zone = 'utc'] = match;
  const month = months.indexOf(monthName.toLowerCase()) + 1;
  const padded = [day, String(month), hour].map((part) => part.padStart(2, '0'));
  const offset = offsetOf(zone);
  if (offset === undefined) return undefined;
  return readIso(`${year}-${padded[1]}-${padded[0]}T${padded[2]}:${minute}:${second}${offset}`);
}

function offsetOf(zone: string): string | undefined {
  if (/^[+-]\d{4}$/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const hours = zoneHours.get(zone.toLowerCase());
  if (hours === undefined) return undefined;
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}
