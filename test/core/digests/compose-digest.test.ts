import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../../src/core/digests/compose-digest.ts';
import { beginning } from '../../../src/core/digests/create-digest-desk.ts';
import type { Digest } from '../../../src/core/digests/digest.ts';
import type { Library } from '../../../src/core/stories/library.ts';
import { heldLibrary } from '../../support/held-library.ts';

const everything = { from: beginning, to: '2025-03-01T00:00:00.000Z' };
const sinceNoon = { from: '2025-02-18T12:00:00.000Z', to: '2025-02-18T18:00:00.000Z' };
const morning = '2025-02-18T08:00:00.000Z';
const afternoon = '2025-02-18T15:00:00.000Z';

function texts(digest: Digest): string[] {
  return digest.lines.map((line) => line.text);
}

describe('a digest of the seed article', () => {
  const text = readFileSync('test/fixtures/articles/backstop.txt', 'utf8');
  const digest = composeDigest(heldLibrary([{ publisher: 'Seed', text }]), everything);
  const shown = texts(digest).join('\n');

  it.each(['Starmer', 'Rubio', 'Lavrov', 'Zelenskyy', 'Trump', 'Putin', 'Podolyak'])('tells of %s', (name) => {
    expect(shown).toContain(name);
  });

  it.each([
    'bated breath',
    'The coming days will reveal',
    'on full display',
    'thoughtful and strategic',
    'key stakeholders',
  ])('has no room for "%s"', (filler) => {
    expect(shown).not.toContain(filler);
  });

  it('shows no heading and goes in the order of the article', () => {
    const places = digest.lines.map((line) => line.receipts[0].start);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(shown).not.toContain('Challenges and Stakes');
  });
});

