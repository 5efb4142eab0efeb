import { z } from 'zod';
import { type Changes, findChanges } from '../changes/find-changes.ts';
import { isoNow } from '../clock/clock.ts';
import { correctionSpans } from '../digests/corrected.ts';
import { beginning } from '../digests/create-digest-desk.ts';
import type { Block, Span } from '../messages/message.ts';
import { counted, heading, list, note, paragraph, strong, text, time } from '../messages/spans.ts';
import type { FeedState } from '../polling/feed-state.ts';
import { isInTrouble } from '../polling/feed-state.ts';
import { type Citer, citerFor } from '../stories/citer.ts';
import { type CommandContext, defineCommand } from './define-command.ts';
import { nothingHeld } from './nothing-held.ts';
import { momentOf, windowSince } from './shared-args.ts';

export const changes = defineCommand({
  name: 'changes',
  summary: 'What is new, newly confirmed or corrected since you last looked',
  examples: ['changes', 'changes since:6h', 'changes since:2025-02-17'],
  args: {
    since: z.string().max(40).optional().describe('last (your last look, the default), 6h, yesterday, 2025-02-17'),
  },
  positional: ['since'],
  run: async ({ since = 'last' }, context) => {
    const library = await context.library();
    if (library.articles.length === 0) return nothingHeld(library.story, { new: [], confirmed: [], corrected: [] });
    const from = since === 'last' ? await lastLook(context) : momentOf(since, 'start', context);
    const found = findChanges(library, windowSince(from, library, isoNow(context.clock)));
    // A look further back, or at a shorter time, takes nothing back of what was told.
    await context.remember({ toldUntil: later(found.toldUntil, (await context.recall()).toldUntil) });
    const blind = (await context.feeds.health(context.story)).filter(isInTrouble);
    const citer = citerFor(library);
    return {
      message: {
        title: `Changes: ${library.story.title}`,
        blocks: [...blocksOf(found, citer, blind), ...blind.map(blindSpot), { kind: 'sources' }],
        citations: citer.citations(),
      },
      data: { ...found, blindSpots: blind.map(({ publisher, feed, reason }) => ({ publisher, feed, reason })) },
    };
  },
});

/** Since this person's last look or the channel's last digest, whichever is later; else everything is new. */
async function lastLook(context: CommandContext): Promise<string> {
  const { toldUntil } = await context.recall();
  const channel = await context.digests.toldUntil(context.story, context.origin.place);
  return later(beginning, toldUntil, channel);
}

/** The latest of some moments, ISO 8601 UTC. */
function later(...moments: (string | undefined)[]): string {
  return (
    moments
      .filter((moment) => moment !== undefined)
      .toSorted()
      .at(-1) ?? beginning
  );
}

function blocksOf(found: Changes, citer: Citer, blind: readonly FeedState[]): Block[] {
  const { window, articles } = found;
  const isFirst = Date.parse(window.from) === 0;
  if (articles === 0) {
    const where = blind.length === 0 ? '' : ' in what I could look at';
    const since = isFirst ? [] : [text(' since '), time(window.from, 'datetime')];
    return [paragraph(text(`Nothing new${where}`), ...since, text('.'))];
  }
  const count = `${counted(articles, 'article')} ${window.counts ?? 'added'} `;
  const since = isFirst
    ? [text('so far: you have not looked before.')]
    : [text('since '), time(window.from, 'datetime'), text('.')];
  const told = found.new.length + found.confirmed.length + found.corrected.length;
  return [
    note(text(count), ...since),
    ...(told === 0
      ? [paragraph(text('Nothing in what was added is new: it was told before, or cannot stand for itself.'))]
      : []),
    ...section(
      'New',
      found.new.map((line) => newSpans(line, citer)),
    ),
    ...section(
      'Newly confirmed by an independent origin',
      found.confirmed.map((line) => [citer.excerpt(line)]),
    ),
    ...section(
      'Corrected by the publisher',
      found.corrected.map((line) => correctionSpans(line, citer)),
    ),
  ];
}

/** "Update: … Earlier: At least 12 [2], 47 [3]." */
function newSpans(line: Changes['new'][number], citer: Citer): Span[] {
  const isUpdate = line.updates !== undefined || line.replaces.length > 0;
  const now = citer.excerpt(line);
  const earlier = line.replaces.flatMap(({ value, line: before }, index): Span[] => [
    text(index === 0 ? ' Earlier: ' : value === null ? ' ' : ', '),
    citer.excerpt({ ...before, text: value ?? before.text }),
  ]);
  return [...(isUpdate ? [strong('Update: ')] : []), now, ...earlier];
}

function section(words: string, items: Span[][]): Block[] {
  return items.length === 0 ? [] : [heading(words), list(items)];
}

/** Nothing new is not the same as not looked. */
function blindSpot({ publisher, reason, troubleSince }: FeedState): Block {
  const since = troubleSince === undefined ? [] : [text(' since '), time(troubleSince, 'datetime')];
  return note(text(`I could not look at ${publisher}`), ...since, text(`: ${reason ?? 'no answer'}`));
}
