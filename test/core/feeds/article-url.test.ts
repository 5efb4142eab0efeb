import { describe, expect, test } from 'vitest';
import { articleUrl, sameSite, siteOf } from '../../../src/core/feeds/article-url.ts';

describe("an article's address", () => {
  test.each([
    ['https://a.example/x?utm_source=rss&id=7&fbclid=abc#top', 'https://a.example/x?id=7'],
    ['https://a.example/x?q=a+b&empty', 'https://a.example/x?q=a+b&empty'],
    ['HTTPS://A.example:443/x', 'https://a.example/x'],
    ['../y', 'https://base.example/y'],
    ['javascript:alert(1)', undefined],
    ['mailto:desk@a.example', undefined],
    ['https://user:secret@a.example/', undefined],
  ])('%s is %s', (written, url) => {
    expect(articleUrl(written, 'https://base.example/news/')).toBe(url);
  });

  test('is none when it is relative to nothing', () => {
    expect(articleUrl('/x')).toBeUndefined();
  });
});

test("a site is its host, whichever edition's label stands before it", () => {
  expect(siteOf('https://www.coast.example/x')).toBe('coast.example');
  expect(siteOf('https://amp.m.coast.example/x')).toBe('coast.example');
  expect(siteOf('https://m.com/x')).toBe('m.com');
  expect(sameSite('https://m.coast.example/a', 'http://www.coast.example/b')).toBe(true);
  expect(sameSite('https://coast.example/a', 'https://post.example/b')).toBe(false);
});
