import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderDiscord } from '../../src/adapters/discord/render-discord.ts';
import { openLanguageModel } from '../../src/adapters/llm/open-language-model.ts';
import { writingStore } from '../../src/adapters/postgres/writing-store.ts';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import { renderText } from '../../src/adapters/terminal/render-text.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { Reply } from '../../src/core/commands/reply.ts';
import { articleIdSchema, sha256 } from '../../src/core/ids/ids.ts';
import { digestDue, messageDeliver } from '../../src/core/jobs/jobs.ts';
import type { Span } from '../../src/core/messages/message.ts';
import { type ReceiptsFile, receiptsFileSchema } from '../../src/core/receipts/receipts-file.ts';
import { verifyReceipts } from '../../src/core/receipts/verify.ts';
import type { Library } from '../../src/core/stories/library.ts';
import { faultIn } from '../../src/core/writing/check/bears-out.ts';
import { createWriter } from '../../src/core/writing/create-writer.ts';
import { crack, deliveryBenches, halfPastSeven, mayor } from '../support/delivery-bench.ts';
import { embedded } from '../support/each-footing.ts';
import { bare, flatDiscord, flatMessage, flatSlack } from '../support/flat-posts.ts';
import { memoryDatabase, silentLog } from '../support/memory-database.ts';
import { type Behaviour, type ModelServer, modelServer } from '../support/model-server.ts';
import { openTestBot, reader, type TestBot, testClock } from '../support/test-bot.ts';

const receiptSchema = z.object({ article: articleIdSchema, start: z.int(), end: z.int(), sha256: z.string() });
const lineSchema = z.object({
  text: z.string(),
  receipts: z.array(receiptSchema).min(1),
  written: z.object({ text: z.string(), by: z.literal('small'), restsOn: z.array(receiptSchema).min(1) }).optional(),
});
const dataSchema = z.object({ lines: z.array(lineSchema) });
type ShownLine = z.infer<typeof lineSchema>;

const titles =
  /\b(?:(?:Foreign|Prime|Defen[cs]e) )?(?:Mayor|Engineer|President|Chancellor|Minister|Secretary|Captain) (?=\p{Lu}\p{Ll}+ \p{Lu})/gu;
/** A model that does what it is asked to. */
const shortens = answering((text) => text.replaceAll(titles, ''));
/** A model that adds to every sentence. */
const invents = answering((text) => `${text.replace(/\.$/, '')}, and Nordby burns.`);

function answering(change: (text: string) => string): Behaviour {
  return {
    says: (sentences) => ({ sentences: sentences.map(({ id, text }) => ({ text: change(text), restsOn: [id] })) }),
  };
}

describe('with a language model that shortens', () => {
  let server: ModelServer;
  let test: TestBot;
  let library: Library;
  const replies: Record<string, Reply> = {};

  beforeAll(async () => {
    server = await modelServer(shortens);
    const model = openLanguageModel({ url: server.url, model: 'small', timeoutMs: 10_000 });
    test = await openTestBot('config/stories', model);
    await test.ingest(['config/samples']);
    const [story] = test.stories;
    if (story === undefined) throw new Error('no story');
    library = await test.libraries.open(story);
    for (const line of ['brief', 'digest']) replies[line] = await run(test, line);
  });
  afterAll(async () => {
    await test.close();
    await server.close();
  });

  describe.each(['brief', 'digest'])('%s', (line) => {
    const lines = (): ShownLine[] => linesOf(replies[line]);
    const message = (): Reply['message'] => messageOf(replies[line]);

    it('shows some lines of the model and some of the articles', () => {
      const kinds = new Set(lines().map(({ written }) => written === undefined));
      expect(kinds).toEqual(new Set([true, false]));
    });

    it('has a span of a stored article for every line, with its hash, whoever worded what is shown', () => {
      for (const { text, receipts } of lines()) {
        expect(spanOf(receipts[0], library)).toBe(text);
        for (const receipt of receipts) expect(sha256(spanOf(receipt, library))).toBe(receipt.sha256);
      }
    });

    it('shows as written only what each sentence it cites says', () => {
      for (const { written } of lines())
        for (const receipt of written?.restsOn ?? []) {
          expect(sha256(spanOf(receipt, library))).toBe(receipt.sha256);
          expect(faultIn(written?.text ?? '', spanOf(receipt, library))).toBeUndefined();
        }
    });

    it('marks what is written, tells it apart from excerpts and says who worded it', () => {
      const written = lines().flatMap((one) => one.written?.text ?? []);
      const spans = spansOf(message());
      expect(spans.flatMap((span) => (span.kind === 'written' ? span.text : []))).toEqual(written);
      const marked = spans.filter((span, index) => span.kind === 'written' && textOf(spans[index - 1]) === '✎ ');
      expect(marked).toHaveLength(written.length);
      expect(renderText(message(), { width: 1_000, emphasis: 'plain', timeZone: 'UTC' })).toContain(
        '✎: wording by a language model (small), each sentence checked against its sources.',
      );
    });

    it('says the same in Slack, in Discord and in the message', () => {
      expect(bare(flatSlack(renderSlack(message())).body)).toBe(bare(flatMessage(message())));
      expect(bare(flatDiscord(renderDiscord(message())).body)).toBe(bare(flatMessage(message())));
    });
  });

  it('quotes the articles themselves wherever else they are shown', async () => {
    for (const line of ['quotes', 'timeline', 'ask What did Lavrov say about Europe?', 'export json'])
      expect(JSON.stringify(await run(test, line))).not.toContain('"written":{');
  });
});

