import { type Dispute, disputesBetween } from '../disputes/find-disputes.ts';
import type { DisputeKind } from '../disputes/difference.ts';
import type { Line } from '../messages/line.ts';
import type { Query } from './query.ts';
import type { QuestionKind } from './read-question.ts';
import type { Weighed } from './weigh-sentence.ts';

/** The contradictions among the sentences found for a question in which one of the shown lines has a part. */
export function disputesOver(shown: readonly Line[], found: readonly Weighed[]): Dispute[] {
  const places = new Set(shown.flatMap(({ receipts }) => receipts.map(placeOf)));
  return disputesBetween(found.map(({ found: { at } }) => at)).filter(({ sides }) =>
    sides.some(({ line }) => line.receipts.some((receipt) => places.has(placeOf(receipt)))),
  );
}

function placeOf({ article, sentence }: Line['receipts'][number]): string {
  return `${article} ${sentence}`;
}

/** What kind of contradiction is one in the very thing that a question asks for. */
const contestable: Readonly<Partial<Record<QuestionKind, readonly DisputeKind[]>>> = {
  count: ['number', 'fate'],
  amount: ['number'],
  time: ['date'],
  place: ['place'],
  'yes-no': ['denial', 'attendance', 'opposite', 'blame'],
};

/** Whether the sides differ in what was asked for; where it is a number, in the one that is the answer. */
export function touches(dispute: Dispute, query: Query, { answer }: { readonly answer: string | null }): boolean {
  if (contestable[query.reading.kind]?.includes(dispute.kind) !== true) return false;
  if (dispute.kind !== 'number') return true;
  return dispute.sides.some(({ value }) => answer !== null && (answer.includes(value) || value.includes(answer)));
}
