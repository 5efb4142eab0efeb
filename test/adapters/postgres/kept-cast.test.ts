import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedCast, unpackedCast } from '../../../src/adapters/postgres/kept-cast.ts';
import type { Cast, CastMember } from '../../../src/core/reading/cast.ts';

const role = fc.record({ sentence: fc.nat(), start: fc.nat(), end: fc.nat(), text: fc.string() });
const member: fc.Arbitrary<CastMember> = fc
  .record({
    name: fc.string(),
    kind: fc.constantFrom('person' as const, 'organisation' as const),
    certainty: fc.constantFrom('named' as const, 'surname' as const),
    others: fc.array(fc.string(), { maxLength: 3 }),
    roles: fc.array(role, { maxLength: 3 }),
    mentions: fc.nat(),
  })
  .map(({ others, ...rest }) => ({ ...rest, forms: [rest.name, ...others] }));
const cast: fc.Arbitrary<Cast> = fc.record({ rules: fc.nat(), members: fc.array(member) });

describe('a kept cast', () => {
  it('is the cast again, whatever its members', () => {
    fc.assert(
      fc.property(cast, (given) => {
        expect(unpackedCast(JSON.parse(JSON.stringify(packedCast(given))))).toEqual(given);
      }),
    );
  });

  const kept = packedCast({
    rules: 9,
    members: [{ name: 'Ada', kind: 'person', certainty: 'named', roles: [], forms: ['Ada'], mentions: 1 }],
  });

  it.each([
    ['earlier versions kept it with the members one by one', { rules: 9, members: [] }],
    ['it lacks a letter', { ...kept, marks: '' }],
    ['it lacks a number', { ...kept, mentions: [] }],
    ['a letter is none of ours', { ...kept, marks: 'x' }],
    ['a form is of nobody', { ...kept, forms: [[1, 'Ada Bruun']] }],
    ['a role is of nobody', { ...kept, roles: [[1, { sentence: 0, start: 0, end: 5, text: 'mayor' }]] }],
    ['nothing was kept', null],
  ])('is not taken when %s', (_what, given) => {
    expect(unpackedCast(given)).toBeUndefined();
  });
});