describe('what several articles say', () => {
  const said = 'Mayor Anna Holm said the harbour of Nordby would open again on Monday after the storm.';
  const alike = 'The harbour of Nordby would open again on Monday after the storm, Mayor Anna Holm said.';

  it('stands once, with a receipt in each article and its independent origins counted', () => {
    const digest = composeDigest(
      heldLibrary([
        { publisher: 'Courier', text: `${said} Fishermen wait for fuel at the northern quay near the church.` },
        { publisher: 'Observer', text: `Ferries stay tied up along the coast of Jutland today. ${alike}` },
      ]),
      everything,
    );
    const line = digest.lines.find(({ text }) => text.includes('open again'));
    expect(texts(digest).filter((text) => text.includes('open again'))).toEqual([said]);
    expect(line?.receipts.map(({ publisher }) => publisher)).toEqual(['Courier', 'Observer']);
    expect(line?.origins).toBe(2);
    expect(line?.actors).toEqual(['Anna Holm']);
  });

  it('counts as one origin when one article is a copy of the other, which is listed as left out', () => {
    const text = `${said} Fishermen wait for fuel at the northern quay near the church of Saint Olaf.`;
    const digest = composeDigest(
      heldLibrary([
        { publisher: 'Wire', text, published: '2025-02-17T08:00:00.000Z' },
        { publisher: 'Morning News', text, published: '2025-02-17T09:00:00.000Z' },
      ]),
      everything,
    );
    expect(digest.lines.map(({ receipts, origins }) => [receipts.length, origins])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(digest.leftOut).toMatchObject([{ reason: 'copy', line: { text: said } }]);
    expect(digest.sources.map(({ publisher }) => publisher)).toEqual(['Wire', 'Morning News']);
  });

  it.each([
    ['numbers', 'The talks in Nordby lasted about three hours.', 'The talks in Nordby lasted about five hours.'],
    ['figures', 'The flood damaged 1,200 houses in the old town.', 'The flood damaged 900 houses in the old town.'],
    [
      'a denial',
      'Mayor Anna Holm will attend the meeting of the harbour council.',
      'Mayor Anna Holm will not attend the meeting of the harbour council.',
    ],
    [
      'people',
      'Anna Holm will travel to the capital for talks about the harbour.',
      'Peter Lund will travel to the capital for talks about the harbour.',
    ],
    [
      'days',
      'The harbour of Nordby opens for ferries again on Monday.',
      'The harbour of Nordby opens for ferries again on Tuesday.',
    ],
  ])('stands twice where articles disagree in %s', (_in, left, right) => {
    const digest = composeDigest(
      heldLibrary([
        { publisher: 'Courier', text: left },
        { publisher: 'Observer', text: right },
      ]),
      everything,
    );
    expect(texts(digest).toSorted()).toEqual([left, right].toSorted());
    expect(digest.lines.map(({ receipts }) => receipts.length)).toEqual([1, 1]);
  });

  it('takes a number in words and in figures for the same', () => {
    const digest = composeDigest(
      heldLibrary([
        { publisher: 'Courier', text: 'The talks in Nordby lasted about five hours.' },
        { publisher: 'Observer', text: 'The talks in Nordby lasted about 5 hours.' },
      ]),
      everything,
    );
    expect(digest.lines.map(({ receipts }) => receipts.length)).toEqual([2]);
  });

  it('is borne out only by a sentence that has all its numbers', () => {
    const digest = composeDigest(
      heldLibrary([
        { publisher: 'Courier', text: 'The flood in Nordby damaged 1,200 houses and closed the old harbour bridge.' },
        { publisher: 'Observer', text: 'The flood in Nordby damaged houses and closed the old harbour bridge.' },
      ]),
      everything,
    );
    expect(texts(digest)).toEqual(['The flood in Nordby damaged 1,200 houses and closed the old harbour bridge.']);
    expect(digest.lines[0]?.receipts).toHaveLength(1);
    expect(digest.leftOut.map(({ reason }) => reason)).toContain('same-as');
  });
});

describe('a window', () => {
  const told = 'Mayor Anna Holm said the harbour of Nordby would open again on Monday.';
  const news = 'Engineer Peter Lund found a crack of 12 metres in the outer wall on Tuesday.';

  it('holds what was added after its beginning, up to and with its end', () => {
    const library = heldLibrary([
      { publisher: 'Early', text: told, added: sinceNoon.from },
      { publisher: 'Last', text: news, added: sinceNoon.to },
      { publisher: 'Late', text: 'Minister Eva Dahl visits the harbour on Friday.', added: '2025-02-18T18:00:00.001Z' },
    ]);
    const digest = composeDigest(library, sinceNoon);
    expect(texts(digest)).toEqual([news]);
    expect(digest.sources.map(({ publisher }) => publisher)).toEqual(['Last']);
  });

  it('does not tell again what an article from before it said', () => {
    const digest = composeDigest(
      heldLibrary([
        { publisher: 'Courier', text: told, added: morning },
        { publisher: 'Observer', text: `${told} ${news}`, added: afternoon },
      ]),
      sinceNoon,
    );
    expect(texts(digest)).toEqual([news]);
    expect(digest.leftOut).toContainEqual(
      expect.objectContaining({ reason: 'same-as', line: expect.objectContaining({ text: told }) }),
    );
  });

  it('tells a new number for an old matter', () => {
    const digest = composeDigest(
      heldLibrary([
        { publisher: 'Courier', text: 'The storm in Nordby injured five people on the quay.', added: morning },
        { publisher: 'Observer', text: 'The storm in Nordby injured seven people on the quay.', added: afternoon },
      ]),
      sinceNoon,
    );
    expect(texts(digest)).toEqual(['The storm in Nordby injured seven people on the quay.']);
    expect(digest.lines[0]?.updates?.text).toBe('The storm in Nordby injured five people on the quay.');
  });

  it('brings nothing up to date that is about something else', () => {
    const digest = composeDigest(
      heldLibrary([
        { publisher: 'Courier', text: told, added: morning },
        { publisher: 'Observer', text: news, added: afternoon },
      ]),
      sinceNoon,
    );
    expect(digest.lines.map(({ updates }) => updates)).toEqual([undefined]);
  });

  it('shows the contradictions of a sure kind in which its articles have a part', () => {
    const one = 'The council of Lunt agreed to the water law on Sunday.';
    const other = 'On Sunday the council of Lunt turned down the water law.';
    const library = heldLibrary([
      { publisher: 'Courier', text: one, added: morning },
      { publisher: 'Observer', text: other, added: afternoon },
    ]);
    expect(composeDigest(library, sinceNoon).disputes.map(({ kind }) => kind)).toEqual(['opposite']);
    const later = { from: sinceNoon.to, to: '2025-02-19T18:00:00.000Z' };
    expect(composeDigest(library, later).disputes).toEqual([]);
  });

  it('without articles gives an empty digest', () => {
    expect(composeDigest(heldLibrary([]), everything)).toEqual({
      window: everything,
      lines: [],
      corrected: [],
      disputes: [],
      leftOut: [],
      leftOutCounts: { copy: 0, suspect: 0, 'same-as': 0, 'less-important': 0 },
      sources: [],
    });
  });
});

describe('a sentence', () => {
  it.each([
    ['asks', 'Will the harbour of Nordby ever open for the ferries again?'],
    ['is a caption', 'FILE - In this photo, Mayor Anna Holm stands on the quay of Nordby.'],
    ['is part of a quotation', 'The harbour will open again, we promise that to everybody in Nordby.”'],
    ['announces what follows', 'As for the reason, a spokesman for the harbour of Nordby explains:'],
  ])('that %s is not shown', (_what, sentence) => {
    const text = `Mayor Anna Holm inspected the outer wall of the harbour on Sunday.\n${sentence}`;
    const digest = composeDigest(heldLibrary([{ publisher: 'Courier', text }]), everything);
    expect(texts(digest)).toEqual(['Mayor Anna Holm inspected the outer wall of the harbour on Sunday.']);
  });

  it.each([
    ['begins with a pronoun', 'She said that 40 fishing boats had been lost in the storm of Friday.'],
    [
      'does not say in what somebody took part',
      'The mayors of Havn and of Vik, both of them engineers, also took part.',
    ],
    ['means an event told of before', 'The inspection brought anger in Nordby and in Vik, and the plan was dropped.'],
    ['counts its time from the one before', 'Two days later the mayors of Havn and of Vik closed their harbours.'],
    ['counts a part of what was told', 'The remaining two were brought to a hospital in the capital by a boat.'],
  ])('that %s is not shown: a reader would take it for what stands above it', (_what, leaning) => {
    const before = 'Mayor Anna Holm inspected the outer wall of the harbour on Sunday.';
    const digest = composeDigest(heldLibrary([{ publisher: 'Courier', text: `${before} ${leaning}` }]), everything);
    expect(texts(digest)).toEqual([before]);
  });

  it('that is a quotation in the first person is shown where it says who speaks', () => {
    const text =
      '“You have lied to the growers of the valley!” senator Jens Tork shouted on Sunday at a hearing in Lunt.';
    expect(texts(composeDigest(heldLibrary([{ publisher: 'Courier', text }]), everything))).toEqual([text]);
  });
});

describe('any digest', () => {
  const word = fc.constantFrom(
    ...'the Anna Holm Peter Lund said harbour storm wall boats Monday Tuesday not 12 five “open” (north) she it'.split(
      ' ',
    ),
  );
  const sentence = fc
    .array(word, { minLength: 1, maxLength: 30 })
    .chain((words) => fc.constantFrom('.', '?', '!', ':', '').map((end) => `${words.join(' ')}${end}`));
  const article = fc.record({
    publisher: fc.constantFrom('Courier', 'Observer', 'Wire'),
    text: fc.array(sentence, { minLength: 1, maxLength: 12 }).map((sentences) => sentences.join(' ')),
    added: fc.constantFrom(morning, afternoon),
  });

  it(
    'shows spans of articles of its window, at most eight, none twice, and the same each time',
    { timeout: 30_000 },
    () => {
      fc.assert(
        fc.property(fc.array(article, { maxLength: 8 }), (articles) => {
          const unique = [...new Map(articles.map((given) => [given.publisher + given.text, given])).values()];
          const library = heldLibrary(unique);
          const digest = composeDigest(library, sinceNoon);
          expect(composeDigest(library, sinceNoon)).toEqual(digest);
          expect(digest.lines.length).toBeLessThanOrEqual(8);
          expect(digest.leftOut.length).toBeLessThanOrEqual(20);
          expect(new Set(texts(digest)).size).toBe(digest.lines.length);
          for (const { text, receipts } of digest.lines) {
            expect(spanOf(library, receipts[0])).toBe(text);
            for (const { article: id } of receipts) expect(library.article(id)?.article.added).toBe(afternoon);
          }
        }),
      );
    },
  );

  it('lists no more than twenty of what it leaves out', () => {
    const letters = [...'bcdfghklmnprstvz'];
    const invented = letters.flatMap((first) => letters.map((last) => `${first}o${last}a`));
    const text = Array.from({ length: 30 }, (_, line) => `All of ${invented.slice(line * 8, line * 8 + 8).join(' ')}.`);
    const digest = composeDigest(heldLibrary([{ publisher: 'Courier', text: text.join(' ') }]), everything);
    expect(digest.lines).toHaveLength(8);
    expect(digest.leftOut).toHaveLength(20);
  });
});

function spanOf(library: Library, receipt: Digest['lines'][number]['receipts'][number]): string | undefined {
  return library.article(receipt.article)?.article.text.slice(receipt.start, receipt.end);
}
