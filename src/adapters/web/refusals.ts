import { FetchError } from '../../core/feeds/fetching.ts';

/** An address as it may be shown and logged: without user name, password, query and fragment, which may hold secrets. */
export function shown(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

export function badUrl(address: string, why: string): FetchError {
  return new FetchError({
    reason: 'bad-url',
    message: `The address ${address} cannot be read: ${why}.`,
    mend: 'Give a public web address such as https://www.example.org/article.',
  });
}

export function privateAddress(url: URL): FetchError {
  return new FetchError({
    reason: 'private-address',
    message: `The address ${shown(url)} leads into a private or local network.`,
    mend: 'Only public web addresses are read; save the page as a file and add that.',
  });
}

export function tooManyRedirects(url: URL, redirects: number): FetchError {
  return new FetchError({
    reason: 'too-many-redirects',
    message: `The address ${shown(url)} was passed on more than ${redirects} times.`,
    mend: 'Open it in a browser and give the address it ends at.',
  });
}

export function timedOut(url: URL, waitedMs: number): FetchError {
  return new FetchError({
    reason: 'timeout',
    message: `${url.host} did not deliver ${shown(url)} within ${waitedMs / 1_000} seconds.`,
    mend: 'Try again later, or save the page as a file and add that.',
  });
}

export function tooLarge(url: URL, limitBytes: number): FetchError {
  return new FetchError({
    reason: 'too-large',
    message: `The document at ${shown(url)} has more than ${limitBytes / 1_000_000} MB.`,
    mend: "Give the article's own address, or save its text as a file and add that.",
  });
}

export function wrongType(url: URL, type: string): FetchError {
  return new FetchError({
    reason: 'wrong-type',
    message: `The address ${shown(url)} gives ${type}, not a text.`,
    mend: 'Give the address of a web page, a feed, or a text or Markdown file.',
  });
}

export function badStatus(url: URL, status: number, retryAfterMs: number | undefined): FetchError {
  return new FetchError({
    reason: 'http-status',
    message: `${url.host} answered ${status} for ${shown(url)}.`,
    mend: mendOfStatus(status),
    status,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

export function networkFailed(url: URL, cause: unknown): FetchError {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return new FetchError(
    {
      reason: 'network',
      message: `The address ${shown(url)} could not be read: ${whatFailed(code)}.`,
      mend: 'Check the address and the connection, then try again.',
    },
    { cause },
  );
}

function mendOfStatus(status: number): string {
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return 'The publisher does not give this page to programs: save it in a browser and add the file.';
  }
  if (status === 404 || status === 410) return 'Check the address in a browser.';
  if (status === 429 || status >= 500) return 'Try again later.';
  return 'Open the address in a browser, save the page and add the file.';
}

function whatFailed(code: string | undefined): string {
  if (code === undefined) return 'the connection failed';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no such host was found';
  if (code === 'ECONNREFUSED') return 'the host refused the connection';
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED') return 'the host broke the connection off';
  if (code.startsWith('CERT_') || code.startsWith('ERR_TLS') || code.includes('CERT'))
    return "the host's certificate is not valid";
  if (code.startsWith('HPE_')) return 'what it answers is no valid HTTP';
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || code === 'ERR_BROTLI')
    return 'its compression is broken';
  return `the connection failed (${code})`;
}
