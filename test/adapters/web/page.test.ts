import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors/errors.ts';
import { htmlToText } from '../../../src/adapters/web/html-text.ts';
import { readPage } from '../../../src/adapters/web/page.ts';

const opening =
  'The harbour master of Nordby, Anna Lind, said on Monday that the quay would open to fishing boats in May, after two years of repairs, delays and disputes.';
const quote =
  '“We have waited long enough,” she told the town council, which had met to vote on the money for the northern breakwater and its lights.';
const closing =
  'The council voted 9 to 4 for the plan, and the first stones, cut in the quarry of Vik, are to be laid before the autumn storms come.';

const newsPage = `<!doctype html>
<html lang="en-GB"><head>
<title>Nordby harbour opens in May | The Coast Post</title>
<meta property="og:title" content="Nordby harbour opens in May">
<meta property="og:site_name" content="The Coast Post">
<meta property="article:published_time" content="2025-03-03T09:15:00+01:00">
<link rel="canonical" href="https://www.coast.example/news/harbour">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<header><h1>Nordby harbour opens in May</h1><p class="byline">By Olaf Berg</p></header>
<article>
  <figure><img src="quay.jpg" alt="The quay"><figcaption>The quay on Sunday. Photo: Coast Post</figcaption></figure>
  <p>${opening.replace('Anna Lind', '<b>Anna</b>\n      <a href="/lind">Lind</a>')}</p>
  <div class="social-share"><a href="#">Share on Facebook</a></div>
  <h2>Council&nbsp;votes</h2>
  <p>${quote}</p>
  <p>Read more: Storm closes the old pier</p>
  <p>${closing} Fish &amp; chips &mdash; for all.</p>
  <p>Advertisement</p>
  <script>track()</script>
</article>
<aside class="related"><h3>Related articles</h3><ul><li><a href="/x">Ferry late again</a></li></ul></aside>
<footer>© The Coast Post</footer>
</body></html>`;

function pageWith(head: string, html = ''): string {
  return `<html${html}><head>${head}</head><body><article><p>${opening}</p><p>${quote}</p><p>${closing}</p></article></body></html>`;
}

describe('a news page', () => {
  test('gives its text, a paragraph or heading a line, without what stands around it', () => {
    expect(readPage(newsPage, 'https://www.coast.example/news/harbour?utm_source=mail').text.split('\n')).toEqual([
      opening,
      'Council votes',
      quote,
      `${closing} Fish & chips — for all.`,
    ]);
  });

  test('says what it is', () => {
    const { text: _text, ...said } = readPage(newsPage, 'https://m.coast.example/news/harbour?utm_source=mail');
    expect(said).toEqual({
      title: 'Nordby harbour opens in May',
      publisher: 'The Coast Post',
      byline: 'Olaf Berg',
      published: '2025-03-03T08:15:00.000Z',
      language: 'en',
      url: 'https://www.coast.example/news/harbour',
    });
  });

  test('says it in JSON-LD', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'Quay opens',
          datePublished: '2025-03-03 10:00:00+0100',
          dateModified: '2025-03-03 12:00:00+0100',
          author: [{ '@type': 'Person', name: 'Ada Bruun' }, 'Olaf Berg', { url: 'https://coast.example/x' }],
          articleSection: ['World', 'Coast'],
          publisher: { name: 'Coast Post' },
          inLanguage: 'nb-NO',
        },
      ],
    };
    const page = pageWith(
      `<script type="application/ld+json">not json</script><script type="application/ld+json">${JSON.stringify(graph)}</script>`,
    );
    expect(readPage(page)).toMatchObject({
      title: 'Quay opens',
      publisher: 'Coast Post',
      published: '2025-03-03T09:00:00.000Z',
      modified: '2025-03-03T11:00:00.000Z',
      byline: 'Ada Bruun, Olaf Berg',
      section: 'World, Coast',
      language: 'nb',
    });
  });

  test.each([
    ['<meta name="date" content="2025-03-03">', '2025-03-03T00:00:00.000Z'],
    ['<meta itemprop="datePublished" content="2025-03-03T10:00:00">', '2025-03-03T10:00:00.000Z'],
    ['<meta name="DC.date.issued" content="Mon, 03 Mar 2025 10:00:00 GMT">', '2025-03-03T10:00:00.000Z'],
    [
      '<meta property="article:published_time" content="soon"><meta name="pubdate" content="2025-03-04">',
      '2025-03-04T00:00:00.000Z',
    ],
    ['<meta property="article:published_time" content="0001-01-01T00:00:00Z">', undefined],
    ['<meta property="article:published_time" content="2025-02-30">', undefined],
  ])('has the time that %s gives', (head, published) => {
    expect(readPage(pageWith(head)).published).toBe(published);
  });

  test('of opinion says so in JSON-LD by its kind alone', () => {
    const data = JSON.stringify({ '@type': 'OpinionNewsArticle', headline: 'Quay' });
    expect(readPage(pageWith(`<script type="application/ld+json">${data}</script>`)).section).toBe('Opinion');
  });

  test.each([
    ['<meta name="author" content="By Ada Bruun">', 'Ada Bruun'],
    [
      '<meta property="article:author" content="https://www.social.example/ada"><meta name="author" content="Ada Bruun">',
      'Ada Bruun',
    ],
    ['<meta name="author" content="ada@coast.example">', undefined],
  ])('has the byline that %s gives', (head, byline) => {
    expect(readPage(pageWith(head)).byline).toBe(byline);
  });

  test('has the time of its time element, if nothing else says it', () => {
    const page = pageWith('').replace('<article>', '<article><time datetime="2025-03-05T06:00:00Z">Wednesday</time>');
    expect(readPage(page).published).toBe('2025-03-05T06:00:00.000Z');
  });

  test('does not speak for the address of another site, nor for its own front page', () => {
    const found = 'https://evil.example/copy#top';
    expect(readPage(pageWith('<link rel="canonical" href="https://coast.example/news">'), found).url).toBe(
      'https://evil.example/copy',
    );
    expect(readPage(pageWith('<link rel="canonical" href="/">'), found).url).toBe('https://evil.example/copy');
    expect(readPage(pageWith('<link rel="canonical" href="/story">'), found).url).toBe('https://evil.example/story');
    expect(readPage(pageWith('<link rel="canonical" href="javascript:alert(1)">'), found).url).toBe(
      'https://evil.example/copy',
    );
  });

  test('is read without html, head and body tags, and without an address', () => {
    const { text, title, url } = readPage(`<!doctype html><title>Quay</title><p>${opening}<p>${quote}`);
    expect([text, title, url]).toEqual([`${opening}\n${quote}`, 'Quay', undefined]);
  });

  test.each([
    ['nothing', ''],
    [
      'only a script',
      '<html><body><div id="root"></div><script>render("a")</script><noscript>Please enable JavaScript.</noscript></body></html>',
    ],
    [
      'only pictures',
      '<html><body><img src="a.png" alt="A quay"><figure><figcaption>A quay</figcaption></figure></body></html>',
    ],
  ])('with %s is an error that says what to do', (_what, html) => {
    const read = () => readPage(html, 'https://coast.example/a');
    expect(read).toThrow(UserError);
    expect(read).toThrow('The page https://coast.example/a holds no readable text.');
  });

  test.each([
    ['nested a thousand deep', `${'<div>'.repeat(1_000)}${opening}`],
    ['with half a million tags', '<b>x'.repeat(500_000)],
    ['with half a million entities', '&amp '.repeat(500_000)],
    ['with a million brackets', '<'.repeat(1_000_000)],
  ])('%s is refused before anything chokes on it', (_what, body) => {
    expect(() => readPage(`<html><body>${body}</body></html>`)).toThrow(UserError);
  });
});

