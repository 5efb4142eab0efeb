import { z } from 'zod';
import { actorReadingSchema, type Reading } from './reading.ts';

const castMemberSchema = actorReadingSchema.pick({ name: true, kind: true, certainty: true, roles: true }).extend({
  /** The forms in which the article names the actor, its `name` first, each once. */
  forms: z.array(z.string()),
  /** How often the article names the actor. */
  mentions: z.int().nonnegative(),
});

/** Who is named in an article: the part of its reading from which a story's actors are merged, a fifth of the whole. */
export const castSchema = z.object({
  /** Version of the reading rules. */
  rules: z.int(),
  members: z.array(castMemberSchema),
});

export type Cast = z.infer<typeof castSchema>;
export type CastMember = z.infer<typeof castMemberSchema>;

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
