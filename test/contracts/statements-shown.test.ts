import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderText } from '../../src/adapters/terminal/render-text.ts';
import { openTestBot, reader, type TestBot } from '../support/test-bot.ts';

let test: TestBot;

beforeAll(async () => {
  test = await openTestBot();
  await test.ingest(['config/samples']);
});
afterAll(() => test.close());

async function shown(line: string): Promise<string> {
  const { message } = await test.bot.run('summit', { kind: 'text', text: line }, reader);
  return renderText(message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
}

describe('positions', () => {
  it('sorts what was said by topic and says where there is nothing', async () => {
    const text = await shown('positions troops');
    expect(text).toContain('Donald Tusk\n• published 17 Feb 2025 — "We do not plan to send Polish soldiers');
    expect(text).toMatch(/No statement in the articles held: .*Marco Rubio/);
  });

  it('takes a name that is no topic for the person', async () => {
    const text = await shown('positions Tusk');
    expect(text).toContain('Donald Tusk');
    expect(text).toMatch(/No statement in the articles held on .*defence spending/);
    expect(text).not.toContain('Starmer said');
  });

  it('suggests the name that somebody may have meant', async () => {
    expect(await shown('positions actor:Zelenskki')).toContain('Did you mean Volodymyr Zelensky?');
  });

  it.each(['positions troops tusk', 'positions tusk troops', 'positions troops Donald Tusk'])(
    'takes a topic and a name in any order, and says nothing of others then: %s',
    async (line) => {
      const text = await shown(line);
      expect(text).toMatch(/^Positions on troops\n/);
      expect(text).toContain('Tusk said');
      expect(text).not.toContain('No statement');
    },
  );

  it('tells a sentence once, though it speaks of several topics', async () => {
    const text = await shown('positions Starmer');
    expect(text.match(/spend more on defence/g)).toHaveLength(1);
    expect(text).toContain("Europe's role, defence spending: published");
  });

  it('says once where nobody speaks of a topic', async () => {
    expect((await shown('positions fishing')).match(/No statement in the articles held/g)).toHaveLength(1);
  });

  it('takes any words for a topic', async () => {
    expect(await shown('positions legitimacy')).toContain('lend legitimacy to the talks');
  });
});

describe('quotes', () => {
  it('are byte-exact words between the article’s own marks, with speaker, day and outlet', async () => {
    const text = await shown('quotes Tusk');
    expect(text).toContain(
      'Donald Tusk — “We do not plan to send Polish soldiers to the territory of Ukraine” [1] — The Sample Courier, published 17 Feb 2025',
    );
  });

  it('take a name and a topic without a key', async () => {
    expect(await shown('quotes Tusk soldiers')).toMatch(
      /^Quotations of Donald Tusk about soldiers\n\n• Donald Tusk — “We do not/,
    );
  });

  it('name the outlet where the words stood first', async () => {
    expect(await shown('quotes Starmer')).toMatch(/again” \[1\]\[2\] — Sample Wire, published/);
  });

  it('about something that nobody is quoted on are none', async () => {
    expect(await shown('quotes Tusk about:bananas')).toContain('quote no words of Donald Tusk about bananas');
  });
});
