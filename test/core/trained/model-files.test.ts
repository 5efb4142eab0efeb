import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkModelFiles, readModel } from '../../../src/core/trained/model-files.ts';

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'models-'));
  made.push(folder);
  cpSync('models', folder, { recursive: true });
  return folder;
}

describe('the trained models', () => {
  it('are as they were shipped', () => {
    expect(checkModelFiles()).toEqual(['english-names.txt', 'answers.json', 'sources.json']);
  });

  it.each(['english-names.txt', 'answers.json', 'sources.json', 'manifest.json'])('are refused without %s', (file) => {
    const folder = copied();
    rmSync(join(folder, file));
    expect(() => checkModelFiles(folder)).toThrow(`There is no ${join(folder, file)}`);
  });

  it.each(['english-names.txt', 'answers.json', 'sources.json'])(
    'are refused with another %s, with the mend',
    (file) => {
      const folder = copied();
      const text = readFileSync(join(folder, file), 'utf8');
      writeFileSync(join(folder, file), `${text.slice(0, -2)}7${text.slice(-1)}`);
      expect(() => checkModelFiles(folder)).toThrow(
        expect.objectContaining({
          message: expect.stringContaining('altered'),
          mend: expect.stringContaining('models/'),
        }),
      );
    },
  );

  it('are refused with a manifest that lacks one', () => {
    const folder = copied();
    const { names } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ names }));
    expect(() => checkModelFiles(folder)).toThrow('is no manifest of models');
  });

  it('are refused when they weigh a feature that was renamed in the code', () => {
    expect(() => readModel('sources', (feature) => feature !== 'who')).toThrow('does not know: who.');
  });
});
