import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderHolder, lockFolder } from '../../../src/adapters/postgres/data-folder.ts';
import { UserError } from '../../../src/core/errors/errors.ts';

describe('the lock of a data folder', () => {
  let parent: string;
  let folder: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'communique-lock-'));
    folder = join(parent, 'data');
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  const leaveLock = (content: string): void => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'in-use-by'), content);
  };

  it('is taken once until it is given back, and names its holder', () => {
    const release = lockFolder(folder);
    expect(folderHolder(folder)).toBe(process.pid);
    expect(() => lockFolder(folder)).toThrow(`The store in ${folder} is in use by process ${process.pid}.`);
    expect(() => lockFolder(folder)).toThrow(UserError);
    release();
    expect(folderHolder(folder)).toBeUndefined();
    lockFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['a process that has ended', () => `${spawnSync(process.execPath, ['--version']).pid} 12345`],
    ['nobody: it was cut short', () => ''],
    ['nobody: it holds something else', () => 'hello'],
  ])('is taken over from %s', (_from, content) => {
    leaveLock(content());
    expect(folderHolder(folder)).toBeUndefined();
    lockFolder(folder);
    expect(folderHolder(folder)).toBe(process.pid);
    expect(readFileSync(join(folder, 'in-use-by'), 'utf8')).toMatch(new RegExp(`^${process.pid}\\b`));
  });

  // Only Linux tells when another process started.
  it.runIf(process.platform === 'linux')(
    'is taken over from an earlier process with the number of this one, as in a container',
    () => {
      leaveLock(`${process.pid} 12345`);
      expect(folderHolder(folder)).toBeUndefined();
      lockFolder(folder);
      expect(folderHolder(folder)).toBe(process.pid);
    },
  );

  it('is not taken from a running process of which only the number is known', () => {
    leaveLock(`${process.ppid}`);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.ppid}`);
  });

  it('says where it cannot be made', () => {
    writeFileSync(folder, 'a file');
    expect(() => lockFolder(folder)).toThrow(`The data folder ${folder} cannot be written.`);
  });
});
