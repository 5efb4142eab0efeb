import { command, paragraph, text } from '../messages/spans.ts';
import type { Story } from '../stories/story.ts';
import type { CommandResult } from './define-command.ts';

/** What every reading command says before the first article: nothing held is not the same as nothing found. */
export function nothingHeld(story: Story, data: object): CommandResult {
  return {
    message: {
      title: story.title,
      blocks: [
        paragraph(
          text('I hold no articles on this story yet. Whoever runs me can add some with '),
          command('communique ingest FILE|FOLDER|URL'),
          text('.'),
        ),
      ],
      citations: [],
    },
    data,
  };
}
