import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../../src/core/digests/compose-digest.ts';
import { articleIdSchema } from '../../../src/core/ids/ids.ts';
import { type ReceiptsFile, receiptsOf } from '../../../src/core/receipts/receipts-file.ts';
import { verifyReceipts } from '../../../src/core/receipts/verify.ts';
import { heldLibrary } from '../../support/held-library.ts';

const library = heldLibrary([
  {
    publisher: 'Courier',
    text: 'Mayor Anna Holm said the harbour would not open on Monday, and asked Oslo for help. Three boats sank on Sunday.',
    published: '2025-02-17T08:00:00.000Z',
  },
  {
    publisher: 'Observer',
    text: 'Engineer Peter Lund will repair the crack in the wall of the fort with 400 tonnes of stone.',
    published: '2025-02-18T07:00:00.000Z',
  },
]);
const window = { from: '2025-02-01T00:00:00.000Z', to: '2025-03-01T00:00:00.000Z' };

type Line = ReceiptsFile['lines'][number];
type Listed = ReceiptsFile['articles'][number];

function fresh(): ReceiptsFile {
  return receiptsOf(composeDigest(library, window), library);
}

async function faultOf(file: ReceiptsFile): Promise<string | undefined> {
  const verdict = await verifyReceipts(file, async (id) => library.article(id)?.article);
  return verdict.holds === 'yes' ? undefined : verdict.fault;
}

/** The file with the line that has these words changed, and the words. */
function withLine(words: string, change: (line: Line) => Line): ReceiptsFile {
  const file = fresh();
  const at = file.lines.findIndex(({ text }) => text.includes(words));
  return { ...file, lines: file.lines.map((line, index) => (index === at ? change(line) : line)) };
}

function withReceipt(change: Partial<Line['receipts'][number]>): ReceiptsFile {
  return withLine('Anna Holm', (line) => ({ ...line, receipts: line.receipts.map((one) => ({ ...one, ...change })) }));
}

function withListed(change: Partial<Listed>): ReceiptsFile {
  const file = fresh();
  return { ...file, articles: file.articles.map((one) => (one.publisher === 'Courier' ? { ...one, ...change } : one)) };
}

function reworded(words: string, shown: string): ReceiptsFile {
  return withLine(words, (line) => ({ ...line, text: shown }));
}

describe('a receipts file', () => {
  it('holds as it was made', async () => {
    expect(await faultOf(fresh())).toBeUndefined();
  });

  it.each<[string, ReceiptsFile, string]>([
    ['another word', reworded('Anna Holm', 'Mayor Anna Holm said the harbour would open on Friday.'), 'not the words'],
    ['a span moved', withReceipt({ start: 1 }), 'not what was cited'],
    ['a span grown', withReceipt({ end: 100 }), 'not what was cited'],
    ['another hash', withReceipt({ sha256: '0'.repeat(64) }), 'not what was cited'],
    ['another outlet', withReceipt({ publisher: 'Herald' }), 'is by Courier'],
    ['an address', withReceipt({ url: 'https://herald.example/' }), 'not what was cited'],
    ['another sentence', withReceipt({ sentence: 1 }), 'not in its sentence 1'],
    ['an article not listed', withReceipt({ article: articleIdSchema.parse('0123456789ab') }), 'not listed'],
    ['more origins', withLine('Anna Holm', (line) => ({ ...line, origins: 4 })), 'cannot have 4 origins'],
    ['another text of the article', withListed({ sha256: '0'.repeat(64) }), 'another text'],
    ['another outlet in the list', withListed({ publisher: 'Herald' }), 'is by Courier'],
    ['another title in the list', withListed({ title: 'Nordby burns' }), 'another title'],
    ['another address in the list', withListed({ url: 'https://herald.example/' }), 'does not stand at'],
    ['another day in the list', withListed({ published: '2025-02-18T07:00:00.000Z' }), 'was not published when'],
  ])('does not hold with %s, and the line is named', async (_, file, why) => {
    const fault = await faultOf(file);
    expect(fault).toContain(why);
    expect(fault).toMatch(/^line \d+, “Mayor Anna Holm/u);
  });

  it('names the first line of several that do not hold, whatever is wrong with each', async () => {
    const file = fresh();
    const [first, ...rest] = file.lines;
    if (first === undefined || rest.length === 0) throw new Error('the digest has fewer than two lines');
    const articles = file.articles.map((one) => ({ ...one, sha256: '0'.repeat(64) })).toReversed();
    expect(await faultOf({ ...file, articles, lines: [{ ...first, text: 'Nobody said this.' }, ...rest] })).toMatch(
      /^line 1, “Nobody said this/u,
    );
    const others = file.articles.map((one) =>
      one.article === first.receipts[0]?.article ? one : { ...one, sha256: '0'.repeat(64) },
    );
    expect(await faultOf({ ...file, articles: others })).toMatch(/^line [2-9], /u);
  });
});

describe('a shortened line', () => {
  it.each([
    'Mayor Anna Holm said the harbour would not open on Monday, …',
    'Mayor Anna Holm said the harbour would not open on Monday …',
    '… and asked Oslo for help.',
  ])('may leave whole clauses out: “%s”', async (shown) => {
    expect(await faultOf(reworded('Anna Holm', shown))).toBeUndefined();
  });

  it.each([
    ['a word within a clause', 'Mayor Anna Holm said the harbour would … open on Monday, and asked Oslo for help.'],
    ['half a clause', 'Mayor Anna Holm said the harbour would not open …'],
    ['a clause without a mark', 'Mayor Anna Holm said the harbour would not open on Monday'],
    ['the end without a mark', '… and asked Oslo'],
    ['all', '…'],
  ])('may not leave out %s', async (_, shown) => {
    expect(await faultOf(reworded('Anna Holm', shown))).toContain('not the words');
  });
});
