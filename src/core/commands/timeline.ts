import { z } from 'zod';
import type { Block, Span } from '../messages/message.ts';
import { counted, list, note, paragraph, strong, text } from '../messages/spans.ts';
import { citerFor } from '../stories/citer.ts';
import { sentenceLine } from '../stories/lines.ts';
import { timeline as readTimeline, type TimelineEntry } from '../stories/timeline.ts';
import { defineCommand } from './define-command.ts';
import { nothingHeld } from './nothing-held.ts';

const shownEntries = 12;

export const timeline = defineCommand({
  name: 'timeline',
  summary: 'What happened when: the dated sentences of the articles, in order',
  examples: ['timeline', 'timeline n:20'],
  args: {
    n: z.coerce
      .number('must be a number such as 20')
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .max(50, 'must be at most 50')
      .optional()
      .describe(`How many of the newest entries, 1 to 50; ${shownEntries} by default`),
  },
  positional: [],
  run: async ({ n }, context) => {
    const library = await context.library();
    if (library.articles.length === 0) return nothingHeld(library.story, { entries: [] });
    const entries = readTimeline(library).map((entry) => ({ entry, line: lineOf(entry) }));
    const shown = entries.slice(-(n ?? shownEntries));
    const citer = citerFor(library);
    const items = shown.map(({ entry, line }): Span[] => [strong(entry.date), text(' — '), citer.excerpt(line)]);
    const blocks: Block[] =
      items.length > 0 ? [list(items)] : [paragraph(text('No sentence of the articles held gives a date.'))];
    if (shown.length < entries.length) {
      blocks.push(
        note(text(`The newest ${shown.length} of ${counted(entries.length, 'entry', 'entries')}. More: n:50.`)),
      );
    }
    blocks.push({ kind: 'sources' });
    return {
      message: { title: `Timeline: ${library.story.title}`, blocks, citations: citer.citations() },
      data: { entries: entries.map(({ entry, line }) => ({ date: entry.date, precision: entry.precision, line })) },
    };
  },
});

function lineOf(entry: TimelineEntry): ReturnType<typeof sentenceLine> {
  return sentenceLine(entry.place.held, entry.place.sentence, entry.others);
}
