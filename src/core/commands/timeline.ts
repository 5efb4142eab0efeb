import { z } from 'zod';
import { actorFinder } from '../digests/named-actors.ts';
import { findDisputes } from '../disputes/find-disputes.ts';
import { dayWords } from '../messages/day-words.ts';
import type { Line } from '../messages/line.ts';
import { UserError } from '../errors/errors.ts';
import type { Block, Span } from '../messages/message.ts';
import { counted, list, note, paragraph, strong, text } from '../messages/spans.ts';
import { citerFor } from '../stories/citer.ts';
import type { HeldArticle, Library } from '../stories/library.ts';
import { daysByWeight } from '../stories/key-dates.ts';
import { sentenceLine } from '../stories/lines.ts';
import {
  contentWords,
  overlap,
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
    const otherDays = disputedDays(library);
    const entries = told.map((entry) => eventOf(entry, otherDays));
    const shown = mostImportant(entries, library, args.n ?? shownEntries);
    const citer = citerFor(library);
    const items = shown.map((event): Span[] => [
      strong(dayWords(event.date)),
      text(' — '),
      citer.excerpt(event.line),
      ...marks(event),
    ]);
    const blocks: Block[] = items.length > 0 ? [list(items)] : [paragraph(text(noneThen(readTimeline(library))))];
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
  /** Other days that other articles give for it, ISO 8601. */
  readonly disputed: readonly string[];
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

function eventOf({ date, precision, place, others }: TimelineEntry, otherDays: ReadonlyMap<string, string[]>): Event {
  const [lead, ...rest] = tellingFirst(date, [place, ...others]);
  const told = [place, ...others].map(({ held }) => publishedDay(held));
  return {
    date,
    precision,
    line: sentenceLine((lead ?? place).held, (lead ?? place).sentence, rest),
    scheduled: precision === 'day' && told.every((published) => published < date),
    disputed: otherDays.get(`${place.sentence.article}:${place.sentence.index}`) ?? [],
  };
}

/** Those that tell what happened before those that looked ahead to it. */
function tellingFirst(date: string, places: readonly TimelinePlace[]): TimelinePlace[] {
  return places.toSorted(
    (left, right) => Number(publishedDay(left.held) < date) - Number(publishedDay(right.held) < date),
  );
}

function publishedDay({ article }: HeldArticle): string {
  return (article.published ?? article.added).slice(0, 10);
}

/** For each sentence whose day another article disputes, the other days. */
function disputedDays(library: Library): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (const { sides } of findDisputes(library).filter(({ kind }) => kind === 'date')) {
    for (const { value, line } of sides) {
      const others = sides.map((side) => side.value).filter((other) => other !== value);
      for (const { article, sentence } of line.receipts) days.set(`${article}:${sentence}`, others);
    }
  }
  return days;
}

function marks({ scheduled, disputed }: Event): Span[] {
  return [
    ...(scheduled ? [text(' (scheduled when this was written)')] : []),
    ...(disputed.length > 0 ? [text(` (disputed: others say ${disputed.map(dayWords).join(', ')})`)] : []),
  ];
}
