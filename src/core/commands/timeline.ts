import { isRead, unreadNote } from '../language/read-languages.ts';
import { publishedDay } from '../articles/published.ts';
import { z } from 'zod';
import { isoNow } from '../clock/clock.ts';
import { actorFinder } from '../digests/named-actors.ts';
import { findDisputes, sureOf } from '../disputes/find-disputes.ts';
import { dayWords } from '../messages/day-words.ts';
import type { Line } from '../messages/line.ts';
import { UserError } from '../errors/errors.ts';
import type { Block, Span } from '../messages/message.ts';
import { counted, list, note, paragraph, strong, text } from '../messages/spans.ts';
import { type Citer, citerFor } from '../stories/citer.ts';
import type { Library } from '../stories/library.ts';
import { daysByWeight } from '../stories/key-dates.ts';
import { sentenceLine } from '../stories/lines.ts';
import { isToldSince } from '../stories/told-since.ts';
import {
  contentWords,
  overlap,
  type PlanChange,
  timeline as readTimeline,
  type TimelineEntry,
  type TimelinePlace,
} from '../stories/timeline.ts';
import { type CommandContext, defineCommand } from './define-command.ts';
import { findOneActor } from './find-actors.ts';
import { nothingHeld } from './nothing-held.ts';
import { countArg, libraryWithin, momentOf, spanArgs } from './shared-args.ts';
import { actorNames } from './suggest.ts';

const shownEntries = 12;

export const timeline = defineCommand({
  name: 'timeline',
  summary: 'What happened when: the dated sentences of the articles, in order',
  examples: ['timeline', 'timeline n:20', 'timeline from:2025-02-17 to:2025-02-18', 'timeline actor:SURNAME'],
  args: {
    from: z.string().max(40).optional().describe('The first day: 2025-02-17, yesterday'),
    to: z.string().max(40).optional().describe('The last day: 2025-02-18, today'),
    actor: z.string().max(100).optional().describe('Only what names this person or organisation'),
    n: countArg(shownEntries, 50),
    ...spanArgs,
  },
  positional: ['from', 'to'],
  suggests: { actor: actorNames },
  run: async (args, context) => {
    const library = await libraryWithin(args, context);
    if (library.articles.length === 0) return nothingHeld(library.story, { entries: [] });
    const told = readTimeline(library).filter(wanted(args, library, context));
    const seen = { otherwise: otherwiseTold(library), today: dayAsked(args['as-of'], context), library };
    const entries = told.map((entry) => eventOf(entry, seen));
    const shown = mostImportant(entries, library, args.n ?? shownEntries);
    const citer = citerFor(library);
    const items = shown.map((event): Span[] => [
      strong(dayWords(event.date)),
      text(' — '),
      citer.excerpt(event.line),
      ...marks(event, citer),
    ]);
    const unread = unreadNote(library.articles.map(({ article }) => article.language));
    const isUnread = library.articles.every(({ article }) => !isRead(article.language));
    const none = isUnread ? [] : [paragraph(text(noneThen(readTimeline(library))))];
    const blocks: Block[] = items.length > 0 ? [list(items)] : none;
    if (unread !== undefined) blocks.push(note(text(unread)));
    if (shown.length < entries.length)
      blocks.push(
        note(
          text(
            `The ${shown.length} on the days that matter most, of ${counted(entries.length, 'entry', 'entries')}. More: n:50, or from: and to:.`,
          ),
        ),
      );
    return {
      message: {
        title: `Timeline: ${library.story.title}`,
        blocks: [...blocks, { kind: 'sources' }],
        citations: citer.citations(),
      },
      data: { entries },
    };
  },
});

/** What to say when nothing was found, with what there is to find. */
function noneThen(all: readonly TimelineEntry[]): string {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return 'No sentence of the articles held gives a date.';
  const none = 'No sentence of the articles held gives such a date.';
  if (first.date === last.date) return `${none} The only one given is ${dayWords(first.date)}.`;
  return `${none} Those that give one go from ${dayWords(first.date)} to ${dayWords(last.date)}.`;
}

