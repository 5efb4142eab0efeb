import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../../src/core/ids/ids.ts';
import { readArticle } from '../../../src/core/reading/read-article.ts';
import type { ActorReading } from '../../../src/core/reading/reading.ts';

const id = articleIdSchema.parse('0123456789ab');

function actors(text: string): ActorReading[] {
  return readArticle({ id, language: 'en' }, splitSentences(id, text)).actors;
}

function people(text: string): string[] {
  return actors(text).flatMap(({ kind, name }) => (kind === 'person' ? [name] : []));
}

function organisations(text: string): string[] {
  return actors(text).flatMap(({ kind, name }) => (kind === 'organisation' ? [name] : []));
}

function rolesOf(person: string, text: string): string[] {
  return actors(text).flatMap(({ name, roles }) => (name === person ? roles.map((role) => role.text) : []));
}

describe('a person', () => {
  it.each([
    ['a role alone', 'The list names a Special Envoy and a Ukrainian Minister. Madam President spoke.'],
    ['a heading in the text', 'Executive Summary The week ended in a paradox of hopes and fears.'],
    ['what fellow and major describe', 'He told fellow Norwegians of it on a major TV station.'],
    ['capitals that end in a title', 'The Nordland Gov. was not at home.'],
  ])('is not %s', (_case, text) => {
    expect(people(text)).toEqual([]);
  });

  it('has no place behind the surname', () => {
    const text = 'Walter Hallmann came home. The minister told Hallmann London believed in the plan.';
    expect(people(text)).toEqual(['Walter Hallmann']);
  });

  it('ends at a comma', () => {
    expect(people('“It was clear,” said Anna Seidel, Hallmann’s director of intelligence.')).toContain('Anna Seidel');
  });

  it('lends the name to no building', () => {
    const text = 'Peter Hallmann spoke. The crowd met at Hallmann International Hotel and at Hallmann Tower.';
    expect(people(text)).toEqual(['Peter Hallmann']);
  });

  it('is one when the surname comes first', () => {
    expect(people('Viktor Seidel said no. Seidel Viktor said on Monday that he would not pay.')).toEqual([
      'Viktor Seidel',
    ]);
  });

  it.each([
    ['Mr and the first word', 'Kim Sung-ho, the envoy, wrote. Mr Kim said that he was well.', 'Kim Sung-ho'],
    [
      'a surname of two words',
      'Sheikh Omar bin Rashid Al Nuri came. Prime Minister Al Nuri said no.',
      'Omar bin Rashid Al Nuri',
    ],
    ['a king’s name without its number', 'King Harald V of Norway came. Harald said that he was well.', 'Harald V'],
    ['a nickname between two names', 'The adviser Serhiy “Spark” Bondar said no. Bondar left.', 'Serhiy Spark Bondar'],
  ])('is one by %s', (_case, text, name) => {
    expect(people(text)).toEqual([name]);
  });

  it('of a headline within the text counts only when named elsewhere', () => {
    const headline = '* Hallmann Meets Seidel at Port Meridian as Talks Drag On.';
    expect(people(headline)).toEqual([]);
    expect(people(`Peter Hallmann left.\n${headline}`)).toEqual(['Peter Hallmann']);
  });

  it('is found before "-led" and "-appointed"', () => {
    expect(people('Peter Hallmann spoke of the Hallmann-appointed board.')).toEqual(['Peter Hallmann']);
  });
});

describe('a role', () => {
  it.each([
    ['before an honorific', 'UK Prime Minister Sir Peter Hallmann came.', 'UK Prime Minister'],
    ['before a title of birth', 'Saudi Foreign Minister Prince Peter Hallmann came.', 'Saudi Foreign Minister'],
    [
      'with an office before the name',
      'Special Envoy to the Middle East Peter Hallmann came.',
      'Special Envoy to the Middle East',
    ],
    [
      'with an office before a comma',
      'The US Special Envoy for Chad and Mali, Peter Hallmann, came.',
      'US Special Envoy for Chad and Mali',
    ],
    ['of a fund', 'Nordic Investment Fund chief Peter Hallmann came.', 'Nordic Investment Fund chief'],
    ['of a company', 'Seatram founder Peter Hallmann came.', 'Seatram founder'],
    [
      'of a land of several words',
      'The United Kingdom’s Prime Minister Peter Hallmann came.',
      'United Kingdom’s Prime Minister',
    ],
    ['of a chief of staff', 'The chancellor’s chief of staff Peter Hallmann came.', 'chancellor’s chief of staff'],
    ['of a general secretary', 'UN secretary-general Peter Hallmann came.', 'UN secretary-general'],
    ['of then', 'The then-president, Peter Hallmann, came.', 'then-president'],
    ['of a clause', 'Peter Hallmann, who heads the customs union, came.', 'heads the customs union'],
    ['before a verb', 'Peter Hallmann, minister for trade welcomes the accord.', 'minister for trade'],
    ['without what somebody has', 'Peter Hallmann, a banker with contacts in the capital, came.', 'banker'],
  ])('%s is given as worded', (_case, text, role) => {
    expect(rolesOf('Peter Hallmann', text)).toEqual([role]);
  });

  it.each([
    ['a claim', 'The envoy repeats that Peter Hallmann is a dictator.'],
    ['a superlative', 'Peter Hallmann, the only minister in the room, came.'],
  ])('is not %s', (_case, text) => {
    expect(rolesOf('Peter Hallmann', text)).toEqual([]);
  });

  it('leaves a given name that is also a title to the name', () => {
    expect(people('Head coach Dean Hallmann left.')).toEqual(['Dean Hallmann']);
  });
});

describe('an organisation', () => {
  it.each([
    ['goes on behind "of"', 'The Institute for the Study of Tides said so.', ['Institute for the Study of Tides']],
    [
      'goes on behind "and"',
      'The Center for Strategic and Nordic Studies said so.',
      ['Center for Strategic and Nordic Studies'],
    ],
    ['ends before another', 'The Ministry of Defence and NATO said so.', ['Ministry of Defence', 'NATO']],
    ['is found by its capitals when they act', 'A paper by the NTBC says so.', ['NTBC']],
    ['is not what capitals describe', 'An FPV drone and a VPN failed.', []],
    ['is no country', 'The Russian Federation and the Soviet Union signed.', []],
    ['is not the side that a title names', 'German opposition leader Peter Hallmann came.', []],
    ['is not a list of states', 'The heads of government of France and Italy came.', []],
  ])('%s', (_case, text, names) => {
    expect(organisations(text)).toEqual(names);
  });
});

describe('a prime minister in two letters', () => {
  it.each([
    ['UK PM Walter Hallmann said no.', 'UK PM'],
    ['Nordic PM Sir Walter Hallmann said no.', 'PM'],
  ])('is a role, and nobody: %s', (text, role) => {
    expect(people(text)).toEqual(['Walter Hallmann']);
    expect(rolesOf('Walter Hallmann', text).join()).toContain(role);
  });
});

it('a list counts up people as a headline does not', () => {
  expect(
    people('Among them were:\n• Italian Prime Minister Karla Bruun\n• Danish Foreign Minister Peter Seidel'),
  ).toEqual(['Karla Bruun', 'Peter Seidel']);
});
