import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDiscord } from '../../src/adapters/discord/render-discord.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import { renderText } from '../../src/adapters/terminal/render-text.ts';
import type { Reply } from '../../src/core/commands/reply.ts';
import { flatDiscord, flatSlack } from '../support/flat-posts.ts';
import { openTestBot, reader, type TestBot } from '../support/test-bot.ts';

let test: TestBot;

beforeAll(async () => {
  test = await openTestBot();
  await test.ingest(['test/fixtures/tongues']);
});
afterAll(() => test.close());

function run(line: string): Promise<Reply> {
  return test.bot.run('summit', { kind: 'text', text: line }, reader);
}

async function shown(line: string): Promise<string> {
  return renderText((await run(line)).message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
}

describe('articles in other languages', () => {
  it.each([
    ['French', 'ask Que dit Ada Bruun du quai de Nordby, réunion, port, travaux ?', 'le quai ouvrirait en mai'],
    ['Ukrainian', 'ask причал відкриють у травні?', 'За її словами, причал відкриють у травні.'],
    ['Arabic', 'ask قالت الوزيرة آدا برون', 'لن تتراجع عن الخطة'],
  ])('are found and shown in the original: %s', async (_language, question, words) => {
    expect(await shown(question)).toContain(words);
  });

  it('are cut into sentences by their own marks', async () => {
    const [story] = test.stories;
    if (story === undefined) throw new Error('no story');
    const library = await test.libraries.open(story);
    const arabic = library.articles.find(({ article }) => article.language === 'ar');
    expect(arabic?.sentences.map(({ kind }) => kind)).toEqual(['body', 'body', 'body']);
    expect(arabic?.sentences[1]?.text).toBe('هل يفتح الرصيف في مايو؟');
  });

  it.each(['brief', 'timeline', 'who', 'quotes', 'positions', 'disputes', 'changes', 'digest', 'source Le Quai'])(
    'break nothing in %s, and what is shown is theirs word for word',
    async (line) => {
      const { message } = await run(line);
      const library = await test.libraries.open(test.stories[0] ?? fail());
      const spans = message.blocks.flatMap((block) =>
        block.kind === 'list' ? block.items.flat() : 'spans' in block ? block.spans : [],
      );
      for (const span of spans) {
        if (span.kind !== 'excerpt') continue;
        expect(library.articles.some(({ article }) => article.text.includes(span.text))).toBe(true);
      }
    },
  );

  it('make no people of words that begin with a capital', async () => {
    const text = await shown('who');
    expect(text).toContain('Ada Bruun');
    expect(text).not.toMatch(/Staats|Regierungschefs|Kreisen|Delegation|Лідери|Elle/);
  });
});

describe('a line of an opinion article', () => {
  const line = 'ask Do the fishermen of Nordby deserve a better minister?';

  it('is shown as opinion, in the line and in the list of sources, on every platform', async () => {
    const { message } = await run(line);
    expect(await shown(line)).toMatch(/an honest plan for the harbour\. \(opinion\) \[\d+\]/);
    expect(await shown(line)).toMatch(/The Coast Post: The quay comes too late \([^)]*, opinion\)/);
    for (const flat of [flatSlack(renderSlack(message)), flatDiscord(renderDiscord(message))]) {
      expect(flat.body).toContain('an honest plan for the harbour. (opinion) ');
      expect(flat.sources.join('\n')).toContain('The quay comes too late (opinion)');
    }
  });

  it('is shown as opinion in a digest', async () => {
    const text = await shown('digest');
    for (const each of text.split('\n').filter((one) => one.includes('an honest plan for the harbour')))
      expect(each).toContain('(opinion)');
    expect(text).toContain('opinion');
  });

  it('is called so by source', async () => {
    expect(await shown('source The Coast Post')).toContain('The quay comes too late (opinion)');
    await run(line);
    const { message, data } = await run('source 1');
    expect(JSON.stringify(message)).toContain('Opinion: it says what its author thinks.');
    expect(data).toMatchObject({ opinion: true });
  });
});

function fail(): never {
  throw new Error('no story');
}
