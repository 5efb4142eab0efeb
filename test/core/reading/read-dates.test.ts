import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../../src/core/ids/ids.ts';
import { readArticle } from '../../../src/core/reading/read-article.ts';
import type { Reading } from '../../../src/core/reading/reading.ts';

const id = articleIdSchema.parse('0123456789ab');

/** Tuesday, 18 February 2025. */
const published = '2025-02-18T10:00:00Z';

function read(text: string): Reading {
  return readArticle({ id, language: 'en', published }, splitSentences(id, text));
}

describe('dates', () => {
  const dates = (text: string): string[] => read(text).dated.map(({ date }) => date);

  it.each([
    ['They met on 12 February 2025.', ['2025-02-12']],
    ['They met last year.', ['2024']],
    ['Prices rose last month.', ['2025-01']],
    ['They met in October.', ['2024-10']],
    ['They will meet in October.', ['2025-10']],
    ['They met last January.', ['2025-01']],
    ['They met next January.', ['2026-01']],
    ['The 1992 protests were small; 1992 soldiers came.', ['1992']],
    ['A letter from May arrived.', []],
    ['It will be held in the capital, Oslo, on Friday, the mayor said.', ['2025-02-21']],
    ['They were due to meet on Monday (Feb. 24).', ['2025-02-24']],
    ['“We will make progress,” Holm told Nordby Radio on Sunday.', ['2025-02-16']],
    ['Holm told reporters on Friday that Berg would travel to Riga.', ['2025-02-14']],
    ['They met in Riga on Sunday and will meet in Oslo on Friday.', ['2025-02-16', '2025-02-21']],
    ['The leaders will be told in Riga on Friday.', ['2025-02-21']],
    ['Holm agreed to meet Berg in Riga on Friday.', ['2025-02-21']],
    ['They met on Feb. 12.', ['2025-02-12']],
    ['They met on December 30.', ['2024-12-30']],
    ['It is dated 2025-02-17.', ['2025-02-17']],
    ['They met on Monday.', ['2025-02-17']],
    ['They met on Tuesday.', ['2025-02-18']],
    ['She will be joined on Wednesday by the envoy.', ['2025-02-19']],
    ['She was joined on Wednesday by the envoy.', ['2025-02-12']],
    ['The pact is expected to be signed on Friday.', ['2025-02-21']],
    ['They will meet on Friday.', ['2025-02-21']],
    ['They met last Friday.', ['2025-02-14']],
    ['They met yesterday.', ['2025-02-17']],
    ['It began in March 2022.', ['2022-03']],
    ['It began in 2014.', ['2014']],
    ['They may march on May.', []],
    ['They met on 31 February 2025.', ['2025-02']],
    ['It was signed two days ago.', ['2025-02-16']],
    ['They talked from 3 to 5 March 2024.', ['2024-03-03', '2024-03-05']],
    ['The form is dated 17/02/2025, not 03/04/2025.', ['2025-02-17']],
    ['It will take place on Friday, Feb. 28.', ['2025-02-28']],
    ['The talks were postponed until Monday.', ['2025-02-24']],
    ['The talks have been moved to Monday, Holm said.', ['2025-02-24']],
    ['The talks were moved from Thursday to Monday.', ['2025-02-20', '2025-02-24']],
    ['They have postponed the vote, which was due on Friday.', ['2025-02-21']],
    ['Holm did not visit the town on Monday.', ['2025-02-17']],
    ['They moved to Riga on Monday.', ['2025-02-17']],
    ['Friday’s talks will be long remembered.', ['2025-02-14']],
    ['The Sunday Times wrote of Black Friday.', []],
    ['He was last seen on 3 November.', ['2024-11-03']],
  ])('of "%s" are %j', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });
});
