import type { Article, Sentence } from '../articles/article.ts';
import { believedPublished } from '../articles/published.ts';
import { isRead } from '../language/read-languages.ts';
import type { ActorReading, Reading } from './reading.ts';
import { passageYears } from './passage-years.ts';
import { findDates } from './find-dates.ts';
import { findStatements } from './statements/find-statements.ts';
import type { ReadSentence } from './read-sentences.ts';
import { readSentences } from './read-sentences.ts';
import { resolveActors } from './resolve-actors.ts';
import type { FoundActor } from './found-actor.ts';

/** Version of the reading rules: raised with every change of what they read, so that stored readings are read again. */
export const readingRules = 11;

/**
 * Reads an article into knowledge: who is named, in which role, who says what, and when. The rules are for English; of
 * an article in another language only its sentences are kept, which stay searchable.
 */
export function readArticle(
  article: Pick<Article, 'id' | 'language' | 'published'> & Partial<Pick<Article, 'added'>>,
  sentences: readonly Sentence[],
): Reading {
  if (!isRead(article.language))
    return { article: article.id, rules: readingRules, actors: [], statements: [], dated: [] };
  const read = readSentences(sentences);
  const actors = resolveActors(read);
  const published = believedPublished(article);
  const years = passageYears(
    read.map(({ sentence }) => sentence),
    published,
  );
  return {
    article: article.id,
    rules: readingRules,
    actors: actors.map(toReading),
    statements: findStatements(read, actors),
    dated: read.flatMap(({ sentence }, index) => findDates(sentence, published, years[index])),
  };
}

function toReading(actor: FoundActor): ActorReading {
  return {
    name: actor.name,
    kind: actor.kind,
    certainty: actor.certainty,
    mentions: actor.places.flatMap(({ read, name }) => spanOf(read, { from: name.from, to: name.to })),
    roles: actor.places.flatMap(({ read, name }) =>
      [name.title, name.roleBehind].filter((range) => range !== undefined).flatMap((range) => spanOf(read, range)),
    ),
    references: actor.references.flatMap(({ read, from, to }) => spanOf(read, { from, to })),
  };
}

function spanOf(
  { sentence, tokens }: ReadSentence,
  range: { readonly from: number; readonly to: number },
): ActorReading['roles'] {
  const first = tokens[range.from];
  const last = tokens[range.to - 1];
  if (first === undefined || last === undefined) return [];
  const text = sentence.text.slice(first.start - sentence.start, last.end - sentence.start);
  return [{ sentence: sentence.index, start: first.start, end: last.end, text }];
}
