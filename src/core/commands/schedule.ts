import { z } from 'zod';
import type { Origin } from '../chat/place.ts';
import { UserError } from '../errors/errors.ts';
import type { Block } from '../messages/message.ts';
import { command as typed, list, note, paragraph, strong, text, time } from '../messages/spans.ts';
import { describeTiming } from '../schedules/describe-timing.ts';
import { readTiming } from '../schedules/read-timing.ts';
import type { ScheduleView } from '../schedules/schedule-desk.ts';
import type { Story } from '../stories/story.ts';
import { type CommandContext, type CommandResult, defineCommand } from './define-command.ts';

const actions = ['show', 'set', 'pause', 'resume', 'remove'] as const;

export const schedule = defineCommand({
  name: 'schedule',
  summary: 'When this channel is sent a digest: show, set, pause, resume or remove',
  examples: [
    'schedule',
    'schedule set at:07:30 days:mon-fri tz:Europe/Paris',
    'schedule set at:07:30,18:00',
    'schedule set every:1m',
    'schedule pause',
  ],
  args: {
    action: z
      .enum(actions, { error: `must be one of ${actions.join(', ')}` })
      .optional()
      .describe('show, set, pause, resume or remove; show by default'),
    at: z.string().max(100).optional().describe('Local times, such as 07:30 or 07:30,18:00'),
    days: z.string().max(100).optional().describe('Days, such as mon-fri, mon,wed,fri or daily; daily by default'),
    tz: z.string().max(60).optional().describe('Time zone, such as Europe/Paris; the story’s own by default'),
    every: z.string().max(20).optional().describe('Instead of times of day: again and again, such as 1m, 30m or 2h'),
  },
  positional: ['action'],
  run: async (args, context) => {
    const { story, origin, schedules } = context;
    const action = args.action ?? 'show';
    if (action !== 'set') refuseStrayArguments(args, story);
    if (action !== 'show') requireManager(origin, story);
    switch (action) {
      case 'show':
        return shown(await schedules.show(story, origin), story);
      case 'set':
        return set(args, context);
      case 'pause':
        return shown(await schedules.pause(story, origin), story);
      case 'resume':
        return shown(await schedules.resume(story, origin), story);
      case 'remove':
        await schedules.remove(story, origin);
        return shown(undefined, story);
    }
  },
});

interface TimingArguments {
  readonly at?: string | undefined;
  readonly days?: string | undefined;
  readonly tz?: string | undefined;
  readonly every?: string | undefined;
}

async function set(args: TimingArguments, { story, origin, schedules }: CommandContext): Promise<CommandResult> {
  const timing = readTiming(args, story.timeZone);
  return shown(await schedules.set(story, timing, origin), story);
}

function refuseStrayArguments(args: TimingArguments, story: Story): void {
  const stray = (['at', 'days', 'tz', 'every'] as const).find((key) => args[key] !== undefined);
  if (stray === undefined) return;
  throw new UserError(
    `schedule: "${stray}:" goes with set.`,
    `Type /${story.key} schedule set ${stray}:${args[stray] ?? ''} …`,
  );
}

function requireManager(origin: Origin, story: Story): void {
  if (origin.user.mayManage) return;
  throw new UserError(
    'Schedules are set by people who may manage this channel.',
    `Ask one of them, or see the schedule with /${story.key} schedule show.`,
  );
}

function shown(view: ScheduleView | undefined, story: Story): CommandResult {
  if (view === undefined) {
    const block = paragraph(
      text('This channel has no schedule. Set one: '),
      typed(`/${story.key} schedule set at:07:30 days:mon-fri`),
    );
    return {
      message: { title: `Digests of ${story.title}`, blocks: [block], citations: [] },
      data: { schedule: null },
    };
  }
  const { subscription, nextDue } = view;
  const state = subscription.state === 'paused' ? ' — paused' : '';
  const blocks: Block[] = [
    paragraph(text('A digest comes to this channel '), strong(describeTiming(subscription.timing)), text(`${state}.`)),
  ];
  if (nextDue.length > 0)
    blocks.push(paragraph(text('Next due:')), list(nextDue.map((due) => [time(due, 'datetime')])));
  else blocks.push(note(text('Nothing is due. Go on with '), typed(`/${story.key} schedule resume`)));
  return {
    message: { title: `Digests of ${story.title}`, blocks, citations: [] },
    data: { schedule: { timing: subscription.timing, state: subscription.state, nextDue } },
  };
}
