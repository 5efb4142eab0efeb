import { articleUrl, sameSite } from '../../core/feeds/article-url.ts';
import { readPublished } from '../../core/feeds/published.ts';
import type { DomDocument } from './dom.ts';
import { fold } from './html-text.ts';
import { readLinkedData } from './linked-data.ts';

/** What a page says of itself outside its text. */
export interface PageMetadata {
  readonly title?: string;
  readonly publisher?: string;
  /** ISO 8601 UTC. */
  readonly published?: string;
  /** ISO 8601 UTC. */
  readonly modified?: string;
  readonly byline?: string;
  /** Several parted by commas. */
  readonly section?: string;
  /** ISO 639-1 code. */
  readonly language?: string;
  readonly url?: string;
}

const publishedNames = (
  'article:published_time og:article:published_time article:published datepublished parsely-pub-date dcterms.created dcterms.date ' +
  'dc.date.issued dc.date publish-date publishdate pubdate sailthru.date date'
).split(' ');

const modifiedNames = 'article:modified_time og:updated_time datemodified dcterms.modified last-modified'.split(' ');
const bylineNames = 'byl parsely-author sailthru.author dc.creator dcterms.creator article:author author'.split(' ');
const sectionNames = 'article:section parsely-section sailthru.section section'.split(' ');
const longestByline = 150;

/**
 * Reads a page's metadata: Open Graph and Dublin Core, JSON-LD of schema.org, and HTML's own elements.
 * `url` is where the page was found. A canonical address counts only on the same site: a page cannot speak for another's.
 */
export function readMetadata(document: DomDocument, url?: string): PageMetadata {
  const meta = metaValues(document);
  const linked = readLinkedData(document);
  const title = meta.get('og:title') ?? linked.headline;
  const publisher = meta.get('og:site_name') ?? linked.publisher ?? meta.get('application-name');
  const published = firstDate([
    ...publishedNames.map((name) => meta.get(name)),
    linked.datePublished,
    ...datedElements(document),
  ]);
  const modified = firstDate([...modifiedNames.map((name) => meta.get(name)), linked.dateModified]);
  const byline = firstByline([
    linked.author,
    ...bylineNames.map((name) => meta.get(name)),
    ...bylineElements(document),
  ]);
  const section = [linked.section, ...sectionNames.map((name) => meta.get(name))].find((name) => name !== undefined);
  const language = languageCode(
    document.documentElement.getAttribute('lang') ??
      linked.language ??
      meta.get('og:locale') ??
      meta.get('content-language'),
  );
  const own = canonical(document, meta.get('og:url'), url);
  return {
    ...(title !== undefined && { title: fold(title) }),
    ...(publisher !== undefined && { publisher: fold(publisher) }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    ...(byline !== undefined && { byline }),
    ...(section !== undefined && { section: fold(section) }),
    ...(language !== undefined && { language }),
    ...(own !== undefined && { url: own }),
  };
}

/** The ISO 639-1 code of a language tag ("en-GB", "pt_BR"); undefined when it has none. */
export function languageCode(tag: string | undefined): string | undefined {
  return /^([a-z]{2})(?:$|[-_])/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase();
}

function metaValues(document: DomDocument): Map<string, string> {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const key = (name ?? element.getAttribute('http-equiv') ?? '').trim().toLowerCase();
    const value = element.getAttribute('content')?.trim() ?? '';
    if (key !== '' && value !== '' && !values.has(key)) values.set(key, value);
  }
  return values;
}

function datedElements(document: DomDocument): string[] {
  const elements = ['time[itemprop=datePublished]', 'time[pubdate]', 'article time[datetime]', 'time[datetime]'].map(
    (selector) => document.querySelector(selector),
  );
  return elements.map((element) => element?.getAttribute('datetime') ?? '');
}

function bylineElements(document: DomDocument): string[] {
  return ['[rel~=author]', '[itemprop~=author]', '.byline'].map(
    (selector) => document.querySelector(selector)?.textContent ?? '',
  );
}

/** The first that names somebody, without the "By" before the names: some sites put an address or their own name there. */
function firstByline(candidates: readonly (string | undefined)[]): string | undefined {
  const tidy = candidates.map((candidate) => fold(candidate ?? '').replace(/^(?:by|von|par|por|da)\s+/i, ''));
  return tidy.find((name) => /\p{L}{2}/u.test(name) && name.length <= longestByline && !/https?:|www\.|@/.test(name));
}

function firstDate(candidates: readonly (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    const published = candidate === undefined ? undefined : readPublished(candidate);
    if (published !== undefined) return published;
  }
  return undefined;
}

function canonical(document: DomDocument, openGraph: string | undefined, url: string | undefined): string | undefined {
  const found = url === undefined ? undefined : articleUrl(url);
  const named = [document.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? undefined, openGraph];
  for (const candidate of named) {
    const address = candidate === undefined ? undefined : articleUrl(candidate, url);
    if (address !== undefined && (found === undefined || (sameSite(address, found) && !isFrontPage(address))))
      return address;
  }
  return found;
}

/** Some templates name the site's front page as the canonical address of every article. */
function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname === '/' && search === '';
}
