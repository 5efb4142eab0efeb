import fc from 'fast-check';
import { articleIdSchema } from '../../src/core/ids/ids.ts';
import type { Block, Citation, Message, Span } from '../../src/core/messages/message.ts';

/** Words of articles at their worst: what any platform might take for a mention, a link or a format. */
const hostile = [
  ...[
    '@everyone',
    '@here',
    '<@123>',
    '<@!123>',
    '<@&456>',
    '<#789>',
    '</who:1>',
    '<!channel>',
    '<!here>',
    '<!subteam^S1>',
  ],
  ...[
    '<t:1:R>',
    '<:smile:1>',
    ':smile:',
    '<https://evil.example|label>',
    '[label](https://evil.example)',
    '<id:browse>',
  ],
  ...['https://evil.example/a_b', 'discord.gg/abc', 'http://x', '**b**', '__u__', '*i*', '_i_', '~~s~~', '||hidden||'],
  ...[
    '`code`',
    '```',
    '``',
    '> quote',
    '>>> quote',
    '# title',
    '-# small',
    '- item',
    '* item',
    '+ item',
    '1. item',
    '&amp;',
  ],
  ...[
    '\\',
    '\\\\',
    '\n',
    '\r\n',
    '\u2028',
    '\u202E',
    '\u200B',
    '\u00A0',
    '“Für Elise”',
    '👩‍👩‍👧',
    'שלום',
    '\u0000',
    '&',
    '(',
    ')',
    ']',
  ],
];

/** Roles of one platform, of the other, and what is none; the words of articles name others. */
const channels = ['C1', 'G9', '9420000000000000001', '1> <#9', 'general'];
const roles = ['41771983423143937', '7', 'S0614TZR7', 'SDESK', '1> <@&9', 'everyone'];

const words = fc
  .array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...hostile) }, fc.lorem({ maxCount: 8 }), fc.string()), {
    maxLength: 8,
  })
  .map((parts) => parts.join(' '));
const longWords = fc.oneof(
  { weight: 20, arbitrary: words },
  fc.nat(9_000).map((length) => 'Endless '.repeat(Math.ceil(length / 8)).slice(0, length)),
  fc.nat(5_000).map((length) => '@'.repeat(length)),
  // Each takes two code units, so half of the places at which it can be cut are inside of one.
  fc.nat(2_000).map((length) => `${length % 2 === 0 ? '' : 'x'}${'📰'.repeat(length)}`),
);

const mostCitations = 25;

const citation = (number: number): fc.Arbitrary<Citation> =>
  fc.record({
    number: fc.constant(number),
    article: fc.nat(20).map((article) => articleIdSchema.parse(article.toString(16).padStart(12, '0'))),
    publisher: words,
    title: longWords,
    url: fc.oneof(
      fc.constantFrom(null, 'javascript:alert(1)', 'https://news.example/a_(b)>c', 'https://news.example/[x](y) z'),
      fc.nat(2_000).map((length) => `https://news.example/${'long'.repeat(length / 4)}`),
    ),
    published: fc.constantFrom(null, '2025-02-18T09:30:00.000Z'),
    sample: fc.boolean(),
    sentence: fc.nat(),
    start: fc.nat(),
    end: fc.nat(),
    sha256: fc.constant('0'.repeat(64)),
  });

const spanFor = (numbers: readonly number[]): fc.Arbitrary<Span> => {
  const own: fc.Arbitrary<Span>[] = [
    longWords.map((text): Span => ({ kind: 'text', text })),
    words.map((text): Span => ({ kind: 'strong', text })),
    words.map((text): Span => ({ kind: 'command', text })),
    fc
      .record({ seconds: fc.nat(2_000_000_000), show: fc.constantFrom('date' as const, 'datetime' as const) })
      .map(({ seconds, show }): Span => ({ kind: 'time', at: new Date(seconds * 1_000).toISOString(), show })),
    fc.constantFrom(...roles).map((role): Span => ({ kind: 'mention', role })),
    fc.constantFrom(...channels).map((id): Span => ({ kind: 'channel', id })),
  ];
  if (numbers.length === 0) return fc.oneof(...own);
  const excerpt = fc
    .record({ text: longWords, cites: fc.uniqueArray(fc.constantFrom(...numbers), { minLength: 1 }) })
    .map((parts): Span => ({ kind: 'excerpt', ...parts }));
  return fc.oneof(
    ...own,
    excerpt,
    excerpt.map((parts): Span => (parts.kind === 'excerpt' ? { ...parts, kind: 'written' } : parts)),
  );
};

const blockFor = (numbers: readonly number[]): fc.Arbitrary<Block> => {
  const spans = fc.array(spanFor(numbers), { maxLength: 5 });
  return fc.oneof(
    words.map((text): Block => ({ kind: 'heading', text })),
    spans.map((line): Block => ({ kind: 'paragraph', spans: line })),
    spans.map((line): Block => ({ kind: 'note', spans: line })),
    fc.array(spans, { maxLength: 6 }).map((items): Block => ({ kind: 'list', items })),
  );
};

/** Any message that the core could make, with words of articles at their worst. `sources` lists its citations at the end. */
export function randomMessage(sources: 'sources' | 'no-sources'): fc.Arbitrary<Message> {
  return fc.nat(mostCitations).chain((count) => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    return fc.record({
      title: words,
      blocks: fc
        .array(blockFor(numbers), { maxLength: 8 })
        .map((blocks): Block[] => (sources === 'sources' ? [...blocks, { kind: 'sources' }] : blocks)),
      citations: fc.tuple(...numbers.map(citation)),
    });
  });
}

/** The roles that a message mentions, in order. */
export function mentionsIn({ blocks }: Message): string[] {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'list') return block.items.flat();
      return block.kind === 'paragraph' || block.kind === 'note' ? block.spans : [];
    })
    .flatMap((span) => (span.kind === 'mention' ? span.role : []));
}
