import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../../src/core/ids/ids.ts';

const article = articleIdSchema.parse('0123456789ab');

function sentencesOf(text: string): string[] {
  return splitSentences(article, text).map((sentence) => sentence.text);
}

describe('sentences', () => {
  it.each([
    ['a plain pair', ['Leaders met in Paris.', 'They spoke for three hours.']],
    ['titles', ['Mr. Sunak met Gen. Milley and Dr. Jill Biden.', 'Lt. Col. Vindman was absent.']],
    ['initials', ['J. D. Vance spoke first.', 'George W. Bush did not.']],
    ['a state that goes on', ['The U.S. Senate voted on Monday.', 'It passed.']],
    [
      'a state at the end',
      ['He flew back to the U.S. The next day he resigned.'.slice(0, 24), 'The next day he resigned.'],
    ],
    ['companies', ['Apple Inc. Chief Executive Tim Cook spoke.', 'He left Acme Corp. in May.']],
    ['decimals and money', ['It cost $3.5 billion, or 2.1 percent.', 'That is No. 1 on the list.']],
    ['months', ['They met on Feb. 17 in Paris.', 'The next talks are on Dec. 3.']],
    ['hours', ['It began at 5 p.m. on Monday.', 'It ended at 8 p.m.', 'They left.']],
    ['a quotation that ends inside', ['“We will not go.”', 'He left the room.']],
    ['a quoted question that goes on', ['“Why should we?” he asked.', 'Nobody answered.']],
    ['a quoted question and a name', ['“Why should we?” Mr. Tusk asked.', 'Nobody answered.']],
    ['an exclamation in a name', ['Yahoo! is a company.', 'So is Google.']],
    ['an ellipsis', ['He waited… and left.', 'She stayed.']],
    ['an ellipsis of spaced stops', ['“We cannot take . . . what we are told.”', 'She stayed.']],
    ['brackets', ['They agreed. (Others did not.)'.slice(0, 12), '(Others did not.)']],
    ['latin', ['Some states, e.g. Poland, refused.', 'Others, i.e. Spain, wavered.']],
    ['a year at the start', ['It ended in 2014.', '2022 was worse.']],
    ['a state and a sum', ['The dam cost the U.S. $45 million to mend.', 'Britain pays the E.U. £3m a day.']],
    ['a state and a number', ['They sent the U.N. 40 trucks.', 'The rest stayed.']],
    ['a German day', ['Die Brücke brach am 7. Oktober ein.', 'Er öffnet am 3. März.']],
    ['a German rank', ['Die 2. Kammer tagte.', 'Es war der 1. Streik seit Jahren.']],
    ['a number at the end', ['The town has 18.', 'Friday is the next count.']],
    ['lost line breaks', ['The mine flooded at noon.', 'Jens Tork said so.', '“It opens soon.”', 'Nobody knew.']],
    ['a site’s name', ['They booked at Tideline.Com in May.', 'It failed.']],
    ['a list of quotations', ['Growers sang: “Bread now. We wait,” “No more,” and “Land first. Feed us.”']],
    ['a quotation that goes on inside', ['He called it “a trap. Nobody fell for it” and left.', 'She stayed.']],
    ['a quotation with which it ends', ['He said: “We will go.', 'Nobody can stop us.”', 'She stayed.']],
    ['a cry', ['“Never!” Jens Tork snapped in court.', '“Stop!” Deputy Mayor Olaf Berg yelled.', 'Nobody did.']],
    ['a cry and another sentence', ['“Never!”', 'Ada Bruun walked out.']],
  ])('in %s are cut right', (_case, sentences) => {
    const joint = _case === 'lost line breaks' ? '' : ' ';
    expect(sentencesOf(sentences.join(joint))).toEqual(sentences);
  });

  it('end at a line break, and a short line without a mark is a heading', () => {
    const sentences = splitSentences(article, 'Challenges and Stakes\nTalks go on. Nobody left.\n\nWhat next');
    expect(sentences.map(({ text, kind, paragraph }) => [text, kind, paragraph])).toEqual([
      ['Challenges and Stakes', 'heading', 0],
      ['Talks go on.', 'body', 1],
      ['Nobody left.', 'body', 1],
      ['What next', 'heading', 2],
    ]);
  });

  it.each([
    ['Correction: An earlier version of this article said that the talks lasted five hours.', 'notice'],
    ['Editor’s note: The headline was changed.', 'notice'],
    ['This article was amended on 18 February 2025. It had named the wrong city.', 'notice'],
    ['• A previous version of this story misspelled the minister’s name.', 'notice'],
    ['President Ada Holm, left, with Olaf Berg at the summit © Jo Smith/Pool/EPA-EFE/Shutterstock.', 'caption'],
    ['Minister Ada Holm speaks after a meeting in Nordby, Thursday, October 16, 2025 (AP)', 'caption'],
    ['Ada Holm at the harbour on Monday. Photograph: Jo Smith/Getty Images.', 'caption'],
    ['2 of 5 | A crane lies in the harbour of Nordby on Friday. Photo by Jo Smith/NRB | License Photo', 'caption'],
    ['Soldiers rest by a wall in Dolma, in an undated handout picture. Telegram/via Coast Wire', 'caption'],
    ['Ada Holm opens a bridge for trains, in Nordby, May 3, 2025. (Coast Wire Photo)', 'caption'],
    ['A house in Dolma where 12 people were killed on Monday [File: Jo Smith/Coast Wire via NRB]', 'caption'],
    ['03.11.2025 18:20', 'stamp'],
    ['Published: Tuesday, 4 November 2025 at 6:40 PM CET', 'stamp'],
    ['NORDBY (AP) - Ada Holm resigned on Monday.', 'stamp'],
    ['Sunde, Nov 4 (Coast Wire) — The pier was closed.', 'stamp'],
    ['HALBY, Serica — The pier was closed.', 'stamp'],
    ['The minister (61) — an engineer — resigned on Monday.', 'body'],
    ['Ada Holm (Coast Party) - a former judge - resigned.', 'body'],
    ['NATO – an alliance of 32 states – met on Monday.', 'body'],
    ['The minister told AFP and Reuters that she would stay.', 'body'],
    ['Correction officers went on strike on Monday.', 'body'],
    ['The minister said that this report was wrong.', 'body'],
  ])('are the publisher’s own word on the article, or not: %s', (line, kind) => {
    expect(splitSentences(article, line).map((sentence) => sentence.kind)[0]).toBe(kind);
  });

  it.each([
    ['NORDBY (AP) - Ada Holm resigned.', ['Ada Holm resigned.']],
    ['Nov 4 (WIRE) -- The toll rose to 58 on Tuesday.', ['The toll rose to 58 on Tuesday.']],
    [
      'The pier broke on Monday after a storm. Photograph: Jo Smith/Coast Images',
      ['The pier broke on Monday after a storm.'],
    ],
    ['The town was flooded on Friday. Letters to the editor may be shortened.', ['The town was flooded on Friday.']],
    ['Boats lie in a field in Dolma. Photo via River Guard', []],
  ])('stand apart from datelines, credits and what the outlet says of itself: %s', (line, told) => {
    const body = splitSentences(article, line).filter(({ kind }) => kind === 'body');
    expect(body.map(({ text }) => text)).toEqual(told);
  });

  const newsLike = fc
    .array(
      fc.constantFrom(
        'Mr. ',
        'U.S. ',
        'He ',
        'said ',
        '“',
        '”',
        '. ',
        '? ',
        '\n',
        '3.5 ',
        'É',
        '🙂',
        '… ',
        ' (',
        ') ',
        'the ',
        'No. ',
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join(''));

  it('have exact offsets, never overlap, and hold every character that is no white space', () => {
    fc.assert(
      fc.property(fc.oneof(newsLike, fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
        const sentences = splitSentences(article, text);
        let covered = '';
        let last = 0;
        sentences.forEach((sentence, index) => {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.text.trim()).toBe(sentence.text);
          expect(sentence.index).toBe(index);
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          last = sentence.end;
          covered += sentence.text;
        });
        expect(covered.replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
      }),
    );
  });
});
