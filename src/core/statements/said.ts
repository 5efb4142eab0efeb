import { publishedDay } from '../articles/published.ts';
import type { Actor, ActorStatement } from '../stories/actor.ts';
import type { DatedReading } from '../reading/reading.ts';
import type { HeldArticle, Library } from '../stories/library.ts';

/** A statement of an actor, in the article that holds it. */
export interface Said {
  readonly actor: Actor;
  readonly statement: ActorStatement;
  readonly held: HeldArticle;
  /** The words of what was said, as the article has them. */
  readonly content: string;
  /** yyyy-mm-dd: the day that the sentence gives, else undefined. */
  readonly day?: string;
}

/** Every statement of a story whose speaker is sure, oldest article first. */
export function saidIn(library: Library): Said[] {
  const order = new Map(library.articles.map(({ article }, index) => [article.id, index]));
  return library.actors
    .flatMap((actor) => actor.statements.flatMap((statement) => saidBy(actor, statement, library)))
    .toSorted(
      (left, right) =>
        (order.get(left.held.article.id) ?? 0) - (order.get(right.held.article.id) ?? 0) ||
        left.statement.sentence - right.statement.sentence,
    );
}

function saidBy(actor: Actor, statement: ActorStatement, library: Library): Said[] {
  const held = library.article(statement.article);
  const sentence = held?.sentences[statement.sentence];
  if (held === undefined || sentence?.kind !== 'body') return [];
  const { start, end } = statement.content;
  // A day that the quoted words name is one they speak of.
  const isQuoted = ({ words }: DatedReading): boolean => statement.quoted && words.start >= start && words.end <= end;
  const day = held.reading.dated.find(
    (dated) =>
      dated.sentence === statement.sentence &&
      dated.precision === 'day' &&
      dated.date <= lastDay(held) &&
      !isQuoted(dated),
  )?.date;
  return [{ actor, statement, held, content: held.article.text.slice(start, end), ...(day !== undefined && { day }) }];
}

/** What is said of a later day than the article's is about the future, not said then. */
function lastDay({ article }: HeldArticle): string {
  return publishedDay(article);
}
