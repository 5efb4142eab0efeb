import type { Block, Span } from '../messages/message.ts';
import { command as typed, counted, list, note, paragraph, strong, text, time } from '../messages/spans.ts';
import { describeMoment, describeTiming } from '../schedules/describe-timing.ts';
import { quietUntil } from '../schedules/quiet-hours.ts';
import type { ScheduleView, ShownRun } from '../schedules/schedule-desk.ts';
import type { NothingNew, Subscription } from '../schedules/subscription.ts';
import type { Story } from '../stories/story.ts';
import type { CommandResult } from './define-command.ts';

/** How many late or skipped digests are told, newest first. */
const shownTroubles = 5;

/** A channel's schedule: what is wished for, what comes next, what came of the last ones. */
export function shown(view: ScheduleView | undefined, story: Story): CommandResult {
  const title = `Digests of ${story.title}`;
  if (view === undefined) {
    const block = paragraph(
      text('This channel has no schedule. Set one: '),
      typed(`/${story.key} schedule set at:07:30 days:mon-fri`),
    );
    return { message: { title, blocks: [block], citations: [] }, data: { schedule: null } };
  }
  const { subscription, nextDue, runs } = view;
  const { timing, state, quiet, nothingNew } = subscription;
  const zone = timing.kind === 'daily' ? timing.timeZone : (quiet?.timeZone ?? story.timeZone);
  const troubles = runs.filter(({ result, late }) => result === 'skipped' || late).slice(0, shownTroubles);
  const lastRun = runs.find(({ result }) => result !== 'skipped');
  const nextDueLocal = nextDue.map((at) => describeMoment(at, zone));
  return {
    message: {
      title,
      blocks: [
        ...wish(subscription),
        ...(lastRun === undefined ? [] : [paragraph(text('Last: '), ...cameOf(lastRun))]),
        ...next(view, nextDueLocal, story),
        ...(troubles.length === 0 ? [] : [paragraph(text('Late or skipped:')), list(troubles.map(trouble))]),
      ],
      citations: [],
    },
    data: {
      schedule: {
        timing,
        state,
        nextDue,
        nextDueLocal,
        quiet: quiet ?? null,
        nothingNew,
        lastRun: lastRun ?? null,
        troubles,
      },
    },
  };
}

const whenNothingIsNew = {
  silent: 'When nothing is new, nothing is posted.',
  line: 'When nothing is new, a line says so.',
  'heartbeat-weekly': 'When nothing is new, nothing is posted, but once a week a line says that I am still here.',
} satisfies Record<NothingNew, string>;

function wish({ timing, state, quiet, nothingNew }: Subscription): Block[] {
  const paused = state === 'paused' ? ' — paused' : '';
  const hours =
    quiet === undefined
      ? []
      : [text(`Quiet hours: ${quiet.from}–${quiet.to} (${quiet.timeZone}); what is due then waits and comes as one. `)];
  return [
    paragraph(text('A digest comes to this channel '), strong(describeTiming(timing)), text(`${paused}.`)),
    note(...hours, text(whenNothingIsNew[nothingNew])),
  ];
}

function next({ subscription, nextDue }: ScheduleView, local: readonly string[], story: Story): Block[] {
  if (nextDue.length === 0) return [note(text('Nothing is due. Go on with '), typed(`/${story.key} schedule resume`))];
  const item = (words: string, index: number): Span[] => {
    const held = quietUntil(subscription.quiet, Date.parse(nextDue[index] ?? ''));
    return [text(held === undefined ? words : `${words} — in quiet hours, so at ${subscription.quiet?.to ?? ''}`)];
  };
  return [paragraph(text('Next due:')), list(local.map(item))];
}

function cameOf({ dueAt, at, result, state, reason, slot }: ShownRun): Span[] {
  const due = slot.startsWith('now:') ? [text('asked for '), time(dueAt, 'datetime')] : [time(dueAt, 'datetime')];
  const words = {
    composed: composedWords(state, reason),
    'nothing-new': 'nothing was new, so nothing was posted',
    held: 'held until quiet hours end',
    told: 'a digest composed later told it already',
    'left-out': 'left out, because the digest before it had not arrived; the next one tells what is new',
    skipped: 'skipped',
  } satisfies Record<ShownRun['result'], string>;
  const looked = Date.parse(at) - Date.parse(dueAt) < 60_000 ? [] : [text(', at '), time(at, 'datetime')];
  return [...due, text(` — ${words[result]}`), ...looked, text('.')];
}

function composedWords(state: string | undefined, reason: string | undefined): string {
  const why = reason === undefined ? '' : ` (${reason})`;
  if (state === 'sent') return 'posted';
  if (state === 'given-up') return `not posted${why}`;
  return state === 'failed' ? `not posted yet, I keep trying${why}` : 'on its way';
}

function trouble({ result, dueAt, at, count = 1, since }: ShownRun): Span[] {
  if (result !== 'skipped')
    return [text('late: due '), time(dueAt, 'datetime'), text(', composed '), time(at, 'datetime')];
  const from = count === 1 || since === undefined ? [] : [time(since, 'datetime'), text(' to ')];
  return [
    text(count === 1 ? 'skipped: due ' : `skipped: ${counted(count, 'digest')} due from `),
    ...from,
    time(dueAt, 'datetime'),
    text(', because I was not running then and it was too late when I was; the next digest tells what is new'),
  ];
}
