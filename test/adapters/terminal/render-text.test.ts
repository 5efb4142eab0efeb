import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderText } from '../../../src/adapters/terminal/render-text.ts';
import { articleIdSchema } from '../../../src/core/ids/ids.ts';
import type { Citation, Message } from '../../../src/core/messages/message.ts';

const style = { width: 40, emphasis: 'plain', timeZone: 'Europe/Paris' } as const;

const citation: Citation = {
  number: 1,
  article: articleIdSchema.parse('0123456789ab'),
  publisher: 'Meridian Post',
  title: 'Port Meridian opens talks',
  url: 'https://post.example/harbour',
  published: '2024-05-14T22:30:00.000Z',
  sample: false,
  sentence: 0,
  start: 0,
  end: 10,
  sha256: 'a'.repeat(64),
};

function messageWith(blocks: Message['blocks']): Message {
  return { title: 'Harbour', blocks, citations: [citation] };
}

describe('a message in the terminal', () => {
  it('shows an excerpt with its numbers and the source behind them', () => {
    const text = renderText(
      messageWith([
        { kind: 'list', items: [[{ kind: 'excerpt', text: 'Nobody will close it.', cites: [1] }]] },
        { kind: 'sources' },
      ]),
      style,
    );
    expect(text).toContain('• Nobody will close it. [1]');
    expect(text).toContain('[1] Meridian Post');
    expect(text).toContain('https://post.example/harbour');
  });

  it('shows times in the reader’s zone', () => {
    const at = '2024-05-14T22:30:00.000Z';
    expect(
      renderText(messageWith([{ kind: 'paragraph', spans: [{ kind: 'time', at, show: 'datetime' }] }]), style),
    ).toContain('15 May 2024, 00:30');
  });

  it('wraps long items under their bullet', () => {
    const words = 'word '.repeat(20).trim();
    const lines = renderText(messageWith([{ kind: 'list', items: [[{ kind: 'text', text: words }]] }]), style).split(
      '\n',
    );
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines.filter((line) => line.startsWith('  word')).length).toBeGreaterThan(0);
  });

  it('never lets an article move the cursor, colour the screen or turn the line round', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (hostile) => {
        const text = renderText(
          messageWith([{ kind: 'paragraph', spans: [{ kind: 'excerpt', text: hostile, cites: [1] }] }]),
          style,
        );
        expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });

  it('keeps every printable word of every span', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,60}$/), { minLength: 1, maxLength: 30 }), (words) => {
        const text = renderText(
          messageWith([{ kind: 'paragraph', spans: [{ kind: 'text', text: words.join(' ') }] }]),
          style,
        );
        expect(
          text
            .split(/\s+/)
            .filter((word) => word !== '')
            .slice(1),
        ).toEqual(words);
      }),
    );
  });
});
