import { findDisputes } from '../disputes/find-disputes.ts';
import type { Block } from '../messages/message.ts';
import { counted, note, paragraph, text } from '../messages/spans.ts';
import { citerFor } from '../stories/citer.ts';
import { defineCommand } from './define-command.ts';
import { disputeBlocks } from './dispute-blocks.ts';
import { nothingHeld } from './nothing-held.ts';
import { countArg, libraryWithin, spanArgs } from './shared-args.ts';

const shownDisputes = 5;

export const disputes = defineCommand({
  name: 'disputes',
  summary: 'Where articles contradict each other: each side with its source and time',
  examples: ['disputes', 'disputes n:20'],
  args: { n: countArg(shownDisputes, 20), ...spanArgs },
  positional: [],
  run: async (args, context) => {
    const library = await libraryWithin(args, context);
    if (library.articles.length === 0) return nothingHeld(library.story, { disputes: [] });
    const found = findDisputes(library);
    const shown = found.slice(0, args.n ?? shownDisputes);
    const citer = citerFor(library);
    const origins = new Set(library.articles.map(({ origin }) => origin)).size;
    const blocks: Block[] =
      shown.length > 0
        ? shown.flatMap((dispute) => disputeBlocks(dispute, citer))
        : [paragraph(text(noneAmong(origins)))];
    if (shown.length < found.length)
      blocks.push(note(text(`The newest ${shown.length} of ${found.length}. More: n:20.`)));
    if (shown.length > 0) blocks.push(note(text('I do not decide who is right.')));
    return {
      message: {
        title: `Disputes: ${library.story.title}`,
        blocks: [...blocks, { kind: 'sources' }],
        citations: citer.citations(),
      },
      data: { disputes: found },
    };
  },
});

function noneAmong(origins: number): string {
  return origins === 1
    ? 'All I hold comes from 1 independent origin, so nothing can contradict it.'
    : `I found no contradiction between the ${counted(origins, 'independent origin')} I hold.`;
}
