import { mkdir, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors/errors.ts';
import { errorOf, read, sentence, sourceFolder } from './source-folder.ts';

const folder = sourceFolder();

describe('a folder', () => {
  test('gives its articles and those of its folders, by name, without what is hidden or no text', async () => {
    await mkdir(join(folder.path(), 'b', 'c'), { recursive: true });
    await mkdir(join(folder.path(), '.git'));
    for (const name of ['z.txt', 'a.MD', 'b/2.txt', 'b/c/1.html', '.hidden.txt', '.git/x.txt', 'photo.png'])
      await folder.file(name, `<p>${sentence}</p>`);
    await symlink(folder.path(), join(folder.path(), 'b', 'loop'));
    await symlink(join(folder.path(), 'nowhere'), join(folder.path(), 'b', 'broken'));
    const results = await read([folder.path()]);
    expect(results.map((result) => result.input.slice(folder.path().length + 1))).toEqual([
      'a.MD',
      'b/2.txt',
      'b/c/1.html',
      'z.txt',
    ]);
    expect(results.every((result) => 'draft' in result)).toBe(true);
  });

  test('with a bad file gives all the good ones', async () => {
    await folder.file('1.txt', sentence);
    await folder.file('2.txt', '');
    await folder.file('3.txt', sentence);
    expect((await read([folder.path()])).map((result) => 'draft' in result)).toEqual([true, false, true]);
  });

  test('without articles, or with too many, is an error', async () => {
    expect((await errorOf(folder.path())).message).toBe(`The folder ${folder.path()} holds no article.`);
    await Promise.all(Array.from({ length: 1_001 }, (_, index) => folder.file(`${index}.txt`, 'x')));
    expect((await errorOf(folder.path())).message).toBe(`The folder ${folder.path()} holds more than 1000 files.`);
  });
});

describe('what holds no article is an error that says what to do', () => {
  test.each([
    ['empty.txt', '', 'empty.txt is empty.'],
    ['blank.txt', ' \n\n', 'blank.txt is empty.'],
    ['rule.txt', '*** 12 ***', 'rule.txt holds no words.'],
    ['binary.txt', 'Some words\0and more', 'binary.txt is no text.'],
    ['paper.pdf', '%PDF-1.7 words', 'paper.pdf is a PDF.'],
    ['paper.docx', 'PK\u0003\u0004 words', 'is a ZIP archive or an office document.'],
    ['data.json', '{"a": "b"}', 'is JSON, but no JSON Feed.'],
    ['note.xml', '<note>words</note>', 'is no feed: its outermost element is <note>,'],
    ['script.html', '<html><body><script>words()</script></body></html>', 'holds no readable text.'],
    ['deep.md', `${'> '.repeat(40_000)}words`, 'too deep'],
    ['endless.md', 'words '.repeat(20_000), 'more than 100000 characters'],
    ['only.md', '---\ntitle: Words\n---\n', 'only.md holds no words.'],
  ])('%s', async (name, content, message) => {
    const error = await errorOf(await folder.file(name, content));
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toContain(message);
    expect(error.mend).toMatch(/\.$/);
  });

  test('a file that is not there, or is too large', async () => {
    const missing = join(folder.path(), 'missing.txt');
    expect((await errorOf(missing)).message).toBe(`${missing} does not exist.`);
    const large = await folder.file('large.txt', sentence);
    await truncate(large, 5_000_001);
    expect((await errorOf(large)).message).toBe(`${large} has more than 5 MB.`);
  });

  test('a time that is none, before anything is read', async () => {
    await expect(read([folder.path()], { published: 'Tuesday' })).rejects.toThrow('--published: "Tuesday" is no date.');
  });
});
