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
  ])('in %s are cut right', (_case, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
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
    ['President Ada Holm, left, with Olaf Berg at the summit © Jo Smith/Pool/EPA-EFE/Shutterstock.', 'notice'],
    ['Minister Ada Holm speaks after a meeting in Nordby, Thursday, October 16, 2025 (AP)', 'notice'],
    ['Ada Holm at the harbour on Monday. Photograph: Jo Smith/Getty Images.', 'notice'],
    ['NORDBY (AP) - Ada Holm resigned on Monday.', 'body'],
    ['The minister told AFP and Reuters that she would stay.', 'body'],
    ['Correction officers went on strike on Monday.', 'body'],
    ['The minister said that this report was wrong.', 'body'],
  ])('are the publisher’s own word on the article, or not: %s', (line, kind) => {
    expect(splitSentences(article, line).map((sentence) => sentence.kind)[0]).toBe(kind);
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
