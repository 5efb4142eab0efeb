import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../../src/core/ids/ids.ts';
import { readArticle } from '../../../src/core/reading/read-article.ts';

const id = articleIdSchema.parse('0123456789ab');

function people(text: string): string[] {
  return readArticle({ id, language: 'en' }, splitSentences(id, text)).actors.flatMap(({ kind, name }) =>
    kind === 'person' ? [name] : [],
  );
}

describe('what is called after somebody is nobody', () => {
  it.each([
    'They crossed the King Olaf Bridge and met in the Queen Anna Hall.',
    'It was closed for St Olaf’s Day and when Storm Olaf came.',
    'The boat passed Second Walter Shoal and Ras al-Harim.',
    'Lorries waited at the Walter Hallmann Crossing.',
  ])('%s', (text) => {
    expect(people(text)).toEqual([]);
  });

  it.each([
    ['Anna Hall', 'The envoy met Anna Hall.'],
    ['Olaf', 'King Olaf opened the bridge.'],
    ['Peter Berg', 'Prince Peter Berg said no.'],
  ])('%s is somebody', (name, text) => {
    expect(people(text)).toEqual([name]);
  });
});

describe('a name is read whole', () => {
  it.each([
    ['with a style behind a given name', 'The minister met Hassan Sheikh Hallmund.', 'Hassan Sheikh Hallmund'],
    [
      'with whose son somebody is',
      'Tanis bin Mohammed Al Hallan signed for the kingdom.',
      'Tanis bin Mohammed Al Hallan',
    ],
    ['behind an Irish title without its accent', 'Tanaiste Walter Hallmann came.', 'Walter Hallmann'],
  ])('%s', (_case, text, name) => {
    expect(people(text)).toEqual([name]);
  });
});
