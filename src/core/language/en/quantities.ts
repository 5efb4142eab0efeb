import { stem } from '../../words/stem.ts';
import type { Bound, Quantity } from '../quantity.ts';
import {
  boundWords,
  countedAs,
  currencySigns,
  currencyWords,
  largeNumbers,
  smallNumbers,
  timeUnits,
} from './lists/numbers.ts';

const anyOf = (words: readonly string[]): string =>
  words.toSorted((left, right) => right.length - left.length).join('|');

const small = anyOf(Object.keys(smallNumbers));
const large = anyOf(Object.keys(largeNumbers).map((word) => (word.length > 2 ? `${word}s?` : word)));
const inWords = String.raw`(?:(?:an?|half an?|several|a few) (?:${large})\b|\b(?:${small})\b(?: and a half)?|(?:${large})\b)(?:(?:-| | and )(?:${small}|${large})\b)*`;
const inFigures = String.raw`\d+(?:,\d{3})*(?:\.\d+)?(?:\s?(?:${large})\b)*`;
const sign = String.raw`(?:(?:US|C|A|NZ)?[$€£¥])`;
const number = String.raw`(?:${sign}\s?)?(?:${inFigures}|${inWords})`;
const pattern = new RegExp(
  String.raw`(?<![\p{L}\d.,:/-])(?<bound>(?:${anyOf(Object.keys(boundWords))}) )?(?<first>${number})(?:(?:\s?[-–—]\s?| to | or )(?<second>${number}))?(?<plus>\+)?(?<rest>(?:[ -]?%|[ -](?:per ?cent|percent|percentage points?|[\p{L}’'-]+)(?: [\p{L}’'-]+){0,2})?)`,
  'giu',
);
const numberSign = new RegExp(String.raw`\d|\b(?:${small}|${large})\b`, 'iu');

/** The numbers that a sentence gives; no days, years, clock times, ordinals and names that end in one. */
export function quantitiesOf(text: string): Quantity[] {
  if (!numberSign.test(text)) return [];
  const found: Quantity[] = [];
  for (const match of text.matchAll(pattern)) {
    const made = quantityAt(text, match);
    if (made !== undefined) found.push(made);
  }
  return found;
}

const month =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)\b\.?/u;
const monthBefore = new RegExp(String.raw`${month.source.slice(1)} $`, 'u');
const yearBefore = /\b(?:in|of|since|from|by|until|before|after|late|early|mid|during|and|the|–|-|,)\s?$/iu;
/** "Article 5", "Resolution 1701", "Local 212", "F-16". */
const nameBefore = /\b\p{Lu}[\p{L}.]* $/u;
const wordsThatCount =
  /^(?:of|at|on|in|to|by|for|from|with|and|or|but|as|who|that|which|were|was|are|is|had|have|has|would|will|after|before|when|since|a|an|the|per|later|ago|earlier)$/iu;

function quantityAt(text: string, match: RegExpExecArray): Quantity | undefined {
  const { first = '', second, bound, rest = '', plus } = match.groups ?? {};
  const at = match.index + (bound?.length ?? 0);
  const end =
    at + first.length + (second === undefined ? 0 : text.slice(at + first.length).indexOf(second) + second.length);
  if (isNoQuantity(text, { at, end, first, second })) return undefined;
  const { value, upTo } = valuesOf(first, second);
  if (value === undefined) return undefined;
  const unit = unitOf(first, rest.replace(/^[ -]/u, ''));
  return {
    value,
    ...(upTo !== undefined && { upTo }),
    bound: plus === undefined ? boundOf(bound, first) : 'at least',
    unit: unit.unit,
    ...(unit.counted !== undefined && { counted: unit.counted }),
    role:
      /\b(?:from|up from|down from|compared with|instead of|after)\s+(?:an?\s|the\s(?:current\s)?)?$/iu.test(
        text.slice(0, match.index),
      ) && /\b(?:from|with|of)\s+(?:an?\s|the\s(?:current\s)?)?$/iu.test(text.slice(0, match.index))
        ? 'before'
        : 'now',
    words: text.slice(match.index, end),
    start: match.index,
    end,
  };
}

