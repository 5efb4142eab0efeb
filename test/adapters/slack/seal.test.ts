import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSeal } from '../../../src/adapters/slack/seal.ts';
import { UserError } from '../../../src/core/errors/errors.ts';

const newKey = (): string => randomBytes(32).toString('base64');

describe('a sealed token', () => {
  const seal = createSeal([newKey()]);

  it('opens to what it was, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, owner) => {
        const sealed = seal.close(text, owner);
        expect(seal.open(sealed, owner)).toBe(text);
        expect(seal.close(text, owner)).not.toBe(sealed);
      }),
      { numRuns: 50 },
    );
  }, 30_000);

  it('does not open for another workspace, nor when a single character is changed', () => {
    const sealed = seal.close('xoxb-1', 'T1');
    expect(() => seal.open(sealed, 'T2')).toThrow(UserError);
    const at = sealed.length - 3;
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(() => seal.open(changed, 'T1')).toThrow('was changed');
  });

  it('opens with an older key that stands behind the newest, and is known to be of an older one', () => {
    const [older, newer] = [newKey(), newKey()];
    const sealed = createSeal([older]).close('xoxb-1', 'T1');
    const both = createSeal([newer, older]);
    expect(both.open(sealed, 'T1')).toBe('xoxb-1');
    expect([sealed, both.close('xoxb-1', 'T1')].map(both.isNewest)).toEqual([false, true]);
    expect(() => createSeal([newer]).open(sealed, 'T1')).toThrow('SLACK_TOKEN_KEYS lacks the key');
  });
});
