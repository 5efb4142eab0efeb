import type { ActorReading, Reading } from './reading.ts';

export interface CastMember extends Pick<ActorReading, 'name' | 'kind' | 'certainty'> {
  readonly roles: readonly ActorReading['roles'][number][];
  /** The forms in which the article names the actor, its `name` first, each once. */
  readonly forms: readonly string[];
  /** How often the article names the actor. */
  readonly mentions: number;
}

/** Who is named in an article: the part of its reading from which a story's actors are merged. */
export interface Cast {
  /** Version of the reading rules. */
  readonly rules: number;
  readonly members: readonly CastMember[];
}

/** The cast of a reading. */
export function castOf({ rules, actors }: Reading): Cast {
  return {
    rules,
    members: actors.map(({ name, kind, certainty, roles, mentions }) => ({
      name,
      kind,
      certainty,
      roles,
      forms: [...new Set([name, ...mentions.map(({ text }) => text)])],
      mentions: mentions.length,
    })),
  };
}
