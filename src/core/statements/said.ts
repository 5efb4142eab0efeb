import { publishedDay } from '../articles/published.ts';
import type { Actor, ActorStatement } from '../stories/actor.ts';
import type { DatedReading } from '../reading/reading.ts';
import { isOffice } from '../language/en/offices.ts';
import type { HeldArticle, Library } from '../stories/library.ts';

/** A statement of an actor, in the article that holds it. */
export interface Said {
  /** None for an office that the article does not name as an actor: "a commerce department spokesperson". */
  readonly actor: Actor | undefined;
  /** The actor's name, else whoever says it as the article words it. */
  readonly speaker: string;
  readonly statement: ActorStatement;
  readonly held: HeldArticle;
  /** The words of what was said, as the article has them. */
  readonly content: string;
  /** yyyy-mm-dd: the day that the sentence gives, else undefined. */
  readonly day?: string;
}

/** Every statement of a story whose speaker is sure, oldest article first. */
export function saidIn(library: Library): Said[] {
  return inOrder(
    library.actors.flatMap((actor) => actor.statements.flatMap((statement) => saidBy(actor, statement, library))),
    library,
  );
}

/** Statements of actors and of offices, oldest article first. */
export function everythingSaid(library: Library): Said[] {
  return inOrder([...saidIn(library), ...saidByOffices(library)], library);
}

/** What ministries, courts, armies and their spokespeople say where the article names no actor for them, oldest article first. */
function saidByOffices(library: Library): Said[] {
  return inOrder(
    library.articles.flatMap((held) =>
      held.reading.statements.flatMap((statement) => {
        const { source, kind } = statement;
        if (statement.speaker !== undefined || source === undefined || kind !== 'saying') return [];
        const words = held.article.text.slice(source.start, source.end);
        if (!isOffice(words)) return [];
        return saidBy(words, { article: held.article.id, ...statement }, library);
      }),
    ),
    library,
  );
}

function inOrder(said: readonly Said[], library: Library): Said[] {
  const order = new Map(library.articles.map(({ article }, index) => [article.id, index]));
  return said.toSorted(
    (left, right) =>
      (order.get(left.held.article.id) ?? 0) - (order.get(right.held.article.id) ?? 0) ||
      left.statement.sentence - right.statement.sentence,
  );
}

function saidBy(by: Actor | string, statement: ActorStatement, library: Library): Said[] {
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
  const content = held.article.text.slice(start, end);
  const who = typeof by === 'string' ? { actor: undefined, speaker: by } : { actor: by, speaker: by.name };
  return [{ ...who, statement, held, content, ...(day !== undefined && { day }) }];
}

/** What is said of a later day than the article's is about the future, not said then. */
function lastDay({ article }: HeldArticle): string {
  return publishedDay(article);
}
