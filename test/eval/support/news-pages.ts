/** An article to put into pages: its title and paragraphs. */
export interface PageArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const p = (paragraphs: readonly string[]): string => paragraphs.map((text) => `<p>${text}</p>`).join('\n');
const menu = `<nav><ul>${['World', 'Politics', 'Business', 'Culture', 'Sport', 'Opinion', 'Video', 'Newsletters'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul></nav>`;
const related = `<aside class="related"><h2>More on this story</h2><ul>${['Ministers return to the table after a long night', 'What the markets made of the harbour deal', 'In pictures: the week in review'].map((text) => `<li><a href="/a">${text}</a></li>`).join('')}</ul></aside>`;
const cookies = `<div id="cookie-banner" role="dialog"><p>We and our partners use cookies to store and access information on your device. You can change your choice at any time.</p><button>Accept all</button></div>`;
const footer = `<footer><p>© 2025 The Daily Paper. All rights reserved. Terms of use. Privacy policy. Contact us.</p></footer>`;
const figure = `<figure><img src="/x.jpg" alt="Leaders at a table"><figcaption>Leaders at a table in the palace. Photograph: A. Person/Agency</figcaption></figure>`;
const share = `<div class="share-tools"><span>Share</span><a href="#">Facebook</a><a href="#">X</a><a href="#">Email</a></div>`;
const comments = `<section id="comments"><h3>Comments (2)</h3><div class="comment"><p>I do not believe a word of it, and neither should anybody else who was there.</p></div><div class="comment"><p>Well said by the minister, for once.</p></div></section>`;
const newsletter = `<div class="newsletter-signup"><h4>Sign up to our morning briefing</h4><p>Get the day's headlines delivered direct to your inbox every morning.</p><form><input type="email"></form></div>`;
const head = (title: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Daily Paper</title></head>`;

/** The ways in which news sites build their pages, each around the same article. */
export const layouts: readonly (readonly [name: string, page: (article: PageArticle) => string])[] = [
  ['plain', ({ title, paragraphs }) => `${head(title)}<body><h1>${title}</h1>${p(paragraphs)}</body></html>`],
  [
    'article element',
    ({ title, paragraphs }) =>
      `${head(title)}<body>${menu}<main><article><h1>${title}</h1>${share}${figure}${p(paragraphs)}</article></main>${related}${footer}</body></html>`,
  ],
  [
    'nested boxes',
    ({ title, paragraphs }) =>
      `${head(title)}<body><div id="page"><div class="header">${menu}</div><div class="row"><div class="col-8"><div class="story"><h1>${title}</h1><div class="story-body">${paragraphs.map((text) => `<div class="par"><p>${text}</p></div>`).join('')}</div></div></div><div class="col-4">${related}${newsletter}</div></div>${footer}</div></body></html>`,
  ],
  [
    'cookie banner and sign-up',
    ({ title, paragraphs }) =>
      `${head(title)}<body>${cookies}${menu}<article><h1>${title}</h1>${p(paragraphs.slice(0, 2))}${newsletter}${p(paragraphs.slice(2))}</article>${footer}</body></html>`,
  ],
  [
    'comments',
    ({ title, paragraphs }) =>
      `${head(title)}<body>${menu}<article><header><h1>${title}</h1><p class="byline">By A. Person</p></header><div itemprop="articleBody">${p(paragraphs)}</div></article>${comments}${footer}</body></html>`,
  ],
  [
    'links in between',
    ({ title, paragraphs }) =>
      `${head(title)}<body>${menu}<article><h1>${title}</h1>${paragraphs.map((text, index) => `<p>${text}</p>${index === 1 ? '<p class="read-more"><a href="/other">Read more: how the talks came about</a></p>' : ''}`).join('')}</article>${related}${footer}</body></html>`,
  ],
  [
    'line breaks',
    ({ title, paragraphs }) =>
      `${head(title)}<body>${menu}<table><tr><td>${menu}</td><td><h1>${title}</h1><div class="content">${paragraphs.join('<br><br>')}</div></td></tr></table>${footer}</body></html>`,
  ],
  [
    'AMP',
    ({ title, paragraphs }) =>
      `<!doctype html><html amp lang="en"><head><title>${title}</title></head><body><amp-sidebar><ul><li>Home</li></ul></amp-sidebar><main><h1>${title}</h1><amp-img src="/x.jpg" alt=""></amp-img><section class="amp-content">${p(paragraphs)}</section></main>${footer}</body></html>`,
  ],
];
