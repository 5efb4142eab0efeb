import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { charsetOf, decodeText } from '../../core/feeds/charset.ts';
import { FetchError, type Fetched } from '../../core/feeds/fetching.ts';
import type { Log } from '../../core/log/log.ts';
import { isLocalName, mayReach, type Reach } from './addresses.ts';
import { freshnessOf } from './freshness.ts';
import {
  badStatus,
  badUrl,
  networkFailed,
  privateAddress,
  shown,
  timedOut,
  tooManyRedirects,
  wrongType,
} from './refusals.ts';
import { acceptedEncodings, readBody } from './response-body.ts';

/** Finds the addresses of a host name. */
type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export interface FetchOptions {
  /** A mail address or page that publishers can turn to, for the User-Agent. */
  readonly contact?: string;
  /** For tests with servers on loopback; off for everything that comes from people or feeds. */
  readonly allowLoopback?: boolean;
  readonly log?: Log;
  /** What the server said of the version held here; it may answer that this is still the newest. */
  readonly validators?: { readonly etag?: string; readonly lastModified?: string };
  /** Ends the request; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Replaces some limits, in tests. */
  readonly limits?: Partial<FetchLimits>;
  /** Replaces the system's resolver, in tests. */
  readonly resolve?: Resolve;
}

type FetchLimits = Record<keyof typeof fetchLimits, number>;

const fetchLimits = {
  redirects: 5,
  /** From the request to an open connection, for each host. */
  connectMs: 10_000,
  /** For everything: all redirects and the whole body. */
  totalMs: 30_000,
  /** Of the body after decompression, and of what comes over the wire. */
  bodyBytes: 5_000_000,
} as const;

const textTypes =
  /^(?:text\/(?:html|plain|xml|markdown|x-markdown)|application\/(?:xhtml\+xml|xml|json|feed\+json|(?:rss|atom|rdf)\+xml)|application\/x-(?:rss|atom)\+xml)$/;

/**
 * Reads a text document from the open web. Every request for an article or a feed goes through here and nowhere else.
 * Only http and https, only public addresses (each is checked as it is resolved, at every redirect, so that a name cannot
 * lead elsewhere than was checked), only text, only within `fetchLimits`. Throws FetchError with the reason.
 */
export async function guardedFetch(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const limits = { ...fetchLimits, ...options.limits };
  const deadline = AbortSignal.timeout(limits.totalMs);
  const signal = options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal]);
  let url = checkedUrl(address);
  try {
    for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
      const response = await openResponse(url, { options, limits, signal });
      const next = redirectTarget(response, url);
      if (next === undefined) return await readDocument(response, url, { limits, signal });
      response.destroy();
      options.log?.debug({ from: shown(url), to: shown(next) }, 'redirected');
      url = next;
    }
    throw tooManyRedirects(checkedUrl(address), limits.redirects);
  } catch (error) {
    if (error instanceof FetchError) throw error;
    options.signal?.throwIfAborted();
    throw deadline.aborted ? timedOut(url, limits.totalMs) : networkFailed(url, error);
  }
}

interface Attempt {
  readonly options: FetchOptions;
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
}

function checkedUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw badUrl(`"${address.slice(0, 200)}"`, 'it is no web address');
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw badUrl(`"${url.protocol}…"`, 'only http and https are read');
  if (url.username !== '' || url.password !== '') throw badUrl(shown(url), 'it holds a user name or password');
  return url;
}

async function openResponse(url: URL, { options, limits, signal }: Attempt): Promise<IncomingMessage> {
  const reach: Reach = options.allowLoopback === true ? 'public-and-loopback' : 'public';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A host that is an IP address is connected to without asking the resolver; of localhost resolvers think differently.
  if (isIP(host) !== 0 && !mayReach(host, reach)) throw privateAddress(url);
  if (reach === 'public' && isLocalName(host)) throw privateAddress(url);
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, {
      // A connection of its own: one from a pool would have been opened without this check.
      agent: false,
      lookup: guardedLookup(url, reach, options.resolve ?? systemResolve),
      headers: { ...requestHeaders(options.contact), ...conditions(options.validators) },
      signal,
    });
    const timer = setTimeout(() => request.destroy(timedOut(url, limits.connectMs)), limits.connectMs);
    request.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(timer));
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.on('close', () => clearTimeout(timer));
    request.end();
  });
}

const systemResolve: Resolve = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
  });

/** A resolver for a socket: it hands on what it has checked, and nothing when one of the addresses is not public. */
function guardedLookup(url: URL, reach: Reach, resolve: Resolve): LookupFunction {
  return (host, lookup, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        const allowed = first !== undefined && addresses.every(({ address }) => mayReach(address, reach));
        if (!allowed) callback(privateAddress(url), '', 0);
        else if (lookup.all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

function requestHeaders(contact: string | undefined): Record<string, string> {
  const printable = contact?.replaceAll(/[^\x20-\x7e]|[()]/g, '').trim() ?? '';
  return {
    'user-agent': `Communique/0.1 (news digests with citations${printable === '' ? '' : `; ${printable}`})`,
    accept:
      'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, text/plain;q=0.8, */*;q=0.1',
    'accept-encoding': acceptedEncodings,
  };
}

function conditions(validators: FetchOptions['validators']): Record<string, string> {
  return {
    ...(validators?.etag !== undefined && { 'if-none-match': validators.etag }),
    ...(validators?.lastModified !== undefined && { 'if-modified-since': validators.lastModified }),
  };
}

function redirectTarget(response: IncomingMessage, url: URL): URL | undefined {
  const { statusCode = 0, headers } = response;
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return undefined;
  return checkedUrl(headers.location, url);
}

async function readDocument(
  response: IncomingMessage,
  url: URL,
  attempt: Pick<Attempt, 'limits' | 'signal'>,
): Promise<Fetched> {
  const contentType = response.headers['content-type'] ?? '';
  const mediaType = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  try {
    const status = response.statusCode ?? 0;
    const { version, retryAfterMs } = freshnessOf(response.headers);
    if (status === 304) return { url: url.href, mediaType, text: '', notModified: true, ...version };
    if (status < 200 || status > 299) throw badStatus(url, status, retryAfterMs);
    if (mediaType !== '' && !textTypes.test(mediaType)) throw wrongType(url, mediaType.slice(0, 100));
    const bytes = await readBody(response, { url, limitBytes: attempt.limits.bodyBytes, signal: attempt.signal });
    const hint = /html|xml/.test(mediaType) || mediaType === '' ? 'markup' : 'plain';
    return { url: url.href, mediaType, text: decodeText(bytes, hint, charsetOf(contentType)), ...version };
  } finally {
    response.destroy();
  }
}
