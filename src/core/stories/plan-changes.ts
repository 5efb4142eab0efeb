import { publishedDay } from '../articles/published.ts';
import { matterOf, planSame } from './matter.ts';
import { type PutOff, putsOff } from './put-off.ts';
import type { PlanChange, TimelineEntry } from './timeline.ts';

/**
 * Entries with what changed of what they had planned. A sentence that puts something off stands with the entry of the day that
 * it had been planned for; where there is none, it is an entry itself.
 */
export function withChanges(entries: readonly TimelineEntry[], notices: readonly PutOff[]): TimelineEntry[] {
  const changes = new Map<TimelineEntry, PlanChange>();
  const planned = entries.filter(isPlan);
  const own = new Map(entries.map((entry) => [entry.place.sentence, entry]));
  const unmatched: TimelineEntry[] = [];
  for (const notice of notices) {
    const off = changedBy(notice, planned, changes);
    for (const entry of off)
      if (tellsMore(notice, changes.get(entry), entry)) changes.set(entry, changeOf(notice, entry.date));
    const from = notice.from ?? off[0]?.date;
    const row = own.get(notice.sentence);
    if (row !== undefined && notice.to === row.date && from !== undefined) changes.set(row, changeOf(notice, from));
    else if (row === undefined && off.length === 0 && from !== undefined) unmatched.push(entryOf(notice, from));
  }
  return [...entries.map((entry) => withChange(entry, changes.get(entry))), ...unmatched];
}

function withChange(entry: TimelineEntry, change: PlanChange | undefined): TimelineEntry {
  return change === undefined ? entry : { ...entry, change };
}

/** The entries that a notice takes off their day; where it does not name that, the next one of its matter is meant. */
function changedBy(
  notice: PutOff,
  planned: readonly TimelineEntry[],
  changes: ReadonlyMap<TimelineEntry, PlanChange>,
): TimelineEntry[] {
  const meant = planned
    .filter(({ date, place }) => putsOff(notice, { ...place, date }))
    .filter((entry) => !isMovedOn(changes.get(entry), entry, notice));
  const [first] = meant.toSorted((left, right) => (left.date < right.date ? -1 : 1));
  if (first === undefined) return [];
  const target = changes.get(first)?.to;
  return meant.filter((entry) => entry === first || (isSamePlan(entry, first) && entry.date !== target));
}

/** Articles that differ in the day of a plan have nearly the same days for it. */
const nearMs = 3 * 86_400_000;

function isSamePlan(one: TimelineEntry, other: TimelineEntry): boolean {
  if (one.date === other.date) return true;
  if (Math.abs(Date.parse(one.date) - Date.parse(other.date)) > nearMs) return false;
  return planSame(matterOf(one.place.sentence.text), matterOf(other.place.sentence.text));
}

/** It has been moved before, and to another day than this notice tells: that is of the later day. */
function isMovedOn(change: PlanChange | undefined, entry: TimelineEntry, { to, sentence }: PutOff): boolean {
  if (!isChanged(change, entry) || change?.to === undefined) return false;
  return to === undefined ? /\bagain\b/iu.test(sentence.text) : to !== change.to;
}

/** The first notice stands, unless another names the new day. */
function tellsMore({ to }: PutOff, change: PlanChange | undefined, entry: TimelineEntry): boolean {
  return !isChanged(change, entry) || (change?.to === undefined && to !== undefined);
}

/** That it was moved to its day leaves it planned. */
function isChanged(change: PlanChange | undefined, { date }: TimelineEntry): boolean {
  return change !== undefined && change.to !== date;
}

function changeOf({ held, sentence, how, to }: PutOff, from: string): PlanChange {
  return { held, sentence, how, from, ...(to !== undefined && { to }) };
}

function entryOf(notice: PutOff, date: string): TimelineEntry {
  const { held, sentence } = notice;
  return {
    date,
    precision: 'day',
    place: { held, sentence },
    others: [],
    ...(notice.how !== 'off' && { change: changeOf(notice, date) }),
  };
}

/** Every article that tells it looked ahead to the day. */
function isPlan({ date, precision, place, others }: TimelineEntry): boolean {
  return (
    precision === 'day' &&
    [place, ...others].every(({ held, sentence }) => {
      const published = publishedDay(held.article);
      return published < date || (published === date && ahead.test(sentence.text));
    })
  );
}

const ahead =
  /\b(?:will|is to|are to|is due|are due|is set|are set|is expected|are expected|plans? to|scheduled|planned)\b/iu;
