import { z } from 'zod';
import { isoNow } from '../clock/clock.ts';
import { composeDigest } from '../digests/compose-digest.ts';
import { beginning } from '../digests/create-digest-desk.ts';
import { counted, note, paragraph, text } from '../messages/spans.ts';
import { receiptsMarkdown } from '../receipts/markdown.ts';
import { receiptsOf } from '../receipts/receipts-file.ts';
import { defineCommand } from './define-command.ts';
import { nothingHeld } from './nothing-held.ts';
import { momentOf, spanArgs, windowSince } from './shared-args.ts';

export const exportCommand = defineCommand({
  name: 'export',
  summary: 'The brief, or in its thread a digest, with all receipts as a file',
  examples: ['export', 'export json', 'export md since:2025-02-17'],
  args: {
    format: z.enum(['md', 'json'], 'must be md or json').optional().describe('md (the default) or json'),
    since: spanArgs.since,
  },
  positional: ['format'],
  run: async ({ format = 'md', since }, context) => {
    const library = await context.library();
    if (library.articles.length === 0) return nothingHeld(library.story, {});
    const from = since === undefined ? beginning : momentOf(since, 'start', context);
    const window = windowSince(from, library, isoNow(context.clock));
    const posted = since === undefined ? await context.digestReceipts() : undefined;
    const receipts = posted ?? receiptsOf(composeDigest(library, window), library);
    const json = format === 'json';
    const name = `${library.story.key}-${receipts.window.to.slice(0, 10)}.${format}`;
    const lines = counted(receipts.lines.length, 'line');
    return {
      message: {
        title: `Export: ${library.story.title}`,
        blocks: [
          paragraph(text(`${name}: ${lines} with receipts, from ${counted(receipts.articles.length, 'article')}.`)),
          note(text('The json file can be checked with communique verify FILE.')),
        ],
        citations: [],
      },
      data: receipts,
      file: json
        ? { name, mediaType: 'application/json', content: `${JSON.stringify(receipts, null, 2)}\n` }
        : { name, mediaType: 'text/markdown', content: receiptsMarkdown(receipts) },
    };
  },
});
