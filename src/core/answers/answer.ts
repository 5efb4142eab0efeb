import type { Dispute } from '../disputes/find-disputes.ts';
import type { Line } from '../messages/line.ts';

/**
 * Why the articles held do not answer: nothing held at all, no sentence on it, sentences near it that do not say it, only
 * one source without a name says it, or those who say it were
 * published at another time than was asked for.
 */
export type AbstainReason =
  | 'no-articles'
  | 'not-in-the-articles'
  | 'other-topic'
  | 'one-anonymous-source'
  | 'outside-the-window';

/** What an article gave for a number that the newest one gives otherwise. */
export interface EarlierValue {
  /** As worded. */
  readonly value: string;
  readonly line: Line;
  /** ISO 8601 UTC: when that article was published, else taken in. */
  readonly since: string;
}

export interface Answer {
  readonly question: string;
  readonly abstained: boolean;
  readonly reason: AbstainReason | null;
  /** The shortest exact span that answers, else the best sentence; null when abstained. */
  readonly answer: string | null;
  /** At most three sentences that answer, best first; empty when abstained. */
  readonly sentences: readonly Line[];
  /** The nearest sentences when abstained, at most three: they are near, and do not answer. */
  readonly nearest: readonly Line[];
  /** For a number that grew: what earlier articles gave, oldest first. */
  readonly earlier: readonly EarlierValue[];
  /** Where articles contradict a sentence that is shown, or would have been. */
  readonly disputes: readonly Dispute[];
  /** Independent origins of the sentences that answer. */
  readonly origins: number;
  readonly articlesHeld: number;
}
