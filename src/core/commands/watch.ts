import { z } from 'zod';
import { UserError } from '../errors/errors.ts';
import type { Block, Message } from '../messages/message.ts';
import { command, counted, list, note, paragraph, strong, text } from '../messages/spans.ts';
import { meaningful } from '../watches/find-matches.ts';
import { describeRule, type Watch, watchKinds, type WatchRule } from '../watches/watch.ts';
import { type CommandContext, type CommandResult, defineCommand } from './define-command.ts';
import { findOneActor } from './find-actors.ts';
import { requireManager } from './require-manager.ts';

const actions = ['list', 'add', 'remove'] as const;

export const watch = defineCommand({
  name: 'watch',
  about: 'bot',
  summary: 'Alerts when something new matches, at most one an hour: list, add or remove',
  examples: [
    'watch',
    'watch add actor SURNAME',
    'watch add topic WORDS',
    'watch add term WORDS',
    'watch add dispute',
    'watch add topic WORDS role:ROLE',
    'watch remove term WORDS',
  ],
  args: {
    action: z
      .enum(actions, { error: `must be one of ${actions.join(', ')}` })
      .optional()
      .describe('list (the default), add or remove'),
    kind: z
      .enum(watchKinds, { error: `must be one of ${watchKinds.join(', ')}` })
      .optional()
      .describe('actor, topic (all the words, in any form), term (the words as they stand) or dispute'),
    what: z.string().trim().max(100, 'must have at most 100 characters').optional().describe('The name or the words'),
    role: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .describe('A role to mention in the alerts: its mention or its id'),
  },
  positional: ['action', 'kind', 'what'],
  run: async ({ action = 'list', kind, what = '', role: typed }, context) => {
    const { story, origin, watches } = context;
    if (action === 'list') return listed(await watches.list(story, origin), context);
    requireManager(origin, 'Watches are set', `see them with /${story.key} watch list`);
    if (kind === undefined)
      throw new UserError(`What shall I ${action}?`, `For example: /${story.key} watch ${action} term ceasefire.`);
    const rule = await ruleOf({ kind, what }, context);
    if (action === 'remove') {
      const removed = await watches.remove(story, rule, origin);
      return said([paragraph(text(`I no longer watch ${describeRule(removed)}.`))], { removed: ruleData(removed) });
    }
    const role = typed === undefined ? {} : { role: roleOf(typed, context) };
    const added = await watches.add(story, { ...rule, ...role }, origin);
    const blocks: Block[] = [
      paragraph(
        text('I watch '),
        strong(describeRule(added.watch)),
        text(` for this channel from now on${called(added.watch)}.`),
      ),
      note(text(`It would have fired ${counted(added.firings, 'time')} in the last week.`)),
    ];
    return said(blocks, { added: ruleData(added.watch), firings: added.firings });
  },
});

/** Throws UserError for an actor that nobody is, or words that mean nothing. */
async function ruleOf({ kind, what }: WatchRule, context: CommandContext): Promise<WatchRule> {
  if (kind === 'dispute') return { kind, what };
  if (kind === 'actor') return { kind, what: findOneActor(what, await context.library()).name };
  const holds = kind === 'topic' ? meaningful(what).length > 0 : /[\p{L}\p{N}]/u.test(what);
  if (!holds) throw new UserError(`watch: the ${kind} has no words.`, `Type them behind: watch add ${kind} ceasefire.`);
  return { kind, what };
}

/** Throws UserError where nobody can be mentioned, and for what is no role. */
function roleOf(typed: string, { origin }: CommandContext): string {
  if (origin.roleOf === undefined)
    throw new UserError(
      'watch: here I can mention nobody.',
      'Leave role: out, or set the watch in a channel of Slack or Discord.',
    );
  const role = origin.roleOf(typed);
  if (role !== undefined) return role;
  throw new UserError(
    `watch: "${typed}" is no role that I can mention.`,
    'Give the role’s mention or its id: "Copy Role ID" in Discord; in Slack the user group’s id, which begins with S.',
  );
}

/** No live mention: only an alert calls people. */
function called({ role }: Watch): string {
  return role === undefined ? '' : `, and mention the role ${role}`;
}

function listed(watches: readonly Watch[], { story }: CommandContext): CommandResult {
  const items = watches.map((one) => [
    strong(describeRule(one)),
    text(called(one)),
    text(one.state === 'paused' ? ' — paused: its messages could not be delivered' : ''),
  ]);
  const none = [
    paragraph(text('This channel watches nothing. Add something: '), command(`/${story.key} watch add term ceasefire`)),
  ];
  return said(items.length === 0 ? none : [list(items)], { watches: watches.map(ruleData) });
}

function ruleData({ kind, what, role, state, createdAt }: Watch): object {
  return { kind, what, ...(role !== undefined && { role }), state, createdAt };
}

function said(blocks: Block[], data: object): CommandResult {
  const message: Message = { title: 'Watches of this channel', blocks, citations: [] };
  return { message, data };
}
