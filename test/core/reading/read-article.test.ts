import { readFileSync } from 'node:fs';
import fc from 'fast-check';
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

function people(text: string): string[] {
  return read(text)
    .actors.filter(({ kind, certainty }) => kind === 'person' && certainty === 'named')
    .map(({ name }) => name);
}

function organisations(text: string): string[] {
  return read(text)
    .actors.filter(({ kind }) => kind === 'organisation')
    .map(({ name }) => name);
}

describe('people', () => {
  it.each([
    ['with a title before the name', 'Finance Minister Karla Bruun left Oslo.', ['Karla Bruun']],
    ['with a role behind it', 'Ixtli Quaroni, the mayor of Port Meridian, resigned.', ['Ixtli Quaroni']],
    ['by a first name', 'On Monday Peter Hallmann signed the treaty.', ['Peter Hallmann']],
    ['behind an opening word', 'Meanwhile Anna Seidel waited.', ['Anna Seidel']],
    [
      'with small words in the name',
      'Ursula van der Meulen and Mohammed bin Rashid met.',
      ['Ursula van der Meulen', 'Mohammed bin Rashid'],
    ],
    ['with an initial', 'George W. Tallis spoke first.', ['George W. Tallis']],
    ['by a title and two letters', 'Vice President TJ Okonjo arrived late.', ['TJ Okonjo']],
    ['by title and surname alone', 'President Okonjo arrived late.', ['Okonjo']],
    ['of an office of several words', 'US Secretary of State Walter Brandt flew home.', ['Walter Brandt']],
  ])('are found %s', (_case, text, names) => {
    expect(people(text)).toEqual(names);
  });

  it.each([
    ['a country', 'South Korea and Saudi Arabia signed in New York.'],
    ['a title alone', 'The Prime Minister spoke to the Foreign Minister.'],
    ['a day or a month', 'On Monday, April rain fell. December was dry.'],
    ['a building', 'They met at Kennedy Airport near Charles Bridge in the White House.'],
    ['an organisation', 'The Goldman Institute and the Ministry of Defence agreed.'],
    ['a heading', 'Peter Hallmann Signs A Treaty\nThe treaty holds.'],
    ['a league', 'Premier League clubs said no.'],
  ])('are not %s', (_case, text) => {
    expect(people(text)).toEqual([]);
  });

  it('are one, by full name, title and surname, and surname', () => {
    const { actors } = read(
      'Chancellor Petra Lindqvist spoke. Mrs Lindqvist smiled. Then Lindqvist left with Sir Alan.',
    );
    expect(actors[0]).toMatchObject({ name: 'Petra Lindqvist' });
    expect(actors[0]?.mentions.map(({ text }) => text)).toEqual(['Petra Lindqvist', 'Lindqvist', 'Lindqvist']);
  });

  it('of one surname stay two', () => {
    expect(people('Maria Keller met Thomas Keller in Vienna.')).toEqual(['Maria Keller', 'Thomas Keller']);
  });
});

describe('roles', () => {
  it.each([
    ['Norway’s Foreign Minister, Karla Bruun, made it clear.', 'Norway’s Foreign Minister'],
    ['Karla Bruun, special envoy for Norway and Sweden, resigned.', 'special envoy for Norway and Sweden'],
    ['Middle East envoy Karla Bruun resigned.', 'Middle East envoy'],
    ['Security Adviser Karla Bruun, Secretary of State Peter Hallmann and others came.', 'Security Adviser'],
    ['Norwegian President Karla Bruun spoke.', 'Norwegian President'],
    ['Karla Bruun, the Prime Minister of the Kingdom of Norway, spoke.', 'Prime Minister of the Kingdom of Norway'],
    ['Karla Bruun, an adviser to the Norwegian king, spoke.', 'adviser to the Norwegian king'],
    ['former US national security adviser Karla Bruun spoke.', 'former US national security adviser'],
    ['Karla Bruun, the US Secretary of State, to whom they spoke, left.', 'US Secretary of State'],
  ])('in "%s" are worded as the article does', (text, role) => {
    expect(
      read(text)
        .actors.find(({ name }) => name === 'Karla Bruun')
        ?.roles.map((found) => found.text),
    ).toEqual([role]);
  });
});

describe('organisations', () => {
  it.each([
    ['The Ministry of Defence said no.', ['Ministry of Defence']],
    ['NATO and the European Union met.', ['NATO', 'European Union']],
    ['The Kremlin denied it.', ['Kremlin']],
    ['The US government has indicated a change.', ['US government']],
    ['The US and the UK met.', []],
  ])('in "%s" are %j', (text, names) => {
    expect(organisations(text)).toEqual(names);
  });
});

