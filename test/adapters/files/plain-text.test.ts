import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors/errors.ts';
import { draftOf, errorOf, read, sentence, sourceFolder } from './source-folder.ts';

const { file } = sourceFolder();

describe('a plain text', () => {
  test('is stored as it stands, with the file as its publisher', async () => {
    const text = `Quay to open\n${sentence}\n\n${sentence}  Twice, “as   is”.`;
    expect(await draftOf(await file('quay.txt', `${text}\n\n`))).toEqual({
      text,
      title: 'Quay to open',
      publisher: 'quay.txt',
      language: 'en',
    });
  });

  test('has line feeds alone between its lines, and no byte order mark', async () => {
    expect((await draftOf(await file('a.txt', `\ufeffOne.\r\nTwo.\rThree.\r\n`))).text).toBe('One.\nTwo.\nThree.');
  });

  test('is read as windows-1252 when it is no UTF-8', async () => {
    expect(
      (await draftOf(await file('a.txt', Uint8Array.from([0x93, 0x45, 0x75, 0x72, 0x6f, 0x70, 0xe9, 0x94])))).text,
    ).toBe('“Europé”');
  });

  test('takes publisher and time from whoever adds it, before what it says of itself', async () => {
    const path = await file('a.txt', `---\npublisher: Coast Post\npublished: 2025-03-01\n---\n${sentence}`);
    expect(await draftOf(path, { publisher: 'Vik News', published: '2025-02-18' })).toMatchObject({
      publisher: 'Vik News',
      published: '2025-02-18T00:00:00.000Z',
      text: sentence,
    });
  });

  test('that was wrapped at a margin is joined again, every offset where it was', async () => {
    const wrapped = [
      'NORDBY',
      'The council of Nordby voted on Monday to open the old quay to the',
      'fishing boats before the summer, and to spend nine million on a new',
      'breakwater.',
      '',
      'Two members of the council left the room before the vote, which had',
      'been put off twice since the storm of last winter.',
    ];
    const { text } = await draftOf(await file('a.txt', wrapped.join('\n')));
    expect(text.split('\n')).toEqual([wrapped[0], wrapped.slice(1, 4).join(' '), '', wrapped.slice(5).join(' ')]);
    expect(text.length).toBe(wrapped.join('\n').length);
  });

  test('with a paragraph a line, or a list, keeps its lines', async () => {
    const list = `${sentence}\n${sentence}\n${sentence}\n\n- One thing that was decided by the council in the end\n- Another thing that was decided by the council then`;
    expect((await draftOf(await file('a.txt', list))).text).toBe(list);
  });

  test.each([
    ['Storm closes the quay\nIt blew.', 'Storm closes the quay'],
    ['It blew. The quay was closed.', 'It blew.'],
    ['Mr. J. Berg of the U.S. embassy spoke. Nobody answered.', 'Mr. J. Berg of the U.S. embassy spoke.'],
    [`${'word '.repeat(60)}end.`, `${'word '.repeat(23).trim()} …`],
  ])('%.30j gets the title %j', async (text, title) => {
    expect((await draftOf(await file('a.txt', text))).title).toBe(title);
  });

  test.each([
    [
      'fr',
      'Le conseil municipal a voté lundi la réouverture du vieux port aux bateaux de pêche avant la fin de l’été prochain.',
    ],
    ['uk', 'Міська рада проголосувала в понеділок за відкриття старого порту для рибальських човнів до початку літа.'],
    ['en', 'Nordby 2025'],
  ])('is known to be in %s', async (language, text) => {
    expect((await draftOf(await file('a.txt', text))).language).toBe(language);
  });

  test('is read from standard input, if someone says whose it is', async () => {
    const stdin = async function* () {
      yield Buffer.from(sentence.slice(0, 20));
      yield sentence.slice(20);
    };
    expect(await draftOf('-', { stdin: stdin(), publisher: 'Coast Post' })).toMatchObject({
      text: sentence,
      publisher: 'Coast Post',
    });
    expect(await errorOf('-', { stdin: stdin() })).toMatchObject({ mend: 'Name the publisher with --source.' });
  });

  test('gives a draft or a UserError, whatever bytes it is made of', async () => {
    const start = fc.constantFrom('', '---\n', '---\ntitle: ', '\ufeff', '<', '{', '<rss><item>', '# ');
    const content = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 200 }),
    );
    const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.xml', 'a.json', 'a');
    await fc.assert(
      fc.asyncProperty(name, start, content, async (fileName, opening, bytes) => {
        const results = await read([await file(fileName, Buffer.concat([Buffer.from(opening), bytes]))]);
        expect(results.length).toBeGreaterThan(0);
        for (const result of results) {
          if ('error' in result) expect(result.error).toBeInstanceOf(UserError);
          else expect(result.draft.text).toMatch(/\p{L}/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('front matter', () => {
  test('says what the text is, and is no part of it', async () => {
    const fields = [
      'title: "Quay: open"',
      'source: Coast Post',
      'url: https://coast.example/quay?utm_source=x',
      'published: 2025-03-03T10:00:00+01:00',
      'language: nb',
      'sample: true',
      'layout: post',
    ];
    expect(await draftOf(await file('a.txt', `---\r\n${fields.join('\r\n')}\r\n---\r\n\r\n${sentence}\r\n`))).toEqual({
      title: 'Quay: open',
      publisher: 'Coast Post',
      url: 'https://coast.example/quay',
      published: '2025-03-03T09:00:00.000Z',
      language: 'nb',
      sample: true,
      text: sentence,
    });
  });

  test('with faults names file, line and field of each', async () => {
    const path = await file(
      'a.md',
      '---\ntitle: Quay\npublised: 2025-03-03\nlanguage: English\nsample: perhaps\n---\nText.',
    );
    const { message, mend } = await errorOf(path);
    expect(message).toBe(
      [
        `${path}:3: publised: no such field; did you mean "published"?`,
        `${path}:4: language: must be a two-letter code (ISO 639-1) such as en`,
        `${path}:5: sample: must be true or false.`,
      ].join('; '),
    );
    expect(mend).toContain('publisher');
  });

  test.each([
    ['---\ntitle: Quay\nText.', ':1: the front matter has no end.'],
    ['---\nsample: [Quay\n---\nText.', ': not YAML: '],
    ['---\npublished: yesterday\n---\nText.', ':2: published: must be a date such as 2025-02-18'],
    ['---\nurl: coast.example/quay\n---\nText.', ':2: url: must be an http or https address'],
    ['---\ntitle: ""\n---\nText.', ':2: title: must not be empty'],
  ])('%j is an error', async (text, message) => {
    expect((await errorOf(await file('a.md', text))).message).toContain(message);
  });

  test.each([
    ['title: Comment: a disaster in the drawer', 'Comment: a disaster in the drawer'],
    ["title: 'No money': mayor says", "'No money': mayor says"],
    ["title: 'Yes' and 'no' on the quay", "'Yes' and 'no' on the quay"],
    ['title: [Update] Quay closed', '[Update] Quay closed'],
    ["title: 'Quoted: as YAML wants it'\nbyline: Desk: Ada", 'Quoted: as YAML wants it'],
  ])('takes a headline as it is typed: %s', async (line, title) => {
    expect(await draftOf(await file('a.md', `---\n${line}\npublisher: Coast\n---\n${sentence}`))).toMatchObject({
      title,
      publisher: 'Coast',
    });
  });

  test('is not what a rule of hyphens begins', async () => {
    expect((await draftOf(await file('a.txt', `---\n${sentence}\n---`))).text).toBe(`---\n${sentence}\n---`);
  });
});

describe('Markdown', () => {
  test('gives its text, a paragraph a line, under its first heading', async () => {
    const markdown = `# Quay *opens*\n\n${sentence}\nIt was **time**.\n\n## Next\n\n- One [thing](https://a.example)\n- Another &amp; more\n\n![A quay](quay.png)\n\n<script>alert(1)</script>\n`;
    expect(await draftOf(await file('a.md', markdown))).toMatchObject({
      title: 'Quay opens',
      text: `${sentence}\nIt was time.\nNext\nOne thing\nAnother & more`,
    });
  });

  test.each([
    [
      'keeps a caption, a byline and a stamp apart from the text, as they were typed',
      'A crane lies in the harbour, in Nordby, May 3, 2025. (Wire Photo)\nBy Night Desk\nMay 4, 2025 18:40\nThe pier broke on Monday.',
      'A crane lies in the harbour, in Nordby, May 3, 2025. (Wire Photo)\nBy Night Desk\nMay 4, 2025 18:40\nThe pier broke on Monday.',
    ],
    [
      'joins lines that were wrapped at a margin',
      'The pier of Nordby broke on Monday after a storm that lasted for three\ndays and nights, and nobody was hurt by it, said the harbour master of\nthe town.\n\nIt will be built again by the spring of the coming year, she said, from\noak.',
      'The pier of Nordby broke on Monday after a storm that lasted for three days and nights, and nobody was hurt by it, said the harbour master of the town.\nIt will be built again by the spring of the coming year, she said, from oak.',
    ],
  ])('%s', async (_, markdown, text) => {
    expect(await draftOf(await file('b.md', markdown))).toMatchObject({ text });
  });
});
