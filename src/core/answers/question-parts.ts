import { foldedInPlace, placesOf } from './named-publishers.ts';
import { daysIn } from './read-question.ts';

/** What a question asks of one outlet: "while the report in the Courier of 3 May 2023 says …". */
export interface QuestionPart {
  /** Where it stands in the question: UTF-16 code units from the start, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Numbers of the articles of the outlet that it names. */
  readonly articles: Int32Array;
  /** ISO dates of the days that it names in full. */
  readonly days: readonly string[];
}

/**
 * The parts of a question that names outlets more than once, one for each time; none for any other question. `held` gives
 * the article numbers of each publisher by its folded name.
 */
export function partsOf(question: string, held: ReadonlyMap<string, Int32Array>): QuestionPart[] {
  const mentions = mentionsOf(question, held);
  if (mentions.length < 2) return [];
  const parts: QuestionPart[] = [];
  let start = 0;
  for (const [at, { end: named, articles }] of mentions.entries()) {
    const next = mentions[at + 1];
    const end = next === undefined ? question.length : named + lastJoint(question.slice(named, next.start));
    parts.push({ start, end, articles, days: daysIn(question.slice(start, end)) });
    start = end;
  }
  return parts;
}

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly articles: Int32Array;
}

/** Every place where a publisher is named, in order; a name inside a longer one is no mention of its own. */
function mentionsOf(question: string, held: ReadonlyMap<string, Int32Array>): Mention[] {
  const text = foldedInPlace(question);
  const found = [...held].flatMap(([publisher, articles]) =>
    placesOf(publisher, text, question).map((span) => ({ ...span, articles })),
  );
  return found
    .filter(
      (one) =>
        !found.some(
          (other) => other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start,
        ),
    )
    .toSorted((one, other) => one.start - other.start);
}

/** Where the last word or mark stands that joins two parts; the end when none does. */
function lastJoint(between: string): number {
  const joints = [...between.matchAll(/[,;]|\b(?:while|whereas|and|or|with|compared|as|but|that)\b/g)];
  return joints.at(-1)?.index ?? between.length;
}
