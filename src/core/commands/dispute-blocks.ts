import type { DisputeKind } from '../disputes/difference.ts';
import type { Dispute } from '../disputes/find-disputes.ts';
import { dayWords } from '../messages/day-words.ts';
import type { Block, Span } from '../messages/message.ts';
import { counted, heading, list, strong, text, time } from '../messages/spans.ts';
import type { Citer } from '../stories/citer.ts';

const headings: Readonly<Record<DisputeKind, string>> = {
  number: 'A number',
  date: 'A date',
  place: 'A place',
  attendance: 'Who was there',
  denial: 'Said and denied',
  opposite: 'One thing and its opposite',
  blame: 'Each says that the other did it',
  office: 'An office',
  age: 'An age',
  fate: 'What became of them',
};

/** A contradiction for people: what kind, and each side with its origins and the time since which it is told. */
export function disputeBlocks({ kind, sides }: Dispute, citer: Citer): Block[] {
  const items = sides.map(({ value, line, since }): Span[] => [
    ...(valueless.has(kind) ? [] : [strong(kind === 'date' ? dayWords(value) : value), text(' — ')]),
    citer.excerpt(line),
    text(` — ${counted(line.origins, 'origin')}, since `),
    time(since, 'datetime'),
  ]);
  return [heading(headings[kind]), list(items)];
}

/** Their sentences say it better than a value. */
const valueless: ReadonlySet<DisputeKind> = new Set(['denial', 'attendance', 'opposite', 'blame', 'fate']);