describe('statements', () => {
  const speakers = (text: string): [string, string, boolean][] =>
    read(text).statements.flatMap(({ speaker, cue, quoted }) =>
      speaker === undefined ? [] : [[speaker, cue, quoted]],
    );

  it.each([
    ['before the cue', 'Karla Bruun warned that the talks had failed.', [['Karla Bruun', 'warned', false]]],
    ['behind a quotation', '“We will not sign this treaty,” said Karla Bruun.', [['Karla Bruun', 'said', true]]],
    ['behind an apposition', 'Karla Bruun, the mayor of Oslo, said she was content.', [['Karla Bruun', 'said', false]]],
    ['by "according to"', 'The talks failed, according to Karla Bruun.', [['Karla Bruun', 'according to', false]]],
    ['as an institution', 'The Kremlin said the talks would go on.', [['Kremlin', 'said', false]]],
    ['not by a word in marks', 'Karla Bruun asked for a ‘backup’ in any deal.', [['Karla Bruun', 'asked', false]]],
  ])('have their speaker %s', (_case, text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  it('of he and she go to the last subject that fits', () => {
    expect(
      speakers('Karla Bruun met Peter Hallmann in Oslo. She said the talks went well. He insisted they had not.'),
    ).toEqual([
      ['Karla Bruun', 'said', false],
      ['Peter Hallmann', 'insisted', false],
    ]);
  });

  it.each([
    ['who has the role', 'Mayor Ixtli Quaroni met Karla Bruun. The mayor said no.', ['Ixtli Quaroni', 'said', false]],
    [
      'whose title stands before',
      'All waited as Norway’s Foreign Minister, Karla Bruun, made it clear.',
      ['Karla Bruun', 'made it clear', false],
    ],
    [
      'who speaks for another',
      'Kremlin spokesman Peter Hallmann said the deal “will be signed soon”.',
      ['Peter Hallmann', 'said', true],
    ],
    ['whose spokesman it is', 'A spokesman for the Kremlin said no.', ['Kremlin', 'said', false]],
    ['who goes on', 'Karla Bruun left Oslo, adding that she was content.', ['Karla Bruun', 'adding', false]],
    [
      'beside a bare quotation',
      '“We will sign,” said Karla Bruun. “We will pay for all of it.”',
      ['Karla Bruun', 'said', true],
    ],
    [
      'of a quotation that a later sentence closes',
      '“We will sign. We will pay for it,” said Karla Bruun.',
      ['Karla Bruun', 'said', true],
    ],
    ['named before "who"', 'The prize went to Karla Bruun, who said that it was late.', ['Karla Bruun', 'said', false]],
  ])('are of the one %s', (_case, text, last) => {
    expect(speakers(text).at(-1)).toEqual(last);
  });

  it('are nobody’s where the source is somebody else of the same name’s', () => {
    expect(speakers('Karla Bruun’s lawyer said no. Aides to Karla Bruun said no.')).toEqual([]);
  });

  it('have their source, and whom they are told to, as worded', () => {
    const text = 'Two officials told reporters that the talks had failed.';
    const [statement] = read(text).statements;
    expect(text.slice(statement?.source?.start, statement?.source?.end)).toBe('Two officials');
    expect(text.slice(statement?.to?.start, statement?.to?.end)).toBe('reporters');
    expect(text.slice(statement?.content.start, statement?.content.end)).toBe('the talks had failed.');
  });

  it('keep to their clause: what follows an "and" is another’s', () => {
    const text = 'Karla Bruun called it “a long and useful talk” and the Kremlin said it was short.';
    expect(speakers(text)).toEqual([
      ['Karla Bruun', 'called', true],
      ['Kremlin', 'said', false],
    ]);
  });

  it('of a country are nobody’s', () => {
    expect(speakers('Norway has firmly stated that it will not agree.')).toEqual([]);
  });
});

describe('every reading', () => {
  const words = [
    'Karla Bruun',
    'said',
    'the',
    'President',
    'Oslo',
    '“',
    '”',
    '.',
    ',',
    'on Monday',
    'NATO',
    'He',
    'of',
    'and',
    '\n',
    '’s',
    '12 May',
    'É',
  ];

  it('gives offsets at which the text stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(' ')),
        (text) => {
          const { actors, statements, dated } = read(text);
          for (const { mentions, roles } of actors) {
            for (const span of [...mentions, ...roles]) expect(text.slice(span.start, span.end)).toBe(span.text);
          }
          for (const { speaker, content, start, end } of statements) {
            if (speaker !== undefined) expect(actors.map(({ name }) => name)).toContain(speaker);
            expect(content.start).toBeGreaterThanOrEqual(start);
            expect(content.end).toBeLessThanOrEqual(end);
          }
          for (const { words: span } of dated) expect(span.end).toBeGreaterThan(span.start);
        },
      ),
    );
  });

  it('of an article in another language holds nothing but its sentences', () => {
    const text = readFileSync('test/fixtures/articles/backstop.txt', 'utf8');
    expect(readArticle({ id, language: 'fr', published }, splitSentences(id, text))).toMatchObject({
      actors: [],
      statements: [],
      dated: [],
    });
  });
});

describe('names that the sentence alone does not show', () => {
  it('are cut from words joined to them', () => {
    expect(organisations('The Kremlin-backed party and the NATO-led force met.')).toEqual(['Kremlin', 'NATO']);
  });

  it('are a government of a country', () => {
    expect(organisations('He spoke for the government of Iraq and the Syrian opposition.')).toEqual([
      'government of Iraq',
      'Syrian opposition',
    ]);
  });

  it('do not take in the title that follows an organisation', () => {
    const reading = read('Bank of England Governor Peter Wardell warned of costs.');
    expect(
      reading.actors.map(({ name, kind, roles }) => [name, kind, ...roles.map(({ text }) => text)]),
    ).toContainEqual(['Peter Wardell', 'person', 'Bank of England Governor']);
  });
});

describe('references by role', () => {
  const references = (text: string): string[] =>
    read(text).actors.flatMap(({ name, references: found }) => found.map((reference) => `${name}: ${reference.text}`));

  it('are places where a role alone stands for the person who has it', () => {
    const text =
      'Foreign Secretary Boris Quill met Finance Minister Karla Bruun. The foreign secretary smiled. The minister left.';
    expect(references(text)).toEqual(['Boris Quill: The foreign secretary', 'Karla Bruun: The minister']);
  });

  it('are none before the person is named, of several people, or with another name', () => {
    expect(references('The mayor spoke. Mayor Ixtli Quaroni left.')).toEqual([]);
    expect(references('Mayor Ixtli Quaroni left. The mayors of two cities met the mayor Olga Tamm.')).toEqual([]);
  });
});
