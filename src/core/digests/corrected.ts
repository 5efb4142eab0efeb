import type { Line } from '../messages/line.ts';
import type { Span } from '../messages/message.ts';
import { text } from '../messages/spans.ts';
import type { Citer } from '../stories/citer.ts';
import { changedSentences } from '../stories/corrections.ts';
import type { Library } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { type DigestWindow, momentIn } from './window.ts';

/** A sentence that a publisher changed: `before` is null when it was put in, `after` when it was taken out. */
export interface CorrectedLine {
  readonly before: Line | null;
  readonly after: Line | null;
}

/** More changes than this in a window are left to the articles themselves. */
const mostCorrected = 8;

/** The sentences that publishers changed in texts taken in within a window. */
export function correctedIn(library: Library, window: DigestWindow): CorrectedLine[] {
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  return library.corrections
    .filter(({ later }) => momentIn(later, window) > from && momentIn(later, window) <= to)
    .flatMap((correction) =>
      changedSentences(correction).map(({ before, after }) => ({
        before: before === undefined ? null : sentenceLine(correction.earlier, before),
        after: after === undefined ? null : sentenceLine(correction.later, after),
      })),
    )
    .slice(0, mostCorrected);
}

/** A correction for people: both texts, as they stand. */
export function correctionSpans({ before, after }: CorrectedLine, citer: Citer): Span[] {
  if (before === null && after !== null) return [text('Added: '), citer.excerpt(after)];
  if (before !== null && after === null) return [text('Taken out: '), citer.excerpt(before)];
  if (before === null || after === null) return [];
  return [text('Was: '), citer.excerpt(before), text(' Now: '), citer.excerpt(after)];
}
