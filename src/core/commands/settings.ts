import { z } from 'zod';
import type { Block } from '../messages/message.ts';
import { command, list, note, strong, text } from '../messages/spans.ts';
import { type ChannelSettings, threadChoices } from '../settings/channel-settings.ts';
import { defineCommand } from './define-command.ts';
import { requireManager } from './require-manager.ts';

const threadWords: Readonly<Record<ChannelSettings['threads'], string>> = {
  mention: 'I answer in threads only when I am mentioned.',
  questions: 'I answer plain questions in the threads of my digests, and elsewhere when I am mentioned.',
  off: 'I stay out of threads.',
};

export const settings = defineCommand({
  name: 'settings',
  about: 'bot',
  summary: 'How I behave in this channel',
  examples: ['settings', 'settings threads:mention', 'settings threads:off'],
  args: {
    threads: z
      .enum(threadChoices, { error: `must be one of ${threadChoices.join(', ')}` })
      .optional()
      .describe('mention, questions (the default) or off: when I answer in threads'),
  },
  positional: [],
  run: async ({ threads }, context) => {
    const { story, origin } = context;
    if (threads !== undefined) {
      requireManager(origin, 'Settings are changed', `see them with /${story.key} settings`);
      await context.settings.save(origin.place, { threads });
    }
    const current = await context.settings.get(origin.place);
    const blocks: Block[] = [
      list([[strong('Threads'), text(` — ${threadWords[current.threads]}`)]]),
      note(text('Change: '), command(`/${story.key} settings threads:${threadChoices.join('|')}`)),
    ];
    return { message: { title: 'Settings of this channel', blocks, citations: [] }, data: { settings: current } };
  },
});
