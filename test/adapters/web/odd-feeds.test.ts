import { describe, expect, test } from 'vitest';
import { lookOf, readFeed } from '../../../src/adapters/web/feed.ts';
import { htmlToText } from '../../../src/adapters/web/html-text.ts';

const item =
  '<item><title>Quay opens</title><link>https://coast.example/1</link><description>It opens.</description></item>';
const entry =
  '<entry><title>Quay opens</title><link href="https://coast.example/1"/><summary>It opens.</summary></entry>';
const prefixed = (prefix: string, xml: string) => xml.replaceAll(/<(\/?)(?=\w)/g, `<$1${prefix}:`);

describe('a feed whose outermost element is not as it should be', () => {
  test.each([
    [
      'RSS under a prefix',
      prefixed('r', `<rss xmlns:r="http://backend.userland.com/rss2"><channel>${item}</channel></rss>`),
    ],
    ['RSS in a namespace', `<rss xmlns="http://backend.userland.com/rss2"><channel>${item}</channel></rss>`],
    ['RSS without its outermost element', `<?xml version="1.0"?><channel>${item}</channel>`],
    ['RDF in no namespace', `<rdf:RDF>${item}</rdf:RDF>`],
    ['Atom in no namespace', `<feed>${entry}</feed>`],
    [
      'Atom in a namespace that somebody made up',
      `<feed version="0.3" xmlns="http://example.com/newformat#">${entry}</feed>`,
    ],
    ['Atom with a wrong letter in its namespace', `<feed xmlns='http://www.w3.org/2005/atom'>${entry}</feed>`],
    ['Atom under a prefix that leads elsewhere', prefixed('a', `<feed xmlns:a="http://example.com/">${entry}</feed>`)],
    ['an entry alone', entry.replace('<entry', '<entry xmlns="http://www.w3.org/2005/Atom"')],
    ['an element in the document type', `<!DOCTYPE rss [<!ENTITY a "<b>">]><rss><channel>${item}</channel></rss>`],
  ])('is read: %s', async (_what, xml) => {
    expect(lookOf(xml)).toBe('feed');
    const { items, faults } = await readFeed(xml);
    expect(faults).toEqual([]);
    expect(items).toMatchObject([{ title: 'Quay opens', url: 'https://coast.example/1' }]);
    expect(htmlToText(items[0]?.html ?? '')).toBe('It opens.');
  });
});

describe('the text of an item', () => {
  const inRss = (inside: string) =>
    `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:xhtml="http://www.w3.org/1999/xhtml"><channel><item>${inside}</item></channel></rss>`;
  const inAtom = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`;
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  async function textsOf(xml: string): Promise<string[]> {
    return (await readFeed(xml)).items.map(({ html }) => htmlToText(html ?? ''));
  }

  test.each([
    '<fullitem>&lt;p&gt;It &lt;b&gt;opens&lt;/b&gt;.&lt;/p&gt;</fullitem>',
    '<content:encoded><![CDATA[<p>It <b>opens</b>.</p>]]></content:encoded>',
    '<encoded>It opens.</encoded>',
    '<body xmlns="http://www.w3.org/1999/xhtml"><p>It <b>opens</b>.</p></body>',
    '<xhtml:body><xhtml:p>It <xhtml:b>opens</xhtml:b>.</xhtml:p></xhtml:body>',
    '<dc:description>It opens.</dc:description>',
    '<itunes:summary>It opens.</itunes:summary>',
    '<media:description>It opens.</media:description>',
    '<media:group><media:content url="a.jpg"><media:title>x</media:title></media:content><media:description>It opens.</media:description></media:group>',
  ])('is read from RSS in %s', async (inside) => {
    expect(await textsOf(inRss(inside))).toEqual(['It opens.']);
  });

  test.each([
    `<content type="text/html" mode="base64">${base64('<p>It <b>opens</b>.</p>')}</content>`,
    `<content type="text/plain" mode="base64">${base64('It opens.')}</content>`,
    `<content type="application/octet-stream">${base64('<p>It opens.</p>')}</content>`,
    '<content type="text/html" mode="escaped">&lt;p&gt;It opens.&lt;/p&gt;</content>',
    '<content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml">It <b>opens</b>.</div></content>',
    '<content type="text/plain">It opens.</content>',
    `<content type="image/png">${Buffer.from([137, 80, 0, 1]).toString('base64')}</content><summary>It opens.</summary>`,
    '<content type="video/mp4" src="a.mp4"/><summary>It opens.</summary>',
  ])('is read from Atom in %s', async (inside) => {
    expect(await textsOf(inAtom(inside))).toEqual(['It opens.']);
  });

  test.each([
    ['tags as they are', inRss('<description>One <b>two</b> three<br>four &amp; <![CDATA[five < six]]></description>')],
    [
      'XHTML',
      inAtom(
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> three<br/>four &amp; five &lt; six</div></content>',
      ),
    ],
  ])('keeps its words in their order around %s, and its brackets', async (_what, xml) => {
    expect(await textsOf(xml)).toEqual(['One two three four & five < six']);
  });

  test('that is never closed takes no other item with it', async () => {
    const xml = inRss(
      `<title>One</title><description>a <b>b</b></item>${item}<item><description>c <i>d</i></description>`,
    );
    expect((await textsOf(xml)).slice(1)).toEqual(['It opens.', 'c d']);
  });

  test.each(['< / script >', 'a < b', '<img src="x', '<3', '</', '<!-', 'a <b', '&', '&#0;'])(
    'may hold broken markup, and its item is not lost: %j',
    async (broken) => {
      const inside = `<title>One ${broken}</title><link>https://coast.example/1</link><description>Two ${broken}</description>`;
      const { items } = await readFeed(inRss(inside));
      expect(items).toMatchObject([{ title: expect.stringMatching(/^One/), url: 'https://coast.example/1' }]);
      expect(htmlToText(items[0]?.html ?? '')).toMatch(/^Two/);
    },
  );

  test('and its address and name are read from where old formats have them', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://coast.example/1"><title>Quay</title></item></rdf:RDF>`;
    expect((await readFeed(rdf)).items).toEqual([
      { id: 'https://coast.example/1', title: 'Quay', url: 'https://coast.example/1' },
    ]);
    expect((await readFeed(inAtom('<id>https://coast.example/1</id><title>Quay</title>'))).items).toMatchObject([
      { url: 'https://coast.example/1' },
    ]);
  });

  test('names all its authors', async () => {
    const authors = '<author><name>Ada Bruun</name></author><author><name>Jo Lind</name></author>';
    expect((await readFeed(inAtom(`${authors}<summary>It opens.</summary>`))).items).toMatchObject([
      { byline: 'Ada Bruun, Jo Lind' },
    ]);
    const json = {
      version: 'https://jsonfeed.org/version/1',
      items: [{ id: 'a', external_url: 'https://coast.example/1', author: { name: 'Ada Bruun' } }],
    };
    expect((await readFeed(JSON.stringify(json))).items).toMatchObject([
      { byline: 'Ada Bruun', url: 'https://coast.example/1' },
    ]);
  });
});
