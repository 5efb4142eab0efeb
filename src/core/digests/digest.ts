import type { Dispute } from '../disputes/find-disputes.ts';
import type { ArticleId } from '../ids/ids.ts';
import type { Line } from '../messages/line.ts';
import type { CorrectedLine } from './corrected.ts';
import type { DigestWindow } from './window.ts';

export interface DigestLine extends Line {
  /** What was told before of the same event, to which this adds a fact. */
  readonly updates?: Line;
  /** Actors the line is about, by shown name. */
  readonly actors: readonly string[];
}

/** A sentence that could have stood in the digest and does not, with the reason. */
export interface LeftOut {
  readonly reason: 'same-as' | 'less-important' | 'copy' | 'suspect';
  readonly line: Line;
}

export interface DigestSource {
  readonly article: ArticleId;
  readonly publisher: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly sample: boolean;
}

/** How many sentences that were left out a digest lists. */
export const mostLeftOut = 20;

export interface Digest {
  readonly window: DigestWindow;
  readonly lines: readonly DigestLine[];
  readonly corrected: readonly CorrectedLine[];
  /** Contradictions in which an article of the window has a part. */
  readonly disputes: readonly Dispute[];
  /** At most `mostLeftOut`; copies first, then what says the same, then what weighs less. */
  readonly leftOut: readonly LeftOut[];
  /** How many were left out for each reason: articles as copies or suspects, sentences otherwise. */
  readonly leftOutCounts: Readonly<Record<LeftOut['reason'], number>>;
  /** Every article of the window, cited or not. */
  readonly sources: readonly DigestSource[];
}
