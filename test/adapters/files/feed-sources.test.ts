import nock from 'nock';
import { afterEach, describe, expect, test } from 'vitest';
import { guardedFetch } from '../../../src/adapters/web/guarded-fetch.ts';
import { draftOf, errorOf, long, read, sentence, sourceFolder } from './source-folder.ts';

const { file } = sourceFolder();

afterEach(() => nock.cleanAll());

const fetch = (url: string) => guardedFetch(url);

const feedWith = (items: string) =>
  `<rss version="2.0"><channel><title>Coast Post</title><link>https://coast.example/</link>${items}</channel></rss>`;
const summaryItem =
  '<item><title>Quay opens</title><link>https://coast.example/quay</link><pubDate>Mon, 03 Mar 2025 09:00:00 GMT</pubDate><description>It opens in May.</description></item>';

describe('a feed', () => {
  test('gives the whole text that it holds without asking for the page', async () => {
    const path = await file(
      'feed.xml',
      feedWith(
        `<item><title>Quay opens</title><link>https://coast.example/quay</link><description><![CDATA[${long}]]></description></item>`,
      ),
    );
    expect(await read([path], { fetch })).toEqual([
      {
        input: `${path}, "Quay opens"`,
        draft: {
          title: 'Quay opens',
          url: 'https://coast.example/quay',
          publisher: 'Coast Post',
          language: 'en',
          text: expect.stringMatching(/^1\. The council .*summer\.\n2\. /),
        },
      },
    ]);
  });

  test('gives the text of the page for an item that is cut short', async () => {
    nock('https://coast.example')
      .get('/quay')
      .reply(
        200,
        `<html lang="en"><head><meta property="og:site_name" content="The Coast Post"></head><body><article>${long}</article></body></html>`,
        { 'content-type': 'text/html' },
      );
    const draft = await draftOf(await file('feed.xml', feedWith(summaryItem)), { fetch });
    expect(draft).toMatchObject({
      title: 'Quay opens',
      publisher: 'The Coast Post',
      published: '2025-03-03T09:00:00.000Z',
    });
    expect(draft.text.split('\n').length).toBe(8);
  });

  test('gives the summary when the page cannot be had, and says so', async () => {
    nock('https://coast.example').get('/quay').reply(403, 'no', { 'content-type': 'text/html' });
    const path = await file('feed.xml', feedWith(summaryItem));
    expect((await read([path], { fetch }))[0]).toMatchObject({
      draft: { text: 'It opens in May.', url: 'https://coast.example/quay' },
      note: 'only the summary was taken: coast.example answered 403 for https://coast.example/quay.',
    });
    expect((await read([path]))[0]).toMatchObject({
      draft: { text: 'It opens in May.' },
      note: 'the feed holds only a summary',
    });
  });

  test('tells each item that could not be read, and reads the others', async () => {
    const items = `<item><title>Empty</title></item><item><title>No page</title><link>https://coast.example/none</link></item>${summaryItem}`;
    const path = await file('feed.rss', feedWith(items));
    const results = await read([path]);
    expect(results.map((result) => ('error' in result ? result.error.message : result.draft.title))).toEqual([
      'The item has no text of its own, and its page was not read.',
      'Quay opens',
      `${path}, item 1: "Empty" has neither an address nor a text.`,
    ]);
  });

  test('is told by its content where its name leaves that open', async () => {
    const html = `<html><body><article>${long}</article></body></html>`;
    expect(await draftOf(await file('page.xml', `<?xml version="1.0"?>${html}`))).toMatchObject({
      publisher: 'page.xml',
    });
    expect((await draftOf(await file('feed.html', feedWith(summaryItem)))).title).toBe('Quay opens');
    expect((await draftOf(await file('noname', feedWith(summaryItem)))).title).toBe('Quay opens');
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Coast Post',
      items: [{ id: '1', content_text: sentence }],
    };
    expect(await draftOf(await file('feed.json', JSON.stringify(json)))).toMatchObject({
      text: sentence,
      publisher: 'Coast Post',
    });
  });
});

describe('a web address', () => {
  test('gives the article of its page, and its site as the publisher if the page names none', async () => {
    nock('https://www.coast.example')
      .get('/quay')
      .reply(200, `<html><head><title>Quay opens</title></head><body>${long}</body></html>`, {
        'content-type': 'text/html',
      });
    expect(await draftOf('https://www.coast.example/quay', { fetch })).toMatchObject({
      title: 'Quay opens',
      publisher: 'coast.example',
      url: 'https://www.coast.example/quay',
      language: 'en',
    });
  });

  test('gives Markdown and plain text as such, and the items of a feed', async () => {
    nock('https://coast.example').get('/a.md').reply(200, `# Quay\n\n${sentence}`, { 'content-type': 'text/plain' });
    nock('https://coast.example').get('/a.txt').reply(200, `# Quay\n\n${sentence}`, { 'content-type': 'text/plain' });
    nock('https://coast.example')
      .get('/feed')
      .reply(
        200,
        feedWith(
          '<item><title>One</title><guid>https://coast.example/1</guid><description>It is.</description></item>',
        ),
        { 'content-type': 'text/html' },
      );
    nock('https://coast.example').get('/1').reply(500);
    const results = await read(
      ['https://coast.example/a.md', 'https://coast.example/a.txt', 'https://coast.example/feed'],
      { fetch },
    );
    expect(results.map((result) => ('error' in result ? result.error.message : result.draft.text))).toEqual([
      sentence,
      `# Quay\n\n${sentence}`,
      'It is.',
    ]);
  });

  test('is an error that stops nothing when it cannot be read', async () => {
    const path = await file('a.txt', sentence);
    const results = await read(['http://localhost/a', 'ftp://coast.example/a', path], { fetch });
    expect(results.map((result) => ('error' in result ? result.error.message : 'read'))).toEqual([
      'The address http://localhost/a leads into a private or local network.',
      'The address "ftp:…" cannot be read: only http and https are read.',
      'read',
    ]);
    expect((await errorOf('https://coast.example/a')).message).toContain('no connection to the web');
  });
});
