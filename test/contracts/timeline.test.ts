import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderText } from '../../src/adapters/terminal/render-text.ts';
import type { Reply } from '../../src/core/commands/reply.ts';
import { openTestBot, reader, type TestBot } from '../support/test-bot.ts';

/** It is Wednesday, 19 February 2025; three things were planned for Tuesday. */
let test: TestBot;

beforeAll(async () => {
  test = await openTestBot();
  await test.ingest(['test/fixtures/articles/plans']);
});
afterAll(() => test.close());

function type(line: string): Promise<Reply> {
  return test.bot.run('summit', { kind: 'text', text: line }, reader);
}

async function lines(line: string): Promise<string[]> {
  const { message } = await type(line);
  const text = renderText(message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
  return text.match(/^• .*/gmu) ?? [];
}

describe('what was planned', () => {
  it('and put off stands with both sentences cited, and on its new day', async () => {
    const notice = 'Novik’s visit to Kyiv was postponed until Thursday because of fog, the ministry said.';
    const shown = await lines('timeline');
    expect(shown).toContain(
      `• 18 Feb 2025 — Foreign Minister Karel Novik will visit Kyiv on Tuesday for talks about Ukraine. [1] (put off until 20 Feb 2025: ${notice} [2])`,
    );
    expect(shown).toContain(
      `• 20 Feb 2025 — ${notice} [2] (put off from 18 Feb 2025; scheduled when this was written)`,
    );
  });

  it('and of which nothing was told since says so when its day has passed', async () => {
    expect(await lines('timeline')).toContainEqual(
      expect.stringMatching(
        /the Aske on Tuesday\. \[\d\] \(scheduled when this was written; no article held says that it took place\)$/,
      ),
    );
  });

  it('and of which something was told since does not', async () => {
    expect(await lines('timeline')).toContainEqual(
      expect.stringMatching(
        /in Warsaw on Tuesday for a summit on Ukraine\. \[\d\] \(scheduled when this was written\)$/,
      ),
    );
  });

  it('is only planned to a reader of the day before', async () => {
    const shown = await lines('timeline as-of:2025-02-17');
    expect(shown).toHaveLength(3);
    for (const line of shown) expect(line).toMatch(/ \(scheduled when this was written\)$/);
  });

  it('and is told with another number elsewhere stands with either: numbers are no sure kind of dispute, which `disputes` shows', async () => {
    const own = await openTestBot();
    await own.ingest(['test/fixtures/articles/differing']);
    const { message } = await own.bot.run('summit', { kind: 'text', text: 'timeline' }, reader);
    const text = renderText(message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' });
    expect(text).toMatch(/120 delegates on Thursday\. \[\d\] \(scheduled [^;]*\)$/mu);
    expect(text).toMatch(/80 delegates on Thursday\. \[\d\] \(scheduled [^;]*\)$/mu);
    const asked = await own.bot.run('summit', { kind: 'text', text: 'disputes' }, reader);
    expect(renderText(asked.message, { width: 2_000, emphasis: 'plain', timeZone: 'UTC' })).toMatch(
      /120 delegates[^]*80 delegates|80 delegates[^]*120 delegates/u,
    );
    await own.close();
  });

  it('is told to scripts with the line that changed it', async () => {
    const changeSchema = z.object({
      how: z.string(),
      from: z.string(),
      to: z.string(),
      line: z.object({ text: z.string() }),
    });
    const { entries } = z
      .object({
        entries: z.array(z.object({ date: z.string(), unreported: z.boolean(), change: changeSchema.nullable() })),
      })
      .parse((await type('timeline')).data);
    expect(entries.map(({ unreported, change }) => [unreported, change?.how ?? null, change?.to ?? null])).toEqual([
      [false, 'put off', '2025-02-20'],
      [true, null, null],
      [false, null, null],
      [false, 'put off', '2025-02-20'],
    ]);
  });
});
