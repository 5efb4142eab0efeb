import { describe, expect, it } from 'vitest';
import { roleIdOf } from '../../../src/adapters/discord/roles.ts';

describe('a role of Discord', () => {
  it.each(['41771983423143937', '<@&41771983423143937>'])('is named by %s', (typed) => {
    expect(roleIdOf(typed, '9')).toBe('41771983423143937');
  });

  it.each(['@desk', '<@41771983423143937>', '@everyone', 'S0614TZR7', '<@&1> <@&2>', ''])(
    'is not named by %s',
    (typed) => {
      expect(roleIdOf(typed, '9')).toBeUndefined();
    },
  );

  it('is not the one that is everyone: it has the id of the server', () => {
    expect(roleIdOf('<@&9>', '9')).toBeUndefined();
  });
});
