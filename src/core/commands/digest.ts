import { defineCommand } from './define-command.ts';

export const digest = defineCommand({
  name: 'digest',
  summary: 'The digest that this channel would get now; nothing is posted and nothing counts as told',
  examples: ['digest'],
  args: {},
  positional: [],
  run: async (_args, context) => {
    const { digest: composed, message } = await context.digests.preview(context.story, context.origin.place);
    return { message, data: composed };
  },
});