function isNoQuantity(
  text: string,
  {
    at,
    end,
    first,
    second,
  }: { readonly at: number; readonly end: number; readonly first: string; readonly second: string | undefined },
): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(end, end + 16);
  if (/^(?:st|nd|rd|th)\b|^:\d|^\s?(?:a\.?m|p\.?m|GMT|o’clock|o'clock)\b|^\/\d/iu.test(after)) return true;
  if (monthBefore.test(before) || (month.test(after.trimStart()) && /^\s/u.test(after))) return true;
  if (/^(?:1[5-9]|20)\d\d$/u.test(first) && (yearBefore.test(before) || /^(?:[,.;)]|$)/u.test(after.slice(0, 1))))
    return true;
  if (
    /^\d+$/u.test(first) &&
    nameBefore.test(before) &&
    at - 24 < at &&
    !/^(?:[A-Z][a-z]+ )$/u.test(text.slice(0, at)) &&
    !/^\s\p{Ll}/u.test(after)
  )
    return true;
  return (
    first.toLowerCase() === 'one' &&
    second === undefined &&
    /^(?:\sof\b|\s(?:another|day|side|hand|time|man|woman|by)\b|[.,;])/iu.test(after)
  );
}

function valuesOf(
  first: string,
  second: string | undefined,
): { readonly value: number | undefined; readonly upTo?: number } {
  const high = second === undefined ? undefined : valueOf(second);
  const low = valueOf(first);
  if (low === undefined || high === undefined) return { value: low };
  // "20 to 30 million": the multiple is said once.
  const times = high > low * 900 && largeIn(first) === 1 ? largeIn(second ?? '') : 1;
  return { value: low * times, upTo: high };
}

function largeIn(words: string): number {
  return words
    .toLowerCase()
    .split(/[\s-]+/u)
    .reduce((times, word) => times * (largeNumbers[word.replace(/s$/u, '')] ?? 1), 1);
}

/** The value of a number in words or figures: "two hundred and five thousand", "$1.5 billion", "half a million". */
export function valueOf(words: string): number | undefined {
  const bare = words.toLowerCase().replace(/^(?:us|c|a|nz)?[$€£¥]\s?/u, '');
  let [total, current, seen] = [0, 0, 0];
  for (const token of bare.split(/[\s-]+/u)) {
    const figure = /^\d/u.test(token)
      ? Number(/^\d+(?:,\d{3})*(?:\.\d+)?/u.exec(token)?.[0].replaceAll(',', ''))
      : smallNumbers[token];
    const times = largeNumbers[token.replace(/^[\d.,]+/u, '').replace(/(?<=.{3})s$/u, '')];
    if (figure !== undefined) {
      current += figure;
      seen += 1;
    } else if (token === 'half') {
      current += 0.5;
      seen += 1;
    }
    if (times === undefined) continue;
    seen += 1;
    const by = current === 0 ? 1 : current;
    if (times < 1_000) current = by * times;
    else [total, current] = [total + by * times, 0];
  }
  return seen === 0 ? undefined : total + current;
}

function boundOf(bound: string | undefined, first: string): Bound {
  if (/^(?:several|few|hundreds|thousands|dozens|millions)\b/iu.test(first)) return 'about';
  return boundWords[bound?.trim().toLowerCase() ?? ''] ?? 'exact';
}

function unitOf(first: string, rest: string): Pick<Quantity, 'unit' | 'counted'> {
  const currency = currencySigns[/[$€£¥]/u.exec(first)?.[0] ?? ''];
  if (currency !== undefined) return { unit: 'money', counted: currency };
  const lower = rest.toLowerCase();
  if (/^(?:%|per ?cent|percentage point)/u.test(lower)) return { unit: 'percent' };
  const words = lower.split(' ').filter(Boolean);
  const money = currencyWords[words[0] ?? ''];
  if (money !== undefined) return { unit: 'money', counted: money };
  const counted: string[] = [];
  for (const word of words) {
    if (wordsThatCount.test(word)) break;
    counted.push(word);
    if (timeUnits.has(word)) return { unit: 'time', counted: stem(word.replace(/s$/u, '')) };
  }
  // "13 dock workers": the last plural names what is counted.
  const noun =
    counted.find((word) => countedAs[word] !== undefined) ??
    counted.findLast((word) => /[^s]s$/u.test(word)) ??
    counted.at(0);
  return noun === undefined ? { unit: 'number' } : { unit: 'number', counted: countedAs[noun] ?? stem(noun) };
}
