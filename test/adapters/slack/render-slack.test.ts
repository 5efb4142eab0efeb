import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderFallback } from '../../../src/adapters/slack/fallback.ts';
import { limits } from '../../../src/adapters/slack/limits.ts';
import { renderSlack } from '../../../src/adapters/slack/render-slack.ts';
import { articleIdSchema } from '../../../src/core/ids/ids.ts';
import type { Message } from '../../../src/core/messages/message.ts';
import { flatMessage, flatSlack, unnumbered } from '../../support/flat-posts.ts';
import { mentionsIn, randomMessage } from '../../support/random-message.ts';
import { faultOf } from '../../support/slack-rules.ts';

const runs = { numRuns: 40 };

describe('any message, in Slack', { timeout: 60_000 }, () => {
  it('gives posts that Slack takes, with no live mention in the plain text', () => {
    fc.assert(
      fc.property(randomMessage('sources'), (message) => {
        const posts = renderSlack(message);
        expect(posts.length).toBeGreaterThan(0);
        expect(posts.map((post) => faultOf({ ...post }))).toEqual(posts.map(() => undefined));
      }),
      runs,
    );
  });

  it('calls the user groups that the message names, and nobody else', () => {
    fc.assert(
      fc.property(randomMessage('sources'), (message) => {
        const named = mentionsIn(message).filter((role) => role.startsWith('S'));
        const json = JSON.stringify(renderSlack(message).map(({ blocks }) => blocks));
        const called = [...json.matchAll(/"usergroup_id":"([^"]*)"/g)].map(([, group]) => group);
        expect(called).toEqual(named);
      }),
      runs,
    );
  });

  it('loses no word', () => {
    fc.assert(
      fc.property(randomMessage('no-sources'), (message) => {
        expect(unnumbered(flatSlack(renderSlack(message)).body)).toBe(unnumbered(flatMessage(message)));
      }),
      runs,
    );
  });

  it('has a plain text that Slack does not cut', () => {
    fc.assert(
      fc.property(randomMessage('no-sources'), (message) => {
        for (const { text } of renderSlack(message)) expect(text.length).toBeLessThanOrEqual(limits.fallback);
      }),
      runs,
    );
  });
});

describe('the plain text of a message in Slack', () => {
  const message: Message = {
    title: 'Digest <of> the day',
    blocks: [
      { kind: 'heading', text: 'New' },
      { kind: 'list', items: [[{ kind: 'excerpt', text: 'A & B met.', cites: [1] }]] },
      { kind: 'note', spans: [{ kind: 'time', at: '2025-02-18T14:30:00.000Z', show: 'datetime' }] },
      { kind: 'sources' },
    ],
    citations: [
      {
        ...{ number: 1, article: articleIdSchema.parse('0123456789ab'), publisher: 'Paper', title: 'They met' },
        ...{ url: null, published: '2025-02-18T09:00:00.000Z', sample: false },
        ...{ sentence: 0, start: 0, end: 10, sha256: '0'.repeat(64) },
      },
    ],
  };

  it('shows a channel by its name, and what is no id of one as text', () => {
    const elements = ['C012Y48650T', 'general'].map((id) => {
      const [post] = renderSlack({
        title: '',
        blocks: [{ kind: 'paragraph', spans: [{ kind: 'channel', id }] }],
        citations: [],
      });
      return JSON.stringify(post?.blocks);
    });
    expect(elements[0]).toContain('{"type":"channel","channel_id":"C012Y48650T"}');
    expect(elements[1]).toContain('{"type":"text","text":"#general"}');
  });

  it('reads like the message, sources and all, for those who hear it', () => {
    expect(renderFallback(message)).toBe(
      [
        'Digest &lt;of&gt; the day',
        'New',
        '• A &amp; B met. [1]',
        '18 Feb 2025, 14:30 UTC',
        'Sources:',
        '1: Paper, They met, 18 Feb 2025',
      ].join('\n'),
    );
  });
});
