import { z } from 'zod';
import { UserError } from '../errors/errors.ts';
import { command, note, paragraph, text, time } from '../messages/spans.ts';
import { type CommandContext, type CommandResult, defineCommand } from './define-command.ts';
import { requireManager } from './require-manager.ts';

export const digest = defineCommand({
  name: 'digest',
  summary: 'The digest that this channel would get now: shown here, sent to you (preview) or posted (now)',
  examples: ['digest', 'digest preview', 'digest now'],
  args: {
    action: z
      .enum(['preview', 'now'], { error: 'must be preview or now' })
      .optional()
      .describe('preview: sent to you alone as it would be posted; now: post it here; neither: show it to you'),
  },
  positional: ['action'],
  run: async ({ action }, context) => {
    if (action === 'now') return postNow(context);
    if (action === 'preview') return preview(context);
    const { digest: composed, message } = await context.digests.show(context.story, context.origin.place);
    return { message, data: composed };
  },
});

async function preview({ story, origin, digests }: CommandContext): Promise<CommandResult> {
  const given = await digests.preview(story, origin);
  if ('message' in given) return { message: given.message, data: given.digest };
  const { asked, lastUnreached } = given;
  const unreached =
    lastUnreached === undefined
      ? []
      : [text(' The last one, of '), time(lastUnreached, 'datetime'), text(', did not reach you.')];
  const blocks = [
    paragraph(text('The preview is on its way to you, as a direct message: what this channel would be told now.')),
    note(
      text('If it does not come in a minute or two, I may not write to you directly.'),
      ...unreached,
      text(' To see the digest here: '),
      command(`/${story.key} digest`),
    ),
  ];
  return { audience: 'asker', message: { title: '', blocks, citations: [] }, data: { asked } };
}

async function postNow({ story, origin, digests }: CommandContext): Promise<CommandResult> {
  requireManager(origin, 'Digests are posted', `see this one by yourself with /${story.key} digest`);
  const at = await digests.now(story, origin.place);
  if (at === undefined) {
    throw new UserError(
      'This channel has no schedule, and I keep with it what was told here.',
      `Set one: /${story.key} schedule set at:07:30 days:mon-fri. Or show the digest once: /${story.key} digest public:yes.`,
    );
  }
  return {
    message: { title: '', blocks: [paragraph(text('The digest is on its way to this channel.'))], citations: [] },
    data: { asked: at },
  };
}
