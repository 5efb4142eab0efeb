import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../src/adapters/slack/message-words.ts';
import { groupIdOf } from '../../../src/adapters/slack/user-groups.ts';

describe('a user group of Slack', () => {
  it.each(['S0614TZR7', '<!subteam^S0614TZR7>', '<!subteam^S0614TZR7|@desk>'])('is named by %s', (typed) => {
    expect(groupIdOf(typed)).toBe('S0614TZR7');
  });

  it.each(['@desk', 'desk', 'U012AB3CD', '<@U012AB3CD>', '<!channel>', '<!subteam^S1> <!here>', '123', ''])(
    'is not named by %s',
    (typed) => {
      expect(groupIdOf(typed)).toBeUndefined();
    },
  );

  it('is understood where the bot is called in a message, while other mentions are only words', () => {
    const said = '<@UBOT> watch add term harbour role:<!subteam^S0614TZR7|@desk> <!subteam^S2|@others>';
    expect(plainWords(said, 'UBOT')).toBe('watch add term harbour role:S0614TZR7 @others');
  });
});
