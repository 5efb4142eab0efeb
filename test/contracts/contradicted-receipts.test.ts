import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { splitSentences } from '../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../src/core/ids/ids.ts';
import type { Library } from '../../src/core/stories/library.ts';
import { openTestBot, reader, type TestBot } from '../support/test-bot.ts';

const receiptSchema = z.object({ article: articleIdSchema, start: z.int(), end: z.int() });
const lineSchema = z.object({ receipts: z.array(receiptSchema).min(1) });
type Line = z.infer<typeof lineSchema>;

/** How a sentence is made to say another thing: the first of these words that it holds, and what stands there then. */
const changes: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  number: [
    [/\b\d{1,3},000\b/u, '77,000'],
    [/\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|thirteen|twenty)\b/iu, 'forty'],
    [/\b\d+\b/u, '83'],
  ],
  antonym: [
    [/\bopen\b/u, 'close'],
    [/\bbefore\b/u, 'after'],
    [/\bmore\b/u, 'less'],
    [/\bended\b/u, 'began'],
    [/\bwithout\b/u, 'with'],
    [/\bfirst\b/u, 'last'],
    [/\baccept(?:ed)?\b/u, 'reject'],
  ],
  negation: [
    [/\b(?<verb>is|was|were|would|will|had|has|could)\b/u, '$<verb> not'],
    [/\b(?<verb>took|held|received|agreed|met)\b/u, 'never $<verb>'],
  ],
  weekday: [[/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/u, 'Saturday']],
  name: [
    [/(?<=\s)(?:Paris|Berlin|Riyadh|Ankara|London|Moscow|Washington|Kyiv)\b/u, 'Oslo'],
    [/(?<=\s)(?:Macron|Starmer|Scholz|Tusk|Lavrov|Rubio|Zelensky|Zelenskyy|Erdogan|Rutte)\b/u, 'Bergman'],
  ],
};

const verbs = [
  ...[
    'brief full',
    'brief',
    'digest',
    'changes since:2020-01-01',
    'timeline n:50',
    'who',
    'quotes',
    'positions',
    'disputes',
  ],
  ...[
    'export json',
    'ask What happened in Paris?',
    'ask When did the leaders meet?',
    'ask Who took part in the talks?',
  ],
];

describe.each(['01-wire-leaders-meet-in-paris.md', '04-gazette-riyadh.md', '09-observer-ankara.md'])(
  'over %s',
  (sample) => {
    const folder = mkdtempSync(join(tmpdir(), 'contradicted-'));
    let test: TestBot;
    let library: Library;

    beforeAll(async () => {
      const raw = readFileSync(join('config', 'samples', sample), 'utf8');
      const body = raw.slice(raw.indexOf('---', 4) + 4);
      write('Courier', 8, body);
      for (const [at, [kind, rows]] of Object.entries(changes).entries())
        write(`The ${kind} Post`, 10 + at, changed(body, rows));
      test = await openTestBot();
      await test.ingest([folder]);
      const [story] = test.stories;
      if (story === undefined) throw new Error('no story');
      library = await test.libraries.open(story);
    });
    afterAll(async () => {
      await test.close();
      rmSync(folder, { recursive: true });
    });

    it.each(verbs)(
      '"%s" never cites a sentence and one that was made to say another thing on one line',
      async (text) => {
        const reply = await test.bot.run('summit', { kind: 'text', text }, reader);
        for (const { receipts } of linesIn(reply.data))
          expect(new Set(receipts.map(spanOf))).toEqual(new Set(receipts.slice(0, 1).map(spanOf)));
      },
    );

    function write(publisher: string, hour: number, text: string): void {
      const head = `---\ntitle: ${publisher} reports\npublisher: ${publisher}\npublished: 2025-02-17T${hour}:00:00Z\nlanguage: en\n---\n`;
      writeFileSync(join(folder, `${publisher}.md`), head.replace('T8:', 'T08:') + text);
    }

    /** What a receipt stands for: "who" and "quotes" cite a role or quoted words, not the sentence around them. */
    function spanOf({ article, start, end }: Line['receipts'][number]): string {
      return library.article(article)?.article.text.slice(start, end) ?? 'not held';
    }
  },
);

function changed(body: string, rows: readonly (readonly [RegExp, string])[]): string {
  const sentences = splitSentences(articleIdSchema.parse('0'.repeat(12)), body);
  return sentences
    .map(({ text }) => {
      const row = rows.find(([pattern]) => pattern.test(text));
      return row === undefined ? text : text.replace(...row);
    })
    .join(' ');
}

/** Every line anywhere in a command's data. */
function linesIn(value: unknown): Line[] {
  if (Array.isArray(value)) return value.flatMap(linesIn);
  if (typeof value !== 'object' || value === null) return [];
  const line = 'receipts' in value ? [lineSchema.parse(value)] : [];
  return [...line, ...Object.values(value).flatMap(linesIn)];
}
