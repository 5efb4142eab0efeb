import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../../src/core/ids/ids.ts';
import { readArticle } from '../../../src/core/reading/read-article.ts';

const id = articleIdSchema.parse('0123456789ab');

function statements(
  text: string,
): { readonly said: string; readonly source: string | undefined; readonly speaker: string | undefined }[] {
  return readArticle({ id, language: 'en' }, splitSentences(id, text)).statements.map(
    ({ kind, cue, source, content, speaker }) => ({
      said: `${kind === 'saying' ? '' : `${kind} `}${cue}: ${text.slice(content.start, content.end)}`,
      source: source === undefined ? undefined : text.slice(source.start, source.end),
      speaker,
    }),
  );
}

const said = (text: string): string[] => statements(text).map((one) => one.said);
const speakers = (text: string): (string | undefined)[] => statements(text).map(({ speaker }) => speaker);

describe('he or she behind a quotation that names nobody as its speaker', () => {
  const bare =
    '“One letter ends no strike,” Minister Nils Bruun said. “One letter is nothing, but Peter Hallmann is the man to begin.”';

  it('is who was quoted, and not whom the quotation names', () => {
    expect(speakers(`${bare}\n\nHe added later: “A strike is no game.”`)).toEqual([
      'Nils Bruun',
      'Nils Bruun',
      'Nils Bruun',
    ]);
  });

  it('is nobody where only the quotation names one of that gender', () => {
    expect(
      speakers(`${bare.replace('Nils', 'Anna')}\n\nHe added later: “A strike is no game.”`).at(-1),
    ).toBeUndefined();
  });
});

describe('a word in quotation marks', () => {
  it.each([
    'Minister Karla Bruun hit back, branding the plan “absurd”.',
    'Minister Karla Bruun was against it, calling talk of boats “far too early” in winter.',
  ])('is said by whoever calls something so: %s', (text) => {
    expect(speakers(text)).toContain('Karla Bruun');
  });
});

describe('what is said', () => {
  it.each([
    [
      'begins behind the "that"',
      'Karla Bruun said on Monday in Riga that the border was shut.',
      ['said: the border was shut.'],
    ],
    [
      'begins behind whom it is said to',
      'Karla Bruun told reporters the border was shut.',
      ['told: the border was shut.'],
    ],
    [
      'ends before the next verb of the same speaker',
      'Karla Bruun said the border was shut and warned that winter was near.',
      ['said: the border was shut', 'warned: winter was near.'],
    ],
    [
      'goes on over verbs within it',
      'Karla Bruun said Norway would not join or recognise the pact.',
      ['said: Norway would not join or recognise the pact.'],
    ],
    [
      'is told once, by the outer speaker',
      'Karla Bruun said that farmers believed the border was shut.',
      ['said: farmers believed the border was shut.'],
    ],
    ['may stand before', 'The border was shut, Karla Bruun told the council.', ['told: The border was shut']],
    [
      'stands behind a colon in headlines and transcripts',
      'Karla Bruun: The border of Norway is shut.',
      [':: The border of Norway is shut.'],
    ],
    ['is more than that somebody spoke', 'Karla Bruun disagreed.', []],
    ['is no dateline', 'Norway: The border is shut to lorries.', []],
    [
      'may be how somebody sees somebody',
      'The farmers see Karla Bruun as a threat.',
      ['stance see: Karla Bruun as a threat.'],
    ],
    ['belongs to plural subjects too', 'Officials say the border is shut.', ['say: the border is shut.']],
  ])('%s', (_case, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    ['a refusal to say', 'Karla Bruun refused to say when the border would open.', 'say'],
    ['what was not said', 'Karla Bruun did not say when the border would open.', 'say'],
    ['a telephone call', 'Karla Bruun called her counterpart in Riga.', 'called'],
    ['a greeting', 'Karla Bruun welcomed the ministers at the gate.', 'welcomed'],
  ])('is not %s', (_case, text, cue) => {
    expect(said(text).filter((one) => one.startsWith(`${cue}:`))).toEqual([]);
  });
});

describe('the one who says it', () => {
  it.each([
    [
      'has the verb far behind',
      'After the talks, Karla Bruun left the hall, saying that nothing was signed.',
      ['Karla Bruun'],
    ],
    [
      'stands before a clause about him',
      'Peter Hallmann, who is not known to joke, said the border was shut.',
      ['Peter Hallmann'],
    ],
    ['is named in an aside', 'The ministry’s spokesperson, Karla Bruun, said the border was shut.', ['Karla Bruun']],
    ['is behind "according to him"', 'Peter Hallmann left. According to him, the border is shut.', ['Peter Hallmann']],
    ['is nobody behind an unnamed man', 'Peter Hallmann left. A spokesman stayed. “He is ill,” he said.', [undefined]],
    ['is nobody where two are named', 'Peter Hallmann and Thomas Ekholm met. He said it was cold.', [undefined]],
    ['may be an institution by "it"', 'NATO sent ships. It said they would stay.', ['NATO']],
    [
      'is the second of two where the pronoun fits her alone',
      'Peter Hallmann thanked Anna Seidel. She said it was nothing.',
      ['Anna Seidel'],
    ],
    [
      'is not whom he names before',
      'Peter Hallmann spoke first. The house belongs to Thomas Ekholm and his son, he said.',
      ['Peter Hallmann'],
    ],
    [
      'of an open quotation is the same in each sentence',
      '“It is late. It is dark. We go,” Karla Bruun said.',
      ['Karla Bruun', 'Karla Bruun', 'Karla Bruun'],
    ],
  ])('%s', (_case, text, expected) => {
    const found = statements(text).filter((one) => !one.said.startsWith('stance'));
    expect(found.map(({ speaker }) => speaker)).toEqual(expected);
  });

  it('keeps a quotation whose two marks differ', () => {
    expect(speakers('Karla Bruun said it was a “first step on a long road". Thomas Ekholm left.')).toEqual([
      'Karla Bruun',
    ]);
  });

  it('is the agency, where it is the agency that reports', () => {
    const found = statements('Karla Bruun confirmed that the border was shut, Baltica reports, citing radio.');
    expect(found.filter(({ speaker }) => speaker === 'Karla Bruun')).toHaveLength(1);
  });
});

it.each(['The prime minister said no.', 'The Danish PM said no.', 'The PM said no.'])(
  'a prime minister is meant by either word for the office: %s',
  (text) => {
    expect(speakers(`Danish PM Karla Bruun came. ${text}`)).toEqual(['Karla Bruun']);
  },
);
