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

  it.each([
    'The ferry plan was dropped, with Prime Minister Anna May saying that it was wrong.',
    'They asked Prime Minister May. The plan was dropped by Anna May.',
  ])('keeps a surname that is also a month: %s', (text) => {
    expect(people(text)).toEqual(['Anna May']);
    expect(people(text.replaceAll('Anna May', 'Anna Winter'))).toContain('Anna Winter');
  });

  it('is not what an office is held for', () => {
    expect(people('The union’s chief Ferrylink negotiator Peter Hallmann came.')).toEqual(['Peter Hallmann']);
  });

  it('is told from the last of two places in a title', () => {
    const text = 'Special Envoy for Chad and Mali Peter Hallmann came.';
    expect(people(text)).toEqual(['Peter Hallmann']);
    expect(rolesOf('Peter Hallmann', text)).toEqual(['Special Envoy for Chad and Mali']);
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
    ['without a rank behind it', 'The chairman Gen. Peter Hallmann came.', 'chairman'],
    [
      'without two ranks behind it',
      'An army spokesman, Lt. Jan Ruud, met spokesman Lt. Col. Peter Hallmann.',
      'spokesman',
    ],
    ['of a rank alone', 'The paper quotes Lt. Gen. Peter Hallmann.', 'Lt. Gen.'],
    ['with the matter it is held for', 'They met with Ferrylink Secretary Peter Hallmann.', 'Ferrylink Secretary'],
    [
      'with the matter between',
      'The Nordic Council’s chief Ferrylink negotiator Peter Hallmann came.',
      'Nordic Council’s chief Ferrylink negotiator',
    ],
    [
      'of an under-secretary',
      'NTBC Under-Secretary-General for Political Affairs Peter Hallmann came.',
      'NTBC Under-Secretary-General for Political Affairs',
    ],
    ['with its affairs', 'Deputy Political Affairs Minister Peter Hallmann came.', 'Deputy Political Affairs Minister'],
    [
      'of a house in front',
      'They asked US House of Representatives Speaker Peter Hallmann.',
      'US House of Representatives Speaker',
    ],
    [
      'of a house behind',
      'Speaker of the House of Representatives Peter Hallmann came.',
      'Speaker of the House of Representatives',
    ],
    ['of a seat in a body', 'Peter Hallmann, a member of the old cabinet, came.', 'member of the old cabinet'],
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
    ['begins with "State"', 'State Department lawyers said so.', ['State Department']],
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

describe('an organisation that its sentence explains', () => {
  it.each([
    ['by a noun behind it', 'Nordkurier news agency and Dagbok daily said so.', ['Nordkurier', 'Dagbok']],
    ['by a noun before it', 'It was reported by the newspaper Dagbok.', ['Dagbok']],
    ['without the country before it', 'The Danish Nordkurier news agency said so.', ['Nordkurier']],
    ['and not the noun before another name', 'The Yugoslav news agency Nordkurier said so.', ['Nordkurier']],
    ['by the officer it has', 'Norskair CEO Anna Berg met the general.', ['Norskair']],
    ['by its shares', 'In Oslo, Norskair shares rose by a tenth.', ['Norskair']],
    ['by "of" between two names', 'It was the work of Shield of Nordland militia.', ['Shield of Nordland']],
  ])('is named %s', (_case, text, names) => {
    expect(organisations(text)).toEqual(names);
  });

  it.each([
    ['a country or its people', 'The Norway company and the Danish newspaper agreed.'],
    ['a person whom a verb follows', 'He told the newspaper Hallmann was ill.'],
    ['an adjective', 'Ruling party officials met, and a Communist newspaper and an IT firm heard of it.'],
    ['the title of a newsletter', 'Read our free weekly Garden Hour newsletter.'],
    ['whoever shares something', 'Watch how Anna Berg shares her thoughts.'],
    ['the first word of a sentence', 'Supply chain trouble hit all of them.'],
    ['a street with banks', 'They asked Nord Street bank clerks.'],
  ])('is not %s', (_case, text) => {
    expect(organisations(text)).toEqual([]);
  });

  it('is the same wherever the article names it', () => {
    const text = 'Norskair said it was sorry. The airline Norskair had lost the case, and Norskair will pay.';
    expect(actors(text).map(({ kind, name, mentions }) => [kind, name, mentions.length])).toEqual([
      ['organisation', 'Norskair', 3],
    ]);
  });

  it('stays a person whom a title names', () => {
    expect(people('The Hallmann group met. President Hallmann spoke. Hallmann said no.')).toEqual(['Hallmann']);
  });
});

describe('a company', () => {
  it.each([
    ['ends with its form', 'Daldrup Verkehr AG of Bremen sold it.', ['Daldrup Verkehr AG']],
    ['has "of" in its name', 'It belongs to Gold Mines of Nordland Ltd in the north.', ['Gold Mines of Nordland Ltd']],
    ['has "&" in its name', 'He works for Dal & Sund Ltd in Oslo.', ['Dal & Sund Ltd']],
    ['begins with a word that also opens sentences', 'It went to First Nordland Corp in May.', ['First Nordland Corp']],
    ['is apart from who works there', 'So said Anna Berg of Daldrup Verkehr AG today.', ['Daldrup Verkehr AG']],
  ])('%s', (_case, text, names) => {
    expect(organisations(text)).toEqual(names);
  });

  it('is known by a part of its name', () => {
    const text = 'Daldrup Verkehr Inc closed on Monday. Daldrup said that Daldrup Verkehr would pay.';
    expect(actors(text).map(({ kind, name, mentions }) => [kind, name, mentions.length])).toEqual([
      ['organisation', 'Daldrup Verkehr Inc', 3],
    ]);
  });

  it('is none of "& Co"', () => {
    expect(people('Anna Hallmann came. Hallmann & Co were late.')).toEqual(['Anna Hallmann']);
  });

  it('leaves its founder a person', () => {
    const text = 'Walter Daldrup leads Daldrup Verkehr Inc from Bremen. Daldrup said so.';
    expect(actors(text).map(({ kind, name, mentions }) => [kind, name, mentions.length])).toEqual([
      ['person', 'Walter Daldrup', 2],
      ['organisation', 'Daldrup Verkehr Inc', 1],
    ]);
  });
});

describe('a body of several states', () => {
  it('is named before an office that is held in it', () => {
    const text = 'U.N. Secretary-General Anna Berg met the IMF board.';
    expect(organisations(text)).toEqual(['U.N.', 'IMF']);
    expect(people(text)).toEqual(['Anna Berg']);
  });

  it('is apart from what it resolved', () => {
    expect(organisations('He quoted UN Security Council Resolution 77.')).toEqual(['UN Security Council']);
  });

  it('has the land in the name of a mission', () => {
    expect(organisations('The African Union Mission in Somalia and the Council on Foreign Relations agreed.')).toEqual([
      'African Union Mission in Somalia',
      'Council on Foreign Relations',
    ]);
  });
});

it('a small word of a surname may have a capital where it begins a sentence', () => {
  expect(people('Anna van der Meer opened the session. “We must act,” she said. Van der Meer left early.')).toEqual([
    'Anna van der Meer',
  ]);
  expect(people('Van Jones said no.')).toEqual(['Van Jones']);
});
