import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Reply } from '../../src/core/commands/reply.ts';
import { articleIdSchema, sha256 } from '../../src/core/ids/ids.ts';
import type { Library } from '../../src/core/stories/library.ts';
import { openTestBot, reader, type TestBot } from '../support/test-bot.ts';

const lineSchema = z.object({
  text: z.string(),
  receipts: z
    .array(
      z.object({
        article: z.string(),
        publisher: z.string(),
        url: z.string().nullable(),
        sentence: z.int(),
        start: z.int(),
        end: z.int(),
        sha256: z.string(),
      }),
    )
    .min(1),
  origins: z.int().min(1),
});

const lines = [
  'brief',
  'who',
  'who starmer',
  'who lavrov',
  'who trump',
  'timeline',
  'timeline n:50',
  'timeline actor:Lavrov',
  'brief line',
  'changes since:2020-01-01',
  'positions',
  'positions troops',
  'positions actor:Starmer',
  'quotes',
  'quotes Lavrov',
  'disputes',
  'export json',
  'digest',
  'ask What did Lavrov say about Europe?',
  'ask Who was not invited?',
  'ask How many British soldiers will be sent?',
  'ask When did the leaders convene?',
  'ask What does Starmer want?',
];

describe.each([
  ['the seed article', ['test/fixtures/articles/backstop.txt']],
  ['the samples', ['config/samples']],
  ['the samples and the seed article', ['config/samples', 'test/fixtures/articles/backstop.txt']],
])('every sentence shown over %s', (_name, inputs) => {
  let test: TestBot;
  let library: Library;

  beforeAll(async () => {
    test = await openTestBot();
    await test.ingest(inputs);
    const [story] = test.stories;
    if (story === undefined) throw new Error('no story');
    library = await test.libraries.open(story);
  });
  afterAll(() => test.close());

  it.each(lines)('by "%s" is a span of a stored article, with the hash of that span', async (line) => {
    const reply = await test.bot.run('summit', { kind: 'text', text: line }, reader);
    expect(reply.outcome).toBe('answered');
    const shown = linesIn(reply.data);
    for (const { text, receipts } of shown) {
      for (const receipt of receipts) expect(sha256(textOf(library, receipt))).toBe(receipt.sha256);
      const [first] = receipts;
      expect(first === undefined ? '' : textOf(library, first)).toBe(text);
    }
    checkMessage(reply, library);
  });

  it('in a message bears a number, and every number leads to a source', async () => {
    const reply = await test.bot.run('summit', { kind: 'text', text: 'digest' }, reader);
    const cited = excerptsOf(reply).flatMap(({ cites }) => cites);
    expect(cited.length).toBeGreaterThan(0);
    expect(new Set(cited)).toEqual(new Set(reply.message.citations.map(({ number }) => number)));
    expect(reply.message.blocks.at(-1)).toEqual({ kind: 'sources' });
  });
});

/** Every excerpt stands, word for word, in the sentence that its first citation names. */
function checkMessage(reply: Reply, library: Library): void {
  for (const { text, cites } of excerptsOf(reply)) {
    const citation = reply.message.citations.find(({ number }) => number === cites[0]);
    if (citation === undefined) throw new Error(`[${cites.join()}] has no citation`);
    const sentence = library.article(citation.article)?.sentences[citation.sentence];
    expect(sentence?.text).toContain(text);
  }
}

function excerptsOf(reply: Reply): { text: string; cites: number[] }[] {
  const spans = reply.message.blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flat();
    return block.kind === 'paragraph' || block.kind === 'note' ? block.spans : [];
  });
  return spans.filter((span) => span.kind === 'excerpt');
}

function textOf(library: Library, receipt: { article: string; start: number; end: number }): string {
  const id = articleIdSchema.parse(receipt.article);
  return library.article(id)?.article.text.slice(receipt.start, receipt.end) ?? 'not held';
}

/** Every Line anywhere in a command's data. */
function linesIn(value: unknown): z.infer<typeof lineSchema>[] {
  if (Array.isArray(value)) return value.flatMap(linesIn);
  if (typeof value !== 'object' || value === null) return [];
  const line = 'receipts' in value ? [lineSchema.parse(value)] : [];
  return [...line, ...Object.values(value).flatMap(linesIn)];
}
