import { z } from 'zod';
import type { Cast, CastMember } from '../../core/reading/cast.ts';
import { actorReadingSchema } from '../../core/reading/reading.ts';

type Role = CastMember['roles'][number];

/** A letter for each kind of member: a capital when an article surely names them. */
const marks = { person: { named: 'P', surname: 'p' }, organisation: { named: 'O', surname: 'o' } } as const;

const place = z.int().nonnegative();

const keptSchema = z
  .object({
    /** Version of the reading rules. */
    rules: z.int(),
    /** The names of all members, and a letter and the mentions of each in the same order. */
    names: z.array(z.string()),
    marks: z.string().regex(/^[PpOo]*$/),
    mentions: z.array(z.int().nonnegative()),
    /** The forms that are not the member's name, and the roles: most members have none. Each with the member's place. */
    forms: z.array(z.tuple([place, z.string()])),
    roles: z.array(z.tuple([place, actorReadingSchema.shape.roles.element])),
  })
  .refine(
    ({ names: { length }, marks, mentions, forms, roles }) =>
      marks.length === length && mentions.length === length && [...forms, ...roles].every(([at]) => at < length),
  );

/**
 * A cast as it is kept, a third as long as it is: column by column, without what most members have none of. A start takes the
 * casts of all articles out of the store.
 */
export function packedCast({ rules, members }: Cast): z.infer<typeof keptSchema> {
  return {
    rules,
    names: members.map(({ name }) => name),
    marks: members.map(({ kind, certainty }) => marks[kind][certainty]).join(''),
    mentions: members.map(({ mentions }) => mentions),
    forms: members.flatMap(({ forms }, place) => forms.slice(1).map((form): [number, string] => [place, form])),
    roles: members.flatMap(({ roles }, place) => roles.map((role): [number, Role] => [place, role])),
  };
}

/** The cast that was kept. Undefined for what has another shape, as earlier versions kept it. */
export function unpackedCast(kept: unknown): Cast | undefined {
  const { data } = keptSchema.safeParse(kept);
  if (data === undefined) return undefined;
  const [forms, roles] = [byPlace(data.forms), byPlace(data.roles)];
  return {
    rules: data.rules,
    members: data.names.map((name, place) => ({
      name,
      kind: data.marks[place] === 'P' || data.marks[place] === 'p' ? 'person' : 'organisation',
      certainty: data.marks[place] === 'P' || data.marks[place] === 'O' ? 'named' : 'surname',
      roles: roles.get(place) ?? none,
      forms: [name, ...(forms.get(place) ?? none)],
      mentions: data.mentions[place] ?? 0,
    })),
  };
}

const none: readonly never[] = [];

function byPlace<Value>(entries: readonly (readonly [number, Value])[]): ReadonlyMap<number, readonly Value[]> {
  const found = new Map<number, Value[]>();
  for (const [place, value] of entries) {
    const known = found.get(place);
    if (known === undefined) found.set(place, [value]);
    else known.push(value);
  }
  return found;
}
