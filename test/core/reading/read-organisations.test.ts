import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../../src/core/ids/ids.ts';
import { readArticle } from '../../../src/core/reading/read-article.ts';

const id = articleIdSchema.parse('0123456789ab');

function namesOf(kind: 'person' | 'organisation', text: string): string[] {
  const { actors } = readArticle({ id, language: 'en' }, splitSentences(id, text));
  return actors.flatMap((actor) => (actor.kind === kind ? [actor.name] : []));
}

describe('an article shows once what an organisation is, and is believed wherever it names it', () => {
  it.each([
    ['the kind before', 'Velmor said it would sell. Traders like the brewer Velmor.', 'Velmor'],
    ['the kind behind', 'Dagny Posten said talks failed. The Dagny Posten newspaper has often erred.', 'Dagny Posten'],
    ['a news agency', 'Rustak reported fire. It was the Rustak news agency that came first.', 'Rustak'],
    ['a registered name', 'Ostrel Mining Corp was fined. Ostrel said it would appeal.', 'Ostrel Mining Corp'],
    ['what only a company has', 'Velmor rose. Velmor’s shares had been weak.', 'Velmor'],
    ['a pair of founders', 'Brandt & Hollis’s shares fell. Brandt & Hollis said nothing.', 'Brandt & Hollis'],
  ])('by %s', (_how, text, name) => {
    expect(namesOf('organisation', text)).toContain(name);
    expect(namesOf('person', text)).toEqual([]);
  });

  it.each([
    ['a place', 'The London newspaper closed. London was quiet.'],
    ['a people', 'The Italian newspaper closed. An Italian said so.'],
    ['a language', 'An English-language newspaper closed.'],
    ['a ship', 'The aircraft carrier Enterprise left port.'],
  ])('but takes %s for none', (_what, text) => {
    expect(namesOf('organisation', text)).toEqual([]);
  });

  it('and leaves a surname to the person who bears it', () => {
    const text = 'Peter Hallmann spoke. Hallmann’s shares in the mine are his own. Hallmann said no.';
    expect(namesOf('person', text)).toEqual(['Peter Hallmann']);
    expect(namesOf('organisation', text)).toEqual([]);
  });
});

describe('the initials in brackets say where a name begins and ends', () => {
  it.each([
    [
      'The Organization for Trade and Co-operation in Asia (OTCA) met.',
      'Organization for Trade and Co-operation in Asia',
    ],
    ['The State Law and Order Council (SLOC) met.', 'State Law and Order Council'],
    ['It called on the U.N. Interim Force in Nordland (UNIFN) to leave.', 'U.N. Interim Force in Nordland'],
  ])('%s', (text, name) => {
    expect(namesOf('organisation', text)).toContain(name);
  });

  it('and make no organisation of what is none', () => {
    expect(namesOf('organisation', 'The General Data Protection Regulation (GDPR) is law.')).toEqual([]);
  });
});

describe('a company’s name', () => {
  it('ends before the place where it is', () => {
    expect(namesOf('organisation', 'He runs Marlow Pharmaceuticals Inc of Denver.')).toEqual([
      'Marlow Pharmaceuticals Inc',
    ]);
  });
});

it('“U.N.” is the organisation, and nobody', () => {
  expect(namesOf('organisation', 'The U.N. denied it. A U.N. official left.')).toEqual(['U.N.']);
  expect(namesOf('person', 'The U.N. denied it. A U.N. official left.')).toEqual([]);
});
