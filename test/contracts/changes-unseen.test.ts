import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/adapters/terminal/render-text.ts';
import { newFeedState } from '../../src/core/polling/feed-state.ts';
import { openTestBot, reader } from '../support/test-bot.ts';

describe('changes', () => {
  it('tells nothing new from could not look, and names who could not be looked at and why', async () => {
    const own = await openTestBot();
    await own.ingest(['config/samples']);
    const look = async (): Promise<string> => {
      const { message } = await own.bot.run('summit', { kind: 'text', text: 'changes' }, reader);
      return renderText(message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
    };
    await look();
    const seen = await look();
    expect(seen).toContain('Nothing new since');
    expect(seen).not.toContain('could not look');
    const [source] = own.stories[0]?.sources ?? [];
    if (source === undefined) throw new Error('the story has no feed');
    const blocked = { ...newFeedState(source.feed, source.publisher, '2025-02-19T07:00:00.000Z') };
    await own.feeds.save({
      ...blocked,
      condition: 'blocked',
      reason: 'status 403',
      troubleSince: '2025-02-19T07:00:00.000Z',
    });
    const unseen = await look();
    expect(unseen).toContain('Nothing new in what I could look at since');
    expect(unseen).toContain(`I could not look at ${source.publisher} since 19 Feb 2025, 07:00 UTC: status 403`);
    await own.close();
  });
});