interface Event extends Pick<TimelineEntry, 'date' | 'precision'> {
  readonly line: Line;
  /** Every article that tells it was published before the day: it was expected then. */
  readonly scheduled: boolean;
  /** It was expected, its day has passed, and no article tells of it since. */
  readonly unreported: boolean;
  /** It was put off, called off or moved, from or to this day: the line that says so, and the days where they are known. */
  readonly change: Change | null;
  /** Other days that other articles give for it, ISO 8601. */
  readonly disputed: readonly string[];
  /** Other numbers and places that they give, as worded. */
  readonly otherwise: readonly string[];
}

interface Change {
  readonly how: PlanChange['how'];
  readonly from: string | null;
  readonly to: string | null;
  readonly line: Line;
}

/** As many entries as asked for, in order: those on the days of which most is told, at first one a day. */
function mostImportant(entries: readonly Event[], library: Library, most: number): readonly Event[] {
  if (entries.length <= most) return entries;
  const days = daysByWeight(library);
  const rank = new Map(days.map((date, index) => [date, index]));
  const turns = new Map<string, number>();
  const placed = mostTellingFirst(entries).map((event) => {
    const turn = turns.get(event.date) ?? 0;
    turns.set(event.date, turn + 1);
    return { event, turn, rank: rank.get(event.date) ?? days.length };
  });
  const kept = placed.toSorted((one, other) => one.turn - other.turn || one.rank - other.rank).slice(0, most);
  const shown = new Set(kept.map(({ event }) => event));
  return entries.filter((event) => shown.has(event));
}

