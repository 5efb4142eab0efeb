import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookOf, readFeed } from '../../../src/adapters/web/feed.ts';
import { UserError } from '../../../src/core/errors/errors.ts';

const rss2 = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Coast &amp; Sea</title><link>https://coast.example/</link><language>en-gb</language>
<item><title>Quay opens &lt;i&gt;early&lt;/i&gt;</title><link>/quay?utm_source=rss</link><guid isPermaLink="false">coast-1</guid>
  <pubDate>Mon, 03 Mar 2025 10:00:00 +0100</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Long &amp; whole.</p>]]></content:encoded></item>
<item><title>Ferry late</title><guid>https://coast.example/ferry</guid><dc:date>2025-03-04T08:00:00Z</dc:date><source url="https://vik.example/feed">Vik News</source><description>The ferry was late.</description></item>
</channel></rss>`;

const rss1 = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://coast.example/"><title>Coast</title><link>https://coast.example/</link></channel>
<item rdf:about="https://coast.example/1"><title>Quay opens</title><link>https://coast.example/1</link><dc:date>2025-03-03T10:00+01:00</dc:date><description>It opens.</description></item>
</rdf:RDF>`;

const rss091 = `<rss version="0.91"><channel><title>Coast</title><link>https://coast.example/</link>
<item><title>Quay opens</title><link>https://coast.example/1</link><description>It opens.</description></item></channel></rss>`;

const atom = `<?xml version="1.0"?>
<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://coast.example/news/"><a:title type="html">Coast &amp;amp; Sea</a:title>
<a:link rel="self" href="/feed"/><a:link href="/"/>
<a:entry><a:id>tag:coast,1</a:id><a:title>1 &lt; 2 quays</a:title><a:link rel="enclosure" href="a.mp3"/><a:link rel="alternate" href="quay"/>
  <a:published>2025-03-03T10:00:00+01:00</a:published><a:updated>2025-03-05T10:00:00Z</a:updated>
  <a:summary>Short.</a:summary><a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long <b>text</b>.</p></div></a:content></a:entry>
<a:entry><a:id>tag:coast,2</a:id><a:title>Plain</a:title><a:updated>2025-03-05T10:00:00Z</a:updated><a:content>a &lt;b&gt; c</a:content></a:entry>
</a:feed>`;

const jsonFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Coast & Sea',
  language: 'en',
  home_page_url: 'https://coast.example/',
  items: [
    {
      id: 'a',
      url: '/quay',
      title: 'Quay opens',
      content_html: '<p>It opens.</p>',
      date_published: '2025-03-03T10:00:00+01:00',
    },
    { id: 7, content_text: 'One < two.\n\nThree.' },
  ],
};

describe('a feed', () => {
  test('in RSS 2.0 gives its items', async () => {
    expect(await readFeed(rss2, 'https://coast.example/feed.xml')).toEqual({
      title: 'Coast & Sea',
      language: 'en',
      faults: [],
      items: [
        {
          id: 'coast-1',
          title: 'Quay opens early',
          url: 'https://coast.example/quay',
          published: '2025-03-03T09:00:00.000Z',
          html: '<p>Long &amp; whole.</p>',
        },
        {
          id: 'https://coast.example/ferry',
          title: 'Ferry late',
          url: 'https://coast.example/ferry',
          published: '2025-03-04T08:00:00.000Z',
          publisher: 'Vik News',
          html: 'The ferry was late.',
        },
      ],
    });
  });

  test.each([
    ['RSS 1.0', rss1, '2025-03-03T09:00:00.000Z'],
    ['RSS 0.91', rss091, undefined],
  ])('in %s gives its items', async (_format, xml, published) => {
    const { title, items, faults } = await readFeed(xml);
    expect([title, faults, items.length]).toEqual(['Coast', [], 1]);
    expect(items[0]).toMatchObject({ title: 'Quay opens', url: 'https://coast.example/1', html: 'It opens.' });
    expect(items[0]?.published).toBe(published);
  });

  test('in Atom gives its items, with addresses resolved and plain text kept plain', async () => {
    expect(await readFeed(atom)).toEqual({
      title: 'Coast & Sea',
      faults: [],
      items: [
        {
          id: 'tag:coast,1',
          title: '1 < 2 quays',
          url: 'https://coast.example/news/quay',
          published: '2025-03-03T09:00:00.000Z',
          modified: '2025-03-05T10:00:00.000Z',
          html: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Long <b>text</b>.</p></div>',
        },
        {
          id: 'tag:coast,2',
          title: 'Plain',
          published: '2025-03-05T10:00:00.000Z',
          modified: '2025-03-05T10:00:00.000Z',
          html: '<p>a &lt;b&gt; c</p>',
        },
      ],
    });
  });

  test.each(['https://jsonfeed.org/version/1', 'https://jsonfeed.org/version/1.1'])(
    'in JSON (%s) gives its items',
    async (version) => {
      expect(await readFeed(JSON.stringify({ ...jsonFeed, version }))).toEqual({
        title: 'Coast & Sea',
        language: 'en',
        faults: [],
        items: [
          {
            id: 'a',
            title: 'Quay opens',
            url: 'https://coast.example/quay',
            published: '2025-03-03T09:00:00.000Z',
            html: '<p>It opens.</p>',
          },
          { id: '7', html: '<p>One &lt; two.</p><p>Three.</p>' },
        ],
      });
    },
  );
});