test('a page with a tag of a hundred thousand attributes is refused for them, before they are compared', () => {
  const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(' ');
  expect(() => readPage(`<html><body><p ${attributes}>${opening}</p></body></html>`)).toThrow('attributes in a tag');
});

describe('a page whose article the reading library misses', () => {
  const article = `<p>${opening}</p><p>${quote}</p><p>${closing}</p>`;
  const decoy = `<div class="content"><p>${'We value your privacy, and with our partners we store and read things, as you choose. '.repeat(3)}</p></div>`;

  test('gives what it marks as its article', () => {
    const sections = [opening, quote, closing].map(
      (text) => `<div class="comment-row"><div class="sidebar">${text}</div></div>`,
    );
    const page = `<html><body><article>${sections.join('')}</article>${decoy}</body></html>`;
    expect(readPage(page).text.split('\n')).toEqual([opening, quote, closing]);
  });

  test('gives a piece that a script would have shown', () => {
    const page = `<html><body><div id="root"><p>Loading the page, please wait.</p></div><div hidden id="S:0">${article}</div><script>$RC("B:0","S:0")</script></body></html>`;
    expect(readPage(page).text.split('\n')).toEqual(expect.arrayContaining([opening, quote, closing]));
  });
});

describe('the text of HTML', () => {
  test.each([
    ['<p>One<br>line</p><p>Two<br><br>paragraphs</p>', 'One line\nTwo\nparagraphs'],
    ['<ul><li>First</li><li>Second <b>item</b></li></ul>', 'First\nSecond item'],
    ['<blockquote><p>Said.</p></blockquote>after', 'Said.\nafter'],
    ['<p>He <q>agreed</q>.</p>', 'He “agreed”.'],
    ['<p>a&amp;b &lt;i&gt; &#8217; &eacute; \u00ad\u200bx</p>', 'a&b <i> ’ é x'],
    ['<p>Shown<span style="display: none"> hidden</span><span hidden> too</span></p>', 'Shown'],
    ['plain words, no tags', 'plain words, no tags'],
    ['<p>Text</p><p>***</p><p>Share this article</p><p>Share prices fell.</p>', 'Text\nShare prices fell.'],
    ['<p>\u202eReversed\u202c</p>', 'Reversed'],
  ])('of %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});
