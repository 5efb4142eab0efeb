import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDiscord } from '../../../src/adapters/discord/render-discord.ts';
import type { Message, Span } from '../../../src/core/messages/message.ts';
import { faultOf, specFault } from '../../support/discord-spec.ts';
import { flatDiscord, flatMessage, unnumbered } from '../../support/flat-posts.ts';
import { mentionsIn, randomMessage } from '../../support/random-message.ts';

const runs = { numRuns: 40 };

describe('any message, in Discord', { timeout: 60_000 }, () => {
  it('gives posts that Discord takes', () => {
    fc.assert(
      fc.property(randomMessage('sources'), (message) => {
        const posts = renderDiscord(message);
        expect(posts.length).toBeGreaterThan(0);
        expect(posts.map((post) => specFault('POST /channels/1/messages', post) ?? faultOf(post))).toEqual(
          posts.map(() => undefined),
        );
      }),
      runs,
    );
  });

  it('loses no word and has no live mention, link or format', () => {
    fc.assert(
      fc.property(randomMessage('no-sources'), (message) => {
        expect(unnumbered(flatDiscord(renderDiscord(message)).body)).toBe(unnumbered(flatMessage(message)));
      }),
      runs,
    );
  });

  it('calls the roles that the message names, each in its own post, and nobody else', () => {
    fc.assert(
      fc.property(randomMessage('sources'), (message) => {
        const posts = renderDiscord(message);
        const named = mentionsIn(message).filter((role) => /^\d+$/.test(role));
        const allowed = posts.flatMap((post) => post.allowed_mentions.roles ?? []);
        expect(new Set(allowed)).toEqual(new Set(named));
        for (const { allowed_mentions: mentions, components } of posts)
          for (const role of mentions.roles ?? []) expect(JSON.stringify(components)).toContain(`<@&${role}>`);
      }),
      runs,
    );
  });

  it('names the source of every number that it shows', () => {
    fc.assert(
      fc.property(randomMessage('sources'), (message) => {
        const { sources, body } = flatDiscord(renderDiscord(message));
        const listed = new Set([...sources, body].join(' ').match(/\[\d+\]/g));
        const cited = message.blocks.flatMap(spansOf).flatMap((span) => ('cites' in span ? span.cites : []));
        for (const number of cited) expect(listed).toContain(`[${number}]`);
      }),
      runs,
    );
  });
});

function spansOf(block: Message['blocks'][number]): readonly Span[] {
  if (block.kind === 'list') return block.items.flat();
  return block.kind === 'paragraph' || block.kind === 'note' ? block.spans : [];
}

describe('a message in Discord', () => {
  const shown = (...spans: Span[]): string =>
    JSON.stringify(renderDiscord({ title: '', blocks: [{ kind: 'paragraph', spans }], citations: [] }));

  it.each([
    ['@everyone', String.raw`\\@everyone`],
    ['<@&1>', String.raw`\\<\\@&1\\>`],
    ['[a](https://evil.example)', String.raw`\\[a\\]\\(https\\://evil.example\\)`],
    ['# big', String.raw`\\# big`],
    ['1. one', String.raw`1\\. one`],
  ])('shows %s of an article as it stands there', (text, escaped) => {
    expect(shown({ kind: 'text', text })).toContain(escaped);
  });

  it('shows moments so that each reader sees them in their own zone', () => {
    expect(shown({ kind: 'time', at: '2025-02-18T09:30:00.000Z', show: 'datetime' })).toContain('<t:1739871000:f>');
  });

  it('shows a channel by its name, and what is no id of one as text', () => {
    expect(shown({ kind: 'channel', id: '41' })).toContain('<#41>');
    expect(shown({ kind: 'channel', id: '1> <@&9' })).not.toMatch(/<[#@]/);
  });

  it('calls a role for a mention alone, and allows no other', () => {
    const spans: Span[] = [
      { kind: 'mention', role: '41' },
      { kind: 'excerpt', text: 'The desk <@&42> met.', cites: [1] },
    ];
    const [post] = renderDiscord({ title: '', blocks: [{ kind: 'paragraph', spans }], citations: [] });
    expect(post?.allowed_mentions).toEqual({ parse: [], roles: ['41'] });
    expect(JSON.stringify(post)).toContain('<@&41>');
    expect(JSON.stringify(post)).not.toContain('<@&42>');
  });

  it('keeps two commands beside each other apart', () => {
    const command: Span = { kind: 'command', text: '/a' };
    expect(shown(command, command)).toContain('`/a`\u200B`/a`');
  });
});
