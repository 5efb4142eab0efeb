import type { Line } from '../messages/line.ts';
import { supersedes } from '../events/series.ts';
import type { HeldArticle } from '../stories/library.ts';
import { sentenceLine } from '../stories/lines.ts';
import { type Candidate, standsAlone } from './candidates.ts';
import { countedIn } from './running-counts.ts';
import { countingOf } from './standing.ts';

/**
 * Finds for a new sentence the one told before that it brings up to date: another value of the same thing. Background and what
 * is only alike bring nothing up to date. Undefined where nothing told before has an older value.
 */
export function updateFinder(told: readonly HeldArticle[]): (candidate: Candidate) => Line | undefined {
  const sentences = told
    .flatMap((held) => held.sentences.filter(standsAlone).map((sentence) => ({ held, sentence })))
    .map((at) => ({ at, counting: countingOf(at), subject: countedIn(at.sentence) }))
    .filter(({ counting, subject }) => counting !== undefined || subject !== undefined);
  return (candidate) => {
    const subject = countedIn(candidate.sentence);
    const now = countingOf(candidate);
    const before = sentences.findLast(
      (earlier) =>
        (subject !== undefined && earlier.subject === subject) ||
        (now !== undefined && earlier.counting !== undefined && supersedes(now, earlier.counting)),
    );
    return before === undefined ? undefined : sentenceLine(before.at.held, before.at.sentence);
  };
}
