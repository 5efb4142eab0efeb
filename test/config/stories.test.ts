import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadStories, readStory } from '../../src/config/stories.ts';
import { UserError } from '../../src/core/errors/errors.ts';

const valid = `title: A treaty
command: treaty
since: 2024-05-01
language: en
timezone: Europe/Paris
about: [treaty]
`;

function faultsOf(text: string): string[] {
  const read = readStory('stories/treaty.yaml', text);
  return 'faults' in read ? read.faults : [];
}

describe('a story file', () => {
  it('that is shipped is a story with a command', () => {
    const [summit] = loadStories('config/stories');
    expect(summit).toMatchObject({ key: 'summit', since: '2025-02-10', language: 'en', timeZone: 'Europe/Paris' });
  });

  it('beside another gives a second command', () => {
    expect(loadStories('test/fixtures/stories').map((story) => story.key)).toEqual(['harbour', 'summit']);
  });

  it('with a misspelled key is refused with file, line, field and the likely word', () => {
    expect(faultsOf(`${valid}spelings: []\n`)).toEqual([
      'treaty.yaml:7: spelings: no such field; did you mean "spellings"?',
    ]);
  });

  it('with a wrong value is refused with its line', () => {
    const faults = faultsOf(valid.replace('2024-05-01', 'May 2024').replace('Europe/Paris', 'Europe/Pariss'));
    expect(faults).toEqual([
      'treaty.yaml:3: since: must be a date such as 2025-02-10',
      'treaty.yaml:5: timezone: must be an IANA time zone such as Europe/Paris',
    ]);
  });

  it('with a missing field is refused by the field’s name', () => {
    expect(faultsOf(valid.replace('title: A treaty\n', ''))).toEqual(['treaty.yaml:1: title: is missing']);
  });

  it('that is no YAML is refused with its line', () => {
    expect(faultsOf(`${valid}sources: [\n`)[0]).toMatch(/^treaty\.yaml:\d+: not YAML: /);
  });

  it('that is empty is refused', () => {
    expect(faultsOf('')).not.toEqual([]);
  });

  it('faulty in two files is reported for both at once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stories-'));
    writeFileSync(join(folder, 'one.yaml'), valid.replace('language: en', 'language: English'));
    writeFileSync(join(folder, 'two.yaml'), valid.replace('command: treaty', 'command: The Treaty'));
    expect(() => loadStories(folder)).toThrowError(/one\.yaml:4: language[\s\S]*two\.yaml:2: command/);
  });

  it('with a command that another one has is refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stories-'));
    writeFileSync(join(folder, 'one.yaml'), valid);
    writeFileSync(join(folder, 'two.yaml'), valid);
    expect(() => loadStories(folder)).toThrowError(/"treaty" is taken/);
  });

  it('that is not there at all is a fault of the folder', () => {
    expect(() => loadStories('no/such/folder')).toThrowError(UserError);
    expect(() => loadStories(mkdtempSync(join(tmpdir(), 'stories-')))).toThrowError(/holds no story file/);
  });
});
