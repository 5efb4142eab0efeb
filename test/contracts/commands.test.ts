import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderText } from '../../src/adapters/terminal/render-text.ts';
import type { Reply } from '../../src/core/commands/reply.ts';
import { linesIn, receiptsFileSchema } from '../../src/core/receipts/receipts-file.ts';
import { verifyReceipts } from '../../src/core/receipts/verify.ts';
import { openTestBot, reader, type TestBot } from '../support/test-bot.ts';

let test: TestBot;

beforeAll(async () => {
  test = await openTestBot();
  await test.ingest(['config/samples']);
});
afterAll(() => test.close());

const other = { ...reader, user: { id: 'other', mayManage: false } };
const inThread = { ...reader, place: { ...reader.place, thread: 't1' } };

function type(line: string, origin = reader): Promise<Reply> {
  return test.bot.run('summit', { kind: 'text', text: line }, origin);
}

async function shown(line: string, origin = reader): Promise<string> {
  const reply = await type(line, origin);
  return renderText(reply.message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
}

describe('changes', () => {
  it('shows what was corrected, with both texts', async () => {
    const text = await shown('changes since:2025-01-01');
    expect(text).toContain('Corrected by the publisher');
    expect(text).toMatch(/Was: .*about five hours in Riyadh\. \[\d+\] Now: .*about four and a half hours in Riyadh\./);
  });

  it('says that nothing is new to whom it told everything, and to nobody else', async () => {
    await type('changes');
    expect(await shown('changes')).toContain('Nothing new since 19 Feb 2025');
    expect(await shown('changes', other)).toContain('you have not looked before');
  });

  it('goes on from the last look after one at a shorter time, too', async () => {
    await type('changes', other);
    const before = await shown('changes', other);
    await type('changes since:1h', other);
    expect(before).toContain('Nothing new since');
    expect(await shown('changes', other)).toBe(before);
  });

  it('marks what brings up to date what was told, and says when what was added tells nothing new', async () => {
    const own = await openTestBot();
    await own.ingest(['test/fixtures/articles/update/first.md']);
    const look = async (): Promise<string> => {
      const { message } = await own.bot.run('summit', { kind: 'text', text: 'changes' }, reader);
      return renderText(message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
    };
    expect(await look()).toContain('• President Volodymyr Zelensky said in Kyiv that 12 people');
    own.clock.set('2025-02-19T09:00:00Z');
    await own.ingest(['test/fixtures/articles/update/second.md']);
    expect(await look()).toContain('• Update: President Volodymyr Zelensky said in Kyiv that 15 people');
    own.clock.set('2025-02-19T10:00:00Z');
    await own.ingest(['test/fixtures/articles/update/copy.md']);
    expect(await look()).toContain('Nothing in what was added is new');
    await own.close();
  });

  it('since a day before anything was held counts what was published since', async () => {
    const text = await shown('changes since:2025-02-18');
    expect(text).toMatch(/^Changes: .*\n\n\d articles published since 17 Feb 2025, 23:00 UTC/);
    expect(text).not.toContain('Scholz left the Paris summit');
  });

  it('confirms what an independent article says too', async () => {
    const own = await openTestBot();
    await own.ingest(['config/samples/03-rundschau-berlin-irritated.md']);
    await own.bot.run('summit', { kind: 'text', text: 'changes' }, reader);
    own.clock.set('2025-02-19T09:00:00Z');
    await own.ingest(['test/fixtures/articles/scholz-again.md']);
    const reply = await own.bot.run('summit', { kind: 'text', text: 'changes' }, reader);
    const { confirmed } = z
      .object({ confirmed: z.array(z.object({ text: z.string(), origins: z.int() })) })
      .parse(reply.data);
    expect(confirmed).toEqual([expect.objectContaining({ origins: 2 })]);
    await own.close();
  });
});

describe('brief', () => {
  it('line is the line that matters most', async () => {
    const first = (await shown('brief')).split('\n').find((line) => line.startsWith('•'));
    expect(await shown('brief line')).toContain(first?.replace(/ \[.*/, ''));
  });
});

describe('timeline', () => {
  it('refuses days that stand in the wrong order', async () => {
    expect(await shown('timeline from:2025-02-19 to:2025-02-17')).toContain('The first day comes after the last one.');
  });

  it('says which days there are when none fits', async () => {
    expect(await shown('timeline from:2026-01-01')).toMatch(
      /gives such a date\. Those that give one go from 12 Feb 2025 to/,
    );
  });

  it('tells of a day what has been, before what was expected of it and what was only said', async () => {
    const own = await openTestBot();
    await own.ingest(['test/fixtures/articles/timeline']);
    const { message } = await own.bot.run('summit', { kind: 'text', text: 'timeline n:1' }, reader);
    const text = renderText(message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
    expect(text.match(/^• .*/gmu)).toEqual([expect.stringContaining('sat together for three hours on Monday')]);
    await own.close();
  });

  it('marks what was scheduled', async () => {
    expect(await shown('timeline')).toContain('(scheduled when this was written)');
  });
});

describe('ask', () => {
  it('is answered by what happened, though what was called off fits the words better', async () => {
    expect(await shown('ask Who goes to Saudi Arabia?')).toContain('Marco Rubio arrived in Saudi Arabia on Monday');
    expect(await shown('ask Who goes to Saudi Arabia?')).not.toContain('do not say');
  });
});

describe('disputes', () => {
  it('shows both sides of a number, with origins and times, and takes neither', async () => {
    const text = await shown('disputes');
    expect(text).toMatch(/about three and a half hours — .* \[\d\]\[\d\] — 1 origin, since 17 Feb 2025/);
    expect(text).toMatch(/three hours — The meeting at the Elysee went on for three hours/);
    expect(text).toContain('I do not decide who is right.');
  });
});

describe('source', () => {
  it('leads from a number of the last answer to the sentence between its neighbours', async () => {
    await type('quotes Tusk', inThread);
    const text = await shown('source 1', inThread);
    expect(text).toContain('The Sample Courier: Starmer asks Washington for a backstop');
    expect(text).toMatch(
      /ruled out sending Polish soldiers.* → "We do not plan to send Polish soldiers .* Polish support/,
    );
    expect(await shown('source 2', inThread)).toMatch(/has no number 2\. Its only number is 1\./);
    expect(await shown('source 1', inThread)).toContain('Polish soldiers');
  });

  it('says when the publisher has changed the article since', async () => {
    const reply = await type('changes since:2025-01-01');
    const citation = reply.message.citations.find(
      ({ title, sentence }) => title.includes('negotiating teams') && sentence === 0,
    );
    expect(await shown(`source ${citation?.number ?? 0}`)).toContain('The publisher has changed this article since');
  });

  it('finds an address however it is written, and an outlet', async () => {
    expect(await shown('source https://www.courier.example/politics/starmer-backstop/?utm_source=x')).toContain(
      'Starmer asks Washington',
    );
    expect(await shown('source sample gazette')).toContain('Rubio and Lavrov prepare to meet in Riyadh');
    expect(await shown('source Sample Gazete')).toContain('Did you mean Sample Gazette?');
  });
});

describe('why', () => {
  it('tells what became of an article', async () => {
    const text = await shown('why https://morning.example/news/emergency-talks-paris');
    expect(text).toContain('Shares its text with Sample Wire: together they are one origin.');
    expect(text).toContain('Told in no digest of this channel yet.');
  });

  it('shows the sentence that a number leads to, also where a digest leaves it out', async () => {
    await type('ask How long did the talks last in Paris?', inThread);
    const text = await shown('why 1', inThread);
    expect(text).toMatch(/hours.*\[1\]/);
    expect(text).not.toMatch(/1 article share /);
  });

  it('asks for an article where an outlet is named', async () => {
    expect((await shown('why Sample Gazette')).trim()).toBe(
      'Sample Gazette is an outlet: name one of its articles. Type /summit source Sample Gazette to see them.',
    );
  });

  it('says that nothing is known of what no feed has offered', async () => {
    expect(await shown('why https://unknown.example/x')).toContain('no feed that I follow has offered it');
  });
});

describe('export', () => {
  it('gives receipts that hold against the store, and no longer when a text differs', async () => {
    const reply = await type('export json');
    const receipts = receiptsFileSchema.parse(JSON.parse(reply.file?.content ?? ''));
    const [story] = test.stories;
    if (story === undefined) throw new Error('no story');
    const library = await test.libraries.open(story);
    const articleOf = async (id: Parameters<typeof library.article>[0]) => library.article(id)?.article;
    expect(await verifyReceipts(receipts, articleOf)).toMatchObject({
      holds: 'yes',
      lines: linesIn(receipts).length,
    });

    const [first, ...rest] = receipts.lines;
    if (first === undefined) throw new Error('no line');
    const invented = { ...receipts, lines: [{ ...first, text: 'Nobody said this.' }, ...rest] };
    expect(await verifyReceipts(invented, articleOf)).toMatchObject({
      holds: 'no',
      fault: expect.stringContaining('Nobody said this.'),
    });
    const changed = async (id: Parameters<typeof library.article>[0]) => {
      const article = await articleOf(id);
      return article && { ...article, text: `${article.text} ` };
    };
    expect(await verifyReceipts(receipts, changed)).toMatchObject({
      holds: 'no',
      fault: expect.stringContaining('another text'),
    });
    const forgotten = async () => undefined;
    expect(await verifyReceipts(receipts, forgotten)).toMatchObject({
      holds: 'no',
      fault: expect.stringContaining('not held'),
    });
  });
});

describe('who', () => {
  it('lists no outlet that only its own articles name', async () => {
    const own = await openTestBot();
    await own.ingest(['test/fixtures/articles/names-itself.md']);
    const { message } = await own.bot.run('summit', { kind: 'text', text: 'who' }, reader);
    const organisations = renderText(message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' })
      .split('Organisations')[1]
      ?.split('Named in')[0];
    expect(organisations).toContain('World Health Organization');
    expect(organisations).not.toContain('Tribune');
    await own.close();
  });

  it('shows who has a role that nobody is called by', async () => {
    const text = await shown('who chancellor');
    expect(text).toContain('Nobody is called chancellor; with such a role');
    expect(text).toMatch(/Olaf Scholz — .*Chancellor \[1\]/i);
  });
});

describe('a time', () => {
  it('takes the reader back to what the articles said then', async () => {
    const brief = await shown('brief as-of:2025-02-17T18:00');
    expect(brief).toContain('1 article, 1 outlet');
    expect(brief).toContain('[1]');
    expect(await shown('who as-of:2025-02-17T18:00')).not.toContain('Scholz');
  });

  it('in which nothing was published is told with what there is', async () => {
    expect(await shown('brief as-of:2024-01-01')).toContain('I hold 8 articles, from 2025-02-17 to 2025-02-18.');
  });

  it('that cannot be read is refused with ways to write it', async () => {
    expect(await shown('brief since:whenever')).toContain('Write it like 6h, 2d, yesterday');
  });
});

describe('a follow-up in a thread', () => {
  it('leans on the question before, and says how it was understood', async () => {
    const thread = { ...reader, place: { ...reader.place, thread: 't2' } };
    await type('ask What did Lavrov say about Europe?', thread);
    const text = await shown('ask and Tusk?', thread);
    expect(text).toContain('I take this to mean: What did Tusk say about Europe?');
    expect(await shown('ask and about Polish soldiers?', thread)).toContain('Tusk');
  });

  it('does not lean on what was asked elsewhere', async () => {
    expect(await shown('ask and Tusk?', { ...reader, place: { ...reader.place, thread: 't3' } })).not.toContain(
      'I take this to mean',
    );
  });
});
