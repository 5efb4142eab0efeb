import { z } from 'zod';
import { isoNow } from '../clock/clock.ts';
import { composeLines } from '../digests/compose-digest.ts';
import { beginning } from '../digests/create-digest-desk.ts';
import type { DigestWindow } from '../digests/window.ts';
import { counted, list, note, paragraph, text, time } from '../messages/spans.ts';
import { citerFor } from '../stories/citer.ts';
import { writtenLabel } from '../writing/label.ts';
import { defineCommand } from './define-command.ts';
import { nothingHeld } from './nothing-held.ts';
import { libraryWithin, momentOf, spanArgs } from './shared-args.ts';

const shownLines = { line: 1, short: 4, full: 8 };
const lengths = ['line', 'short', 'full'] as const;

export const brief = defineCommand({
  name: 'brief',
  summary: 'The state of the story now, in at most eight lines',
  examples: ['brief', 'brief line', 'brief as-of:2025-02-17'],
  args: {
    length: z.enum(lengths, 'must be line, short or full').optional().describe('line, short or full (the default)'),
    ...spanArgs,
  },
  positional: ['length'],
  run: async ({ length = 'full', ...span }, context) => {
    const library = await libraryWithin(span, context);
    const asOf = span['as-of'] === undefined ? isoNow(context.clock) : momentOf(span['as-of'], 'end', context);
    const counts = {
      articles: library.articles.length,
      outlets: new Set(library.articles.map((held) => held.article.publisher)).size,
      origins: new Set(library.articles.map((held) => held.origin)).size,
    };
    if (counts.articles === 0) return nothingHeld(library.story, { ...counts, lines: [] });
    const window: DigestWindow = {
      from: beginning,
      to: asOf,
      // What was published by then counts, though it was taken in later.
      ...(span['as-of'] !== undefined && { counts: 'published' }),
    };
    // The line alone is the one that leads the few: how things stand, not what is most typical of the whole story.
    const state = composeLines(library, window, Math.max(shownLines[length], shownLines.short));
    const lines = await context.writer.write(state.slice(0, shownLines[length]), library);
    const citer = citerFor(library);
    const items = lines.map((line) => citer.dated(line));
    const label = writtenLabel(lines);
    const held = `${counted(counts.articles, 'article')}, ${counted(counts.outlets, 'outlet')}, ${counted(counts.origins, 'independent origin')}.`;
    return {
      message: {
        title: library.story.title,
        blocks: [
          note(
            text('As of '),
            time(asOf, 'datetime'),
            text(`: ${held}`),
            ...(label.length === 0 ? [] : [text(' '), ...label]),
          ),
          items.length > 0 ? list(items) : paragraph(text('No sentence of the articles held stands for itself.')),
          { kind: 'sources' },
        ],
        citations: citer.citations(),
      },
      data: { asOf, ...counts, lines },
    };
  },
});
