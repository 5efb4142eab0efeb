import { z } from 'zod';
import { UserError } from '../errors/errors.ts';
import { paragraph, text } from '../messages/spans.ts';
import { type CommandContext, type CommandResult, defineCommand } from './define-command.ts';
import { requireManager } from './require-manager.ts';

export const digest = defineCommand({
  name: 'digest',
  summary: 'The digest that this channel would get now; nothing is posted unless you add now',
  examples: ['digest', 'digest preview', 'digest now'],
  args: {
    action: z
      .enum(['preview', 'now'], { error: 'must be preview or now' })
      .optional()
      .describe('preview: only you see it, and nothing counts as told; now: post it here. preview by default'),
  },
  positional: ['action'],
  run: async ({ action }, context) => {
    if (action === 'now') return postNow(context);
    const { digest: composed, message } = await context.digests.preview(context.story, context.origin.place);
    return { message, data: composed };
  },
});

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