describe('an item that is a text alone, as RSS allows', () => {
  test.each([
    [
      'RSS',
      '<rss version="2.0"><channel><item><description>One text</description></item><item/><item><description>Another</description></item></channel></rss>',
    ],
    [
      'JSON',
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"content_html":"One text"},{},{"content_html":"Another"}]}',
    ],
  ])('is read from %s and known by that text, again at the next look', async (_, body) => {
    const { items, faults } = await readFeed(body);
    expect(items.map(({ html }) => html)).toEqual(['One text', 'Another']);
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
    expect((await readFeed(body)).items).toEqual(items);
    expect(faults).toEqual(['item 2: has neither an address nor a text']);
  });
});

describe('a faulty feed', () => {
  test('in XML loses only what is faulty, and tells it', async () => {
    const { items, faults } = await readFeed(`<rss version="2.0"><channel><title>Coast</title>
      <item><title>One</title><link>https://coast.example/1</link><pubDate>yesterday</pubDate></item>
      <item><title>Nothing else</title></item>
      <item><link>javascript:alert(1)</link></item>
      <item><title>Bad & <b>worse</title></itm></item>
      <item><title>Last</title><link>https://coast.example/5</link></item>`);
    expect(items.map((item) => item.title)).toEqual(['One', 'Last']);
    expect(faults).toEqual([
      'item 1: "One" has a date that cannot be read ("yesterday"); it was read without',
      'item 2: "Nothing else" has neither an address nor a text',
      'item 3: has neither an address nor a text',
      expect.stringContaining('item 4: '),
    ]);
  });

  test('in JSON loses only what is faulty, and tells it', async () => {
    const items = [
      { id: 'a', title: 5, url: 'https://coast.example/1' },
      'no item',
      { id: 'b' },
      { id: 'c', url: 'https://coast.example/2' },
    ];
    expect(await readFeed(JSON.stringify({ ...jsonFeed, items }))).toMatchObject({
      items: [
        { id: 'a', url: 'https://coast.example/1' },
        { id: 'c', url: 'https://coast.example/2' },
      ],
      faults: ['item 1: title must be a text', 'item 2: it is no object', 'item 3: has neither an address nor a text'],
    });
  });

  test('is read no further than 500 items, and says so', async () => {
    const item = '<item><title>More</title><link>https://coast.example/1</link></item>';
    const feed = await readFeed(
      `<rss version="2.0"><channel><title>Coast</title>${item.repeat(3_000)}</channel></rss>`,
    );
    expect(feed.items.length).toBe(500);
    expect(feed.faults).toEqual(['the feed has more than 500 items: the rest was left out']);
  });

  test('loads no external entity and unfolds no internal one', async () => {
    const bomb = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join(
      '',
    );
    const { items } =
      await readFeed(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY l0 "lol">${bomb}]>
      <rss version="2.0"><channel><title>T</title><item><title>a &x; b &l9; c</title><link>https://coast.example/1</link></item></channel></rss>`);
    expect(items[0]?.title).toMatch(/^a .{0,10} b .{0,10} c$/);
  });

  test.each([
    ['a page', '<!doctype html><html><body>No feed</body></html>', 'its outermost element is <html>'],
    ['another kind of XML', '<?xml version="1.0"?><!-- c --><k:kml xmlns:k="u"/>', 'its outermost element is <k:kml>'],
    ['words', 'No feed at all.', 'it holds no tags'],
    ['nothing', '', 'it holds no tags'],
  ])('that is %s says what it is', async (_what, body, reason) => {
    await expect(readFeed(body, 'https://coast.example/feed')).rejects.toThrow(
      `https://coast.example/feed is no feed: ${reason}, and feeds begin with <rss>, <rdf:RDF> or <feed>.`,
    );
  });

  test.each([
    ['other JSON', '{"version": "1.0", "items": []}'],
    ['broken JSON', '{"version": "https://jsonfeed.org/version/1.1", "items": ['],
    ['tags ten thousand deep', `<rss version="2.0"><channel>${'<a>'.repeat(10_000)}`],
    ['attributes by the thousand', `<rss version="2.0"><channel ${'a="<>" '.repeat(5_000)}>`],
    ['a name without end', `<${'a'.repeat(4_000_000)}`],
    ['namespaces by the thousand', `<rss version="2.0"><channel>${'<a xmlns:b="c"/>'.repeat(5_000)}`],
  ])('that is %s is an error', async (_what, body) => {
    await expect(readFeed(body, 'https://coast.example/feed')).rejects.toThrow(UserError);
  });

  test.each([
    [
      'brackets in a description',
      `<item><link>https://a.example/1</link><description><![CDATA[${'<a "'.repeat(400_000)}]]></description></item>`,
    ],
    [
      'elements of the channel',
      `${Array.from({ length: 100_000 }, (_, index) => `<k${index}/>`).join('')}${'<item/>'.repeat(5_000)}`,
    ],
    ['brackets in a name', `<item><author>${'('.repeat(400_000)}</author></item>`],
    ['unclosed sections', '<![CDATA['.repeat(100_000)],
    ['texts within texts', '<title><b></b></title>'.repeat(100_000)],
    ['unclosed document types', '<!DOCTYPE a ['.repeat(100_000)],
    ['tags that never end', '<title "'.repeat(400_000)],
  ])('with hundreds of thousands of %s is read in a moment', async (_what, inside) => {
    const feed = await readFeed(`<rss version="2.0"><channel><title>T</title><link>https://a.example/</link>${inside}`);
    expect(feed.items.length).toBeLessThanOrEqual(1);
  });

  test('gives items or a UserError, whatever its elements are called and hold', async () => {
    const name = fc.constantFrom(
      'title',
      'link',
      'item',
      'entry',
      'guid',
      'author',
      'source',
      'description',
      'atom:link',
      'dc:date',
      '__proto__',
      'constructor',
      'image',
      'category',
    );
    const inner = fc.constantFrom(
      '',
      'x',
      '&#0;',
      '<![CDATA[<p>]]>',
      '<link/>',
      '<title type="xhtml"><b>x</title>',
      ' href="y">',
      '</item>',
      '<item>',
      ']]>',
    );
    const element = fc.tuple(name, inner).map(([tag, content]) => `<${tag}>${content}</${tag}>`);
    const root = fc.constantFrom('<rss version="2.0"><channel>', '<feed xmlns="http://www.w3.org/2005/Atom">');
    await fc.assert(
      fc.asyncProperty(root, fc.array(element, { maxLength: 12 }), async (start, elements) => {
        const feed = await readFeed(start + elements.join('')).catch((error: unknown) => error);
        expect(feed instanceof UserError || (typeof feed === 'object' && feed !== null && 'items' in feed)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the look of a document', () => {
  test.each([
    [rss2, 'feed'],
    [rss1, 'feed'],
    [atom, 'feed'],
    [JSON.stringify(jsonFeed), 'feed'],
    ['<!-- made by hand --><!DOCTYPE rss [<!ENTITY a "b">]><rss>', 'feed'],
    ['<!DOCTYPE html>\n<html><body>', 'page'],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'page'],
    ['<p>Hello', 'page'],
    ['{"name": "x"}', 'other'],
    ['Feed the fish.', 'other'],
    ['<3 from Nordby', 'other'],
  ])('is told by how it begins: %j is a %s', (text, look) => {
    expect(lookOf(text)).toBe(look);
  });
});
