import { fileURLToPath } from 'node:url';
import { loadStories } from '../config/stories.ts';
import { allCommands } from '../core/commands/all-commands.ts';
import { UserError } from '../core/errors/errors.ts';
import type { StartNeeds } from './start.ts';

const shippedStories = fileURLToPath(new URL('../../config/stories', import.meta.url));

/** Prints the manifest of the Slack app for the stories that are followed. Throws UserError for another platform's. */
export async function manifest({ line, settings, io }: StartNeeds): Promise<number> {
  const [platform = 'slack'] = line.words;
  if (platform !== 'slack')
    throw new UserError(`There is no manifest for "${platform}".`, 'Discord needs none: doctor prints its invitation.');
  const { slackManifest } = await import('../adapters/slack/manifest.ts');
  const { slack, slackPublicUrl } = settings;
  io.output(
    slackManifest({
      stories: loadStories(settings.storiesFolder ?? shippedStories),
      commands: allCommands,
      workspaces: slack?.kind === 'oauth' ? 'many' : 'one',
      ...(slackPublicUrl !== undefined && { publicUrl: slackPublicUrl }),
    }),
  );
  return 0;
}