/** What leans on the sentence before, or is somebody's words, tells less of a day. */
const leaning = /^(?:["“‘'(]|(?:He|She|It|They|This|That|These|But|And|Details)\b)/u;

/**
 * What more origins tell before what fewer do, what has been before what was expected, what stands alone before what leans
 * on another sentence, and what most other sentences of its day speak of too.
 */
function mostTellingFirst(entries: readonly Event[]): Event[] {
  const told = entries.map((event) => ({ event, words: contentWords(event.line.text) }));
  return told
    .map(({ event, words }) => ({
      event,
      leans: leaning.test(event.line.text),
      shared: told.reduce((sum, other) => sum + (other.event.date === event.date ? overlap(words, other.words) : 0), 0),
    }))
    .toSorted(
      (one, other) =>
        other.event.line.origins - one.event.line.origins ||
        Number(one.event.scheduled) - Number(other.event.scheduled) ||
        Number(one.leans) - Number(other.leans) ||
        other.shared - one.shared,
    )
    .map(({ event }) => event);
}

interface Wanted {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actor?: string | undefined;
}

/** Throws UserError for a day that cannot be read, or an actor that nobody is. */
function wanted(
  { from, to, actor }: Wanted,
  library: Library,
  context: CommandContext,
): (entry: TimelineEntry) => boolean {
  const day = (typed: string): string => localDay(momentOf(typed, 'start', context), library.story.timeZone);
  const [first, last] = [from === undefined ? '' : day(from), to === undefined ? '9999' : day(to)];
  if (first > last)
    throw new UserError('The first day comes after the last one.', 'Give the earlier day first: from: and then to:.');
  const name = actor === undefined ? undefined : findOneActor(actor, library).name;
  const actorsIn = actorFinder(library);
  return ({ date, place, others }) => {
    if (date < first.slice(0, date.length) || date > last) return false;
    if (name === undefined) return true;
    return [place, ...others].some(({ held, sentence }) =>
      actorsIn(held, sentence).some((named) => named.name === name),
    );
  };
}

/** yyyy-mm-dd in a zone. */
function localDay(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(iso));
}

/** What an entry is seen against: disputes over days, and the day (yyyy-mm-dd) on which the timeline is read. */
interface Surroundings {
  readonly otherwise: ReadonlyMap<string, Otherwise>;
  readonly today: string;
  readonly library: Library;
}

function eventOf(entry: TimelineEntry, { otherwise, today, library }: Surroundings): Event {
  const { date, precision, place, others, change } = entry;
  const [lead, ...rest] = tellingFirst(date, [place, ...others]);
  const shown = lead ?? place;
  const { days, values } = otherwise.get(`${place.sentence.article}:${place.sentence.index}`) ?? nothingElse;
  const isOff = change !== undefined && change.to !== date;
  const scheduled =
    !isOff && precision === 'day' && [place, ...others].every(({ held }) => publishedDay(held.article) < date);
  return {
    date,
    precision,
    line: sentenceLine(shown.held, shown.sentence, rest),
    scheduled,
    unreported: scheduled && date < today && !isToldSince(entry, library),
    change: change === undefined ? null : changeLine(change),
    disputed: days,
    otherwise: values,
  };
}

function changeLine({ how, from, to, held, sentence }: PlanChange): Change {
  return { how, from: from ?? null, to: to ?? null, line: sentenceLine(held, sentence) };
}

/** The day of `as-of:`, else today, in the story's zone. */
function dayAsked(asOf: string | undefined, context: CommandContext): string {
  const moment = asOf === undefined ? isoNow(context.clock) : momentOf(asOf, 'end', context);
  return localDay(moment, context.story.timeZone);
}

/** Those that tell what happened before those that looked ahead to it. */
function tellingFirst(date: string, places: readonly TimelinePlace[]): TimelinePlace[] {
  return places.toSorted(
    (left, right) => Number(publishedDay(left.held.article) < date) - Number(publishedDay(right.held.article) < date),
  );
}

/** What other articles give instead of what a sentence gives: days (ISO 8601), and numbers and places as worded. */
interface Otherwise {
  readonly days: readonly string[];
  readonly values: readonly string[];
}

const nothingElse: Otherwise = { days: [], values: [] };

/** For each sentence that another article disputes, what others give. */
function otherwiseTold(library: Library): Map<string, Otherwise> {
  const told = new Map<string, Otherwise>();
  for (const { kind, sides } of sureOf(findDisputes(library))) {
    if (kind !== 'number' && kind !== 'date' && kind !== 'place') continue;
    for (const { value, line } of sides) {
      const others = sides.map((side) => side.value).filter((other) => other !== value);
      for (const { article, sentence } of line.receipts) {
        const key = `${article}:${sentence}`;
        const { days, values } = told.get(key) ?? nothingElse;
        told.set(key, kind === 'date' ? { days: others, values } : { days, values: [...values, ...others] });
      }
    }
  }
  return told;
}

function marks({ date, line, scheduled, unreported, change, disputed, otherwise }: Event, citer: Citer): Span[] {
  const others = [...disputed.map(dayWords), ...otherwise];
  const words = [
    ...(change !== null && change.to === date && change.from !== null
      ? [`${change.how} from ${dayWords(change.from)}`]
      : []),
    ...(scheduled ? ['scheduled when this was written'] : []),
    ...(unreported ? ['no article held says that it took place'] : []),
    ...(others.length > 0 ? [`disputed: others say ${others.join(', ')}`] : []),
  ];
  const off = change === null || change.to === date ? [] : offSpans(change, line, citer);
  return [...off, ...(words.length > 0 ? [text(` (${words.join('; ')})`)] : [])];
}

/** "(put off to 6 Mar 2025: …)", with the sentence that says so, unless it is the one shown. */
function offSpans(change: Change, { text: shown }: Line, citer: Citer): Span[] {
  const where = change.to === null ? '' : ` ${change.how === 'put off' ? 'until' : 'to'} ${dayWords(change.to)}`;
  const mark = strong(`${change.how}${where}`);
  return change.line.text === shown
    ? [text(' ('), mark, text(')')]
    : [text(' ('), mark, text(': '), citer.excerpt(change.line), text(')')];
}
