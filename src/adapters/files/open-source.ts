import { basename, extname } from 'node:path';
import { UserError } from '../../core/errors/errors.ts';
import { articleUrl } from '../../core/feeds/article-url.ts';
import { decodeText } from '../../core/feeds/charset.ts';
import type { Fetch } from '../../core/feeds/fetching.ts';
import { type DocumentKind, isMarkup, kindOfFetched, kindOfFile } from './document-kind.ts';
import { readBytes, readStream } from './local-files.ts';
import { tidyText } from './plain-text.ts';

/** A document that was opened and decoded, and how it is to be read. */
export interface Source {
  /** What the person named, as it is shown to them. */
  readonly input: string;
  readonly kind: DocumentKind;
  /** With line feeds alone between its lines, and never without words. */
  readonly text: string;
  /** Where it was found, for a document from the web. */
  readonly url?: string;
  /** For a file on disk. */
  readonly fileName?: string;
}

/** True for an input that is a web address rather than a path. */
export function isAddress(input: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(input);
}

/** Opens a file, an address, or standard input ("-"). Throws UserError (FetchError for an address) when it holds no text. */
export async function openSource(
  input: string,
  options: { readonly fetch?: Fetch; readonly stdin?: AsyncIterable<Uint8Array | string> },
): Promise<Source> {
  if (isAddress(input)) return openAddress(input, options.fetch);
  if (input === '-') {
    const shown = 'standard input';
    return {
      ...openBytes(await readStream(options.stdin ?? process.stdin, shown), { input: shown, extension: '' }),
      input: shown,
    };
  }
  const opened = openBytes(await readBytes(input), { input, extension: extname(input) });
  return { ...opened, input, fileName: basename(input) };
}

async function openAddress(input: string, fetch: Fetch | undefined): Promise<Source> {
  if (fetch === undefined)
    throw new UserError(
      `${input} was not read: there is no connection to the web here.`,
      'Save the page as a file and add that.',
    );
  const fetched = await fetch(input);
  const text = tidyText(fetched.text, input);
  const kind = kindOfFetched(fetched.mediaType, extname(new URL(fetched.url).pathname), text);
  return { input, kind, text, url: articleUrl(fetched.url) ?? fetched.url };
}

function openBytes(
  bytes: Uint8Array,
  file: { readonly input: string; readonly extension: string },
): Pick<Source, 'kind' | 'text'> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 100));
  const decoded = decodeText(bytes, isMarkup(file.extension, start) ? 'markup' : 'plain');
  const text = tidyText(decoded, file.input);
  return { kind: kindOfFile(file.extension, text), text };
}
