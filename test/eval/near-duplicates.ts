import { readSources } from '../../src/adapters/files/read-sources.ts';
import { findOrigins } from '../../src/core/articles/origins.ts';
import { articleId } from '../../src/core/ids/ids.ts';
import { printCounts } from './support/counts.ts';
import { writePredictions } from './support/predictions.ts';

/** What outlets do to an agency's text, and what they do not take from it; each makes one article of others. */
interface Edit {
  readonly name: string;
  readonly copy: boolean;
  make(paragraphs: readonly string[], others: readonly (readonly string[])[]): string[];
}

const half = (paragraphs: readonly string[]): string[] => paragraphs.slice(0, Math.ceil(paragraphs.length / 2));

const edits: readonly Edit[] = [
  { name: 'new headline', copy: true, make: (own) => ['What we know after the talks', ...own] },
  { name: 'cut ending', copy: true, make: half },
  { name: 'cut beginning', copy: true, make: (own) => own.slice(Math.floor(own.length / 3)) },
  {
    name: 'inserted paragraphs',
    copy: true,
    make: (own, [first = []]) => [...own.slice(0, 2), ...first.slice(0, 1), ...own.slice(2)],
  },
  {
    name: 'changed figures',
    copy: true,
    make: (own) => own.map((line) => line.replaceAll(/\d+/g, (digits) => String(Number(digits) + 1))),
  },
  {
    name: 'credit lines',
    copy: true,
    make: (own) => ['By our staff and agencies', ...own, 'With reporting by the Sample Wire. Follow us for more.'],
  },
  {
    name: 'other spelling',
    copy: true,
    make: (own) =>
      own.map((line) =>
        line.replaceAll('Zelensky', 'Zelenskyy').replaceAll(' - ', ' — ').replaceAll('emergency', 'urgent'),
      ),
  },
  {
    name: 'every tenth word changed',
    copy: true,
    make: (own) =>
      own.map((line) =>
        line
          .split(' ')
          .map((word, index) => (index % 10 === 7 ? 'reportedly' : word))
          .join(' '),
      ),
  },
  { name: 'paragraphs in another order', copy: true, make: (own) => own.toReversed() },
  { name: 'cut to a third', copy: true, make: (own) => own.slice(0, Math.ceil(own.length / 3)) },
  {
    name: 'every second sentence left out',
    copy: true,
    make: (own) => [
      own
        .flatMap(sentencesIn)
        .filter((_, index) => index % 2 === 0)
        .join(' '),
    ],
  },
  {
    name: 'credit lines in other languages',
    copy: true,
    make: (own) => ['Mit Material von SW', ...own, 'Avec le Fil Exemple. Tous droits réservés.'],
  },
  {
    name: 'embedded in own reporting',
    copy: true,
    make: (own, [first = [], second = []]) => [...second.slice(0, 2), ...own, ...half(first)],
  },
  {
    name: 'a live page, hours later',
    copy: true,
    make: (own, [first = []]) => [...first.slice(0, 3), ...own.flatMap((line, index) => [`${10 + index}:15`, line])],
  },
  {
    name: 'quotation marks, dashes and case',
    copy: true,
    make: (own) =>
      own.map((line) =>
        line
          .replaceAll(/[“”]/g, '"')
          .replaceAll('’', "'")
          .replaceAll(/ [–—] /g, ' - ')
          .replace(/^\p{L}+/u, (word) => word.toUpperCase()),
      ),
  },
  {
    name: 'reworked, the agency named',
    copy: true,
    make: (own) => [
      'PARIS (Reuters) -',
      ...own.flatMap(sentencesIn).map((line, index) => (index % 3 === 0 ? line : reworded(line))),
    ],
  },
  {
    name: 'one paragraph quoted',
    copy: false,
    make: (own, [first = [], second = []]) => [...half(first), ...half(second), ...own.slice(1, 2)],
  },
  {
    name: 'the same quotes in other words',
    copy: false,
    make: (own, [first = [], second = []]) => [...half(first), ...quotesIn(own), ...second.slice(0, 2)],
  },
  {
    name: 'of another agency, the same quotes',
    copy: false,
    make: (own, [first = [], second = []]) => ['PARIS (AFP) -', ...half(first), ...quotesIn(own), ...half(second)],
  },
  {
    name: 'credits the agency for a paragraph',
    copy: false,
    make: (own, [first = [], second = []]) => [...first, 'Reuters reported:', ...own.slice(1, 2), ...second],
  },
  {
    name: 'short, around the same long quotes',
    copy: false,
    make: (own, [first = []]) => [...first.slice(0, 2), ...quotesIn(own)],
  },
  {
    name: 'the same background paragraphs',
    copy: false,
    make: (own, [first = []]) => [...half(first), ...own.slice(-2)],
  },
  { name: 'the same words, shuffled', copy: false, make: (own) => [shuffled(own.join(' '))] },
  {
    name: 'of two other articles',
    copy: false,
    make: (_own, [first = [], second = []]) => [...half(first), ...half(second)],
  },
];

function sentencesIn(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?]["”]?)\s+/);
}

function quotesIn(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((line) => line.match(/“[^”]{20,}”|"[^"]{20,}"/g) ?? []);
}

/** Every third word another: no five in a row are left. */
function reworded(sentence: string): string {
  return sentence
    .split(' ')
    .map((word, index) => (index % 3 === 1 ? 'meanwhile' : word))
    .join(' ');
}

function shuffled(text: string): string {
  const words = text.split(/\s+/);
  return words.map((_, index) => words[(index * 37 + 11) % words.length] ?? '').join(' ');
}

const texts: string[][] = [];
for await (const result of readSources(['config/samples'], {})) {
  if ('error' in result) throw result.error;
  texts.push(result.draft.text.split('\n').filter((line) => line.trim() !== ''));
}
/** The shipped samples hold a copy and a correction of the first: it would be a copy of what is none of its own. */
const originals = texts.filter((own, index) => !texts.slice(0, index).some((other) => sharesMost(own, other)));

function sharesMost(own: readonly string[], other: readonly string[]): boolean {
  return own.filter((line) => other.includes(line)).length * 2 > own.length;
}

const pairs = originals.flatMap((own, index) => {
  const others = [1, 2].map((step) => originals[(index + step) % originals.length] ?? []);
  return edits.map((edit) => ({ edit, original: own.join('\n'), made: edit.make(own, others).join('\n') }));
});
const judged = pairs.map(({ edit, original, made }, index) => {
  const id = articleId('original', original);
  const madeId = articleId(`made ${index}`, made);
  const originOf = findOrigins([
    { id, text: original, publisher: 'Reuters', added: '2025-02-18T08:00:00Z' },
    { id: madeId, text: made, publisher: 'A Paper', added: '2025-02-18T09:00:00Z' },
  ]);
  return { edit: edit.name, copy: edit.copy, found: originOf(madeId) === id };
});
for (const { name, copy } of edits) {
  const of = judged.filter(({ edit }) => edit === name);
  const right = of.filter(({ found }) => found === copy).length;
  console.log(`  ${name.padEnd(30)} ${copy ? 'a copy  ' : 'no copy '} right ${right} of ${of.length}`);
}
printCounts('copies told from other articles', [
  {
    gold: judged.filter(({ copy }) => copy).length,
    given: judged.filter(({ found }) => found).length,
    right: judged.filter(({ copy, found }) => copy && found).length,
  },
]);
writePredictions('near-duplicates', judged);
