import type { ArticleId } from '../ids/ids.ts';
import type { ActorReading, StatementReading } from '../reading/reading.ts';

/** A person or organisation of a story, merged over all its articles. */
export interface Actor {
  /** The name shown: the story file's spelling if it gives one, else the fullest form most articles use. */
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  /** Other forms in which articles name the actor. */
  readonly aliases: readonly string[];
  /** Roles as worded, most frequent and newest first; the same wording once, with every place it stands. */
  readonly roles: readonly ActorRole[];
  readonly statements: readonly ActorStatement[];
  /** Those of one article. */
  statementsIn(article: ArticleId): readonly ActorStatement[];
  /** Articles that name the actor. */
  readonly articles: readonly ArticleId[];
  /** How often the actor is named, over all articles. */
  readonly mentions: number;
}

export interface ActorRole {
  readonly text: string;
  readonly places: readonly ({ readonly article: ArticleId } & ActorReading['roles'][number])[];
}

export type ActorStatement = { readonly article: ArticleId } & StatementReading;
