import { z } from 'zod';
import { UserError } from '../errors/errors.ts';
import { readQuiet } from '../schedules/quiet-hours.ts';
import { readTimeZone, readTiming, type TimingArguments } from '../schedules/read-timing.ts';
import type { ScheduleOptions } from '../schedules/schedule-desk.ts';
import type { Timing } from '../schedules/subscription.ts';
import type { Story } from '../stories/story.ts';
import { type CommandContext, type CommandResult, defineCommand } from './define-command.ts';
import { requireManager } from './require-manager.ts';
import { shown } from './schedule-message.ts';

const actions = ['show', 'set', 'pause', 'resume', 'off', 'remove'] as const;

export const schedule = defineCommand({
  name: 'schedule',
  about: 'bot',
  summary: 'When this channel is sent a digest: show, set, pause, resume or off',
  examples: [
    'schedule',
    'schedule set at:07:30 days:mon-fri tz:Europe/Paris',
    'schedule set at:07:30,18:00',
    'schedule set at:07:30 quiet:22:00-06:30 nothing:line',
    'schedule set quiet:22:00-06:30',
    'schedule set every:1m nothing:line',
    'schedule pause',
    'schedule resume',
    'schedule off',
  ],
  args: {
    action: z
      .enum(actions, { error: `must be one of ${actions.join(', ')}` })
      .optional()
      .describe('show, set, pause, resume or off (also: remove); show by default'),
    at: z.string().max(100).optional().describe('Local times, such as 07:30 or 07:30,18:00'),
    days: z.string().max(100).optional().describe('Days, such as mon-fri, mon,wed,fri or daily; daily by default'),
    tz: z.string().max(60).optional().describe('Time zone, such as Europe/Paris; the story’s own by default'),
    every: z.string().max(20).optional().describe('Instead of times of day: again and again, such as 1m, 30m or 2h'),
    quiet: z
      .string()
      .max(40)
      .optional()
      .describe('Nothing is posted by itself in these hours, such as 22:00-06:30; or none'),
    nothing: z
      .enum(['silent', 'line', 'heartbeat'], { error: 'must be one of silent, line, heartbeat' })
      .optional()
      .describe('When nothing is new: silent, a line each time, or a line once a week (heartbeat, the default)'),
  },
  positional: ['action'],
  run: async (args, context) => {
    const { story, origin, schedules } = context;
    const action = args.action ?? 'show';
    if (action !== 'set') refuseStrayArguments(args, story);
    if (action !== 'show')
      requireManager(origin, 'Schedules are set', `see the schedule with /${story.key} schedule show`);
    switch (action) {
      case 'show':
        return shown(await schedules.show(story, origin), story);
      case 'set':
        return set(args, context);
      case 'pause':
        return shown(await schedules.pause(story, origin), story);
      case 'resume':
        return shown(await schedules.resume(story, origin), story);
      case 'off':
      case 'remove':
        await schedules.remove(story, origin);
        return shown(undefined, story);
    }
  },
});

interface SetArguments extends TimingArguments {
  readonly quiet?: string | undefined;
  readonly nothing?: 'silent' | 'line' | 'heartbeat' | undefined;
}

async function set(args: SetArguments, { story, origin, schedules }: CommandContext): Promise<CommandResult> {
  const timing = await timingOf(args, { story, origin, schedules });
  const known = timing === undefined ? (await schedules.show(story, origin))?.subscription : undefined;
  const zone = zoneOf(timing ?? known?.timing) ?? args.tz ?? known?.quiet?.timeZone ?? story.timeZone;
  const quiet: ScheduleOptions['quiet'] =
    args.quiet === undefined ? undefined : (readQuiet(args.quiet, readTimeZone(zone)) ?? 'none');
  const nothingNew: ScheduleOptions['nothingNew'] = args.nothing === 'heartbeat' ? 'heartbeat-weekly' : args.nothing;
  const options = { ...(quiet !== undefined && { quiet }), ...(nothingNew !== undefined && { nothingNew }) };
  return shown(await schedules.set(story, timing, origin, options), story);
}

/** The times that are named; undefined when only the rest of a schedule is changed that the channel has. */
async function timingOf(
  args: SetArguments,
  { story, origin, schedules }: Pick<CommandContext, 'story' | 'origin' | 'schedules'>,
): Promise<Timing | undefined> {
  const { at, days, tz, every } = args;
  const changesRest = args.quiet !== undefined || args.nothing !== undefined;
  if (every !== undefined) {
    // A fixed time knows no zone, but quiet hours do.
    return readTiming({ at, days, every, ...(args.quiet === undefined && { tz }) }, story.timeZone);
  }
  const namesNone = at === undefined && days === undefined && tz === undefined;
  if (namesNone && changesRest && (await schedules.show(story, origin)) !== undefined) return undefined;
  return readTiming({ at, days, tz }, story.timeZone);
}

function zoneOf(timing: Timing | undefined): string | undefined {
  return timing?.kind === 'daily' ? timing.timeZone : undefined;
}

function refuseStrayArguments(args: SetArguments, story: Story): void {
  const stray = (['at', 'days', 'tz', 'every', 'quiet', 'nothing'] as const).find((key) => args[key] !== undefined);
  if (stray === undefined) return;
  throw new UserError(
    `schedule: "${stray}:" goes with set.`,
    `Type /${story.key} schedule set ${stray}:${args[stray] ?? ''} …`,
  );
}