describe('with a language model that invents', () => {
  it('says, word for word, what is said without one', async () => {
    const server = await modelServer(invents);
    const model = openLanguageModel({ url: server.url, model: 'small', timeoutMs: 10_000 });
    const [on, off] = [await openTestBot('config/stories', model), await openTestBot()];
    for (const test of [on, off]) await test.ingest(['config/samples']);
    for (const line of ['brief', 'brief line', 'digest']) expect(await run(on, line)).toEqual(await run(off, line));
    expect(server.asked.length).toBeGreaterThan(0);
    for (const closing of [on, off, server]) await closing.close();
  });
});

describe('a digest that is due', () => {
  let database: Database;
  let server: ModelServer;
  const open = deliveryBenches(embedded());

  beforeAll(async () => {
    database = await memoryDatabase();
    server = await modelServer(shortens);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });
  beforeEach(() => database.change('DELETE FROM communique.writings'));

  async function composed(): Promise<{ bench: Awaited<ReturnType<typeof open>>; receipts: ReceiptsFile }> {
    const clock = testClock('2025-02-18T06:30:00Z');
    const model = openLanguageModel({ url: server.url, model: 'small', timeoutMs: 10_000 });
    const writings = writingStore(database);
    const bench = (await open()).withNeeds(() => ({
      writer: createWriter({ model, writings, callsPerDay: 100, clock, log: silentLog }),
    }));
    await bench.add(mayor);
    await bench.add(crack);
    bench.clock.set(halfPastSeven);
    await bench.due(halfPastSeven);
    return { bench, receipts: receiptsFileSchema.parse((await bench.latest()).receipts) };
  }

  it('is worded once, stored so, and posted so', async () => {
    const before = server.asked.length;
    const { bench } = await composed();
    await bench.due(halfPastSeven);
    await bench.deliver();
    await bench.deliver();
    expect(server.asked).toHaveLength(before + 1);
    expect(bench.told('✎ ')).toBe(1);
    expect(bench.told(mayor.replace('Mayor ', ''))).toBe(1);
  });

  it('asks the model nothing more for another channel that gets the same lines', async () => {
    const before = server.asked.length;
    const [one, other] = [await composed(), await composed()];
    expect(server.asked).toHaveLength(before + 1);
    expect(other.receipts.lines.map(({ written }) => written?.text)).toEqual(
      one.receipts.lines.map(({ written }) => written?.text),
    );
  });

  it('keeps what was written beside its source, and both can be checked offline', async () => {
    const { receipts } = await composed();
    const [first, ...rest] = receipts.lines;
    if (first?.written === undefined) throw new Error('the model wrote nothing');
    expect(first).toMatchObject({ text: mayor, written: { text: mayor.replace('Mayor ', ''), by: 'small' } });
    const articles = new Map(
      receipts.articles.map(({ article, publisher, title, url, published, sha256: hash }) => [
        article,
        {
          ...{ publisher, title, text: textWith(hash) },
          ...(url !== null && { url }),
          ...(published !== null && { published }),
        },
      ]),
    );
    const articleOf = async (id: Parameters<typeof articles.get>[0]) => articles.get(id);
    expect(await verifyReceipts(receipts, articleOf)).toMatchObject({ holds: 'yes' });

    const invented = { ...first, written: { ...first.written, text: mayor.replace('Monday', 'Friday') } };
    expect(await verifyReceipts({ ...receipts, lines: [invented, ...rest] }, articleOf)).toMatchObject({
      holds: 'no',
      fault: expect.stringContaining('(date: Friday)'),
    });
    const [other] = rest;
    if (other === undefined) throw new Error('the digest has one line');
    const elsewhere = { ...first, written: { ...first.written, restsOn: other.receipts } };
    expect(await verifyReceipts({ ...receipts, lines: [elsewhere, ...rest] }, articleOf)).toMatchObject({
      holds: 'no',
      fault: expect.stringContaining('rests on a sentence that the line does not cite'),
    });
  });

  it('waits for the model less long than its job may take before it posts, whatever is set', () => {
    const place = { WRITER_URL: 'http://127.0.0.1/v1', WRITER_MODEL: 'small' };
    const longest = readSettings({ ...place, WRITER_TIMEOUT_SECONDS: '40' }).writer?.timeoutMs;
    expect(longest).toBeLessThanOrEqual(digestDue.timeoutMs - messageDeliver.timeoutMs - 15_000);
    expect(() => readSettings({ ...place, WRITER_TIMEOUT_SECONDS: '41' })).toThrow('WRITER_TIMEOUT_SECONDS');
  });
});

function textWith(hash: string): string {
  return [mayor, crack].find((text) => sha256(text) === hash) ?? 'another text';
}

function run(test: TestBot, line: string): Promise<Reply> {
  return test.bot.run('summit', { kind: 'text', text: line }, reader);
}

function linesOf(reply: Reply | undefined): ShownLine[] {
  return dataSchema.parse(reply?.data).lines;
}

function messageOf(reply: Reply | undefined): Reply['message'] {
  if (reply === undefined) throw new Error('nothing was said');
  return reply.message;
}

function spansOf({ blocks }: Reply['message']): readonly Span[] {
  return blocks.flatMap((block): readonly Span[] => (block.kind === 'list' ? block.items.flat() : []));
}

function textOf(span: Span | undefined): string {
  return span?.kind === 'text' ? span.text : '';
}

function spanOf(receipt: z.infer<typeof receiptSchema> | undefined, library: Library): string {
  if (receipt === undefined) throw new Error('a line has no receipt');
  return library.article(receipt.article)?.article.text.slice(receipt.start, receipt.end) ?? 'not held';
}
