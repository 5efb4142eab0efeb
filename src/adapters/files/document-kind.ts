import { lookOf } from '../web/feed.ts';

/** How a document is read. */
export type DocumentKind = 'text' | 'markdown' | 'page' | 'feed';

const kinds = new Map<string, DocumentKind>([
  ['.txt', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.html', 'page'],
  ['.htm', 'page'],
  ['.xhtml', 'page'],
  ['.xml', 'feed'],
  ['.rss', 'feed'],
  ['.atom', 'feed'],
  ['.rdf', 'feed'],
  ['.json', 'feed'],
]);

const mediaTypes = new Map<string, DocumentKind>([
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown'],
  ['text/html', 'page'],
  ['application/xhtml+xml', 'page'],
  ['text/xml', 'feed'],
  ['application/xml', 'feed'],
  ['application/json', 'feed'],
  ['application/feed+json', 'feed'],
]);

/** True for the extensions of files that hold articles. `extension` is with its dot. */
export function isTextExtension(extension: string): boolean {
  return kinds.has(extension.toLowerCase());
}

/** True for what is written in tags, by its extension or its first characters: it may name its own charset. */
export function isMarkup(extension: string, start: string): boolean {
  const kind = kinds.get(extension.toLowerCase());
  return kind === undefined ? start.trimStart().startsWith('<') : kind === 'page' || kind === 'feed';
}

/** Tells how a file is read: by its extension, and where that leaves it open, by how it begins. */
export function kindOfFile(extension: string, text: string): DocumentKind {
  return settle(kinds.get(extension.toLowerCase()), text);
}

/** Tells how a document from the web is read: by its media type, the end of its address, and how it begins. */
export function kindOfFetched(mediaType: string, extension: string, text: string): DocumentKind {
  const named = mediaTypes.get(mediaType) ?? (mediaType.endsWith('+xml') ? 'feed' : undefined);
  const byEnd = kinds.get(extension.toLowerCase());
  return settle(named ?? (byEnd === 'markdown' ? byEnd : undefined), text);
}

/** XML may be a page, and servers and people name feeds as pages: there the content decides. */
function settle(named: DocumentKind | undefined, text: string): DocumentKind {
  if (named === 'text' || named === 'markdown') return named;
  const look = lookOf(text);
  if (look !== 'other') return look;
  return named ?? 'text';
}
