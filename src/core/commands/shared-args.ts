import { publishedDay } from '../articles/published.ts';
import { z } from 'zod';
import { readMoment } from '../clock/read-moment.ts';
import type { DigestWindow } from '../digests/window.ts';
import { UserError } from '../errors/errors.ts';
import { counted } from '../messages/spans.ts';
import { within } from '../stories/as-of.ts';
import type { Library } from '../stories/library.ts';
import type { CommandContext } from './define-command.ts';

/** The keys by which reading commands look at a stretch of the story. */
export const spanArgs = {
  since: z.string().max(40).optional().describe('Only articles published since: 6h, yesterday, 17 Feb, 2025-02-17'),
  'as-of': z.string().max(40).optional().describe('As the articles told it then: yesterday, 2025-02-17T14:30'),
};

/** `n:`, how many are shown. */
export function countArg(usual: number, most: number) {
  return z.coerce
    .number('must be a number such as 20')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(most, `must be at most ${most}`)
    .optional()
    .describe(`How many, 1 to ${most}; ${usual} by default`);
}

interface SpanArguments {
  readonly since?: string | undefined;
  readonly 'as-of'?: string | undefined;
}

/** The story within the asked span. Throws UserError for a time that cannot be read, or when nothing was published then. */
export async function libraryWithin(args: SpanArguments, context: CommandContext): Promise<Library> {
  const { since, 'as-of': asOf } = args;
  const library = await context.library();
  const found = within(library, {
    from: since === undefined ? undefined : momentOf(since, 'start', context),
    to: asOf === undefined ? undefined : momentOf(asOf, 'end', context),
  });
  if (found.articles.length === 0 && library.articles.length > 0) throw nothingThen(library);
  return found;
}

/**
 * What came since a moment. Before the first article was taken in nothing could be added: then articles count from when they
 * were published.
 */
export function windowSince(from: string, { articles }: Library, to: string): DigestWindow {
  const asked = Date.parse(from);
  const held = articles.some(({ article }) => Date.parse(article.added) <= asked);
  return { from, to, ...(asked > 0 && !held && { counts: 'published' as const }) };
}

function nothingThen({ articles }: Library): UserError {
  const days = articles.map(({ article }) => publishedDay(article)).toSorted();
  return new UserError(
    'No article that I hold was published then.',
    `I hold ${counted(articles.length, 'article')}, from ${days[0] ?? ''} to ${days.at(-1) ?? ''}.`,
  );
}

/** A moment as somebody typed it, ISO 8601 UTC; a bare day means its start or its end. Throws UserError. */
export function momentOf(typed: string, edge: 'start' | 'end', { clock, story }: CommandContext): string {
  return readMoment(typed, { nowMs: clock.now(), timeZone: story.timeZone, edge });
}
