import { agesIn, holdersIn } from '../../language/en/contested.ts';
import type { Difference, Pair } from '../difference.ts';
import { differInAttendance } from '../attendance.ts';
import type { Claim } from '../claims.ts';
import { daysApart } from '../same-thing.ts';
import { calendarWord } from '../../words/calendar.ts';

/** One calls somebody the holder of an office, the other the former holder. */
export function offices({ one, other }: Pair): Difference | undefined {
  const holders = holdersIn(other.sentence.text);
  for (const left of holdersIn(one.sentence.text)) {
    const right = holders.find(
      ({ office, name, since }) => office === left.office && since !== left.since && isSameName(name, left.name),
    );
    if (right !== undefined)
      return { kind: 'office', values: [left.words, right.words], keys: [left.since, right.since] };
  }
  return undefined;
}

/** Two ages of one person. */
export function ages({ one, other }: Pair): Difference | undefined {
  const others = agesIn(other.sentence.text);
  for (const left of agesIn(one.sentence.text)) {
    const right = others.find(({ name, years }) => name === left.name && years !== left.years);
    if (right !== undefined) return { kind: 'age', values: [String(left.years), String(right.years)] };
  }
  return undefined;
}

function isSameName(one: string, other: string): boolean {
  return one === other || one.split(' ').at(-1) === other || other.split(' ').at(-1) === one;
}

/** Who was there, or was invited: told in any words, so that the event and the name must do. */
export function attendance({ one, other }: Pair): Difference | undefined {
  for (const left of one.attendances) {
    const differs = other.attendances.some((right) => differInAttendance(left, right));
    if (!differs || !isSameScene(one, other)) continue;
    const [yes, no] = left.of === 'presence' ? ['there', 'not there'] : ['invited', 'not invited'];
    return { kind: 'attendance', values: left.answer === 'yes' ? [yes, no] : [no, yes] };
  }
  return undefined;
}

/** Each name of one sentence stands in the other's article, and their days are not two. */
export function isSameScene(one: Claim, other: Claim): boolean {
  if (!namesStandIn(one, other) || !namesStandIn(other, one) || daysApart(one, other)) return false;
  return one.names.size + other.names.size > 0;
}

function namesStandIn({ sentence, names }: Claim, { held }: Claim): boolean {
  if (names.size === 0) return true;
  const text = held.article.text.toLowerCase();
  const words = sentence.text.match(/(?<=\S\s)\p{Lu}[\p{L}’'-]+/gu) ?? [];
  const opening = (word: string): string =>
    word
      .toLowerCase()
      .replace(/['’]s$/, '')
      .slice(0, 5);
  return words.every((word) => calendarWord.test(word.toLowerCase()) || text.includes(opening(word)));
}
