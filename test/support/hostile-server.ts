import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** A web server on loopback that does what the open web's worst servers do, a path each. */
export interface HostileServer {
  /** "http://127.0.0.1:PORT" */
  readonly origin: string;
  /** The requests it received, oldest first. */
  readonly requests: readonly Pick<IncomingMessage, 'url' | 'headers'>[];
  close(): Promise<void>;
}

export const page = '<!doctype html><title>Harbour</title><p>The harbour of Nordby opens on Monday.</p>';

export async function startHostileServer(): Promise<HostileServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const route = routes.get(path);
    if (route === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('nothing here');
    else route(response, request);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Route = (response: ServerResponse, request: IncomingMessage) => void;

const html = { 'content-type': 'text/html; charset=utf-8' };

const routes = new Map<string, Route>([
  ['/page', (response) => response.writeHead(200, html).end(page)],
  ['/gzip', compressed('gzip', gzipSync(page))],
  ['/deflate', compressed('deflate', deflateSync(page))],
  ['/br', compressed('br', brotliCompressSync(page))],
  ['/gzip-bomb', compressed('gzip', gzipSync(Buffer.alloc(50_000_000, 'a')))],
  ['/br-bomb', compressed('br', brotliCompressSync(Buffer.alloc(50_000_000, 'a')))],
  ['/deflate-bomb', compressed('deflate', deflateSync(Buffer.alloc(50_000_000, 'a')))],
  ['/bomb-in-bombs', compressed('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000, 'a'))))],
  ['/broken-gzip', compressed('gzip', Buffer.from('this is not compressed at all'))],
  ['/cut-gzip', compressed('gzip', gzipSync(page).subarray(0, 30))],
  ['/odd-encoding', compressed('zstd', Buffer.from(page))],
  [
    '/latin1',
    (response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' }).end(Buffer.from([0xe9, 0x74, 0xe9])),
  ],
  ['/untyped', (response) => response.writeHead(200).end(page)],
  ['/picture', (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('PNG')],
  ['/loop', redirect('/loop')],
  ['/moved', redirect('/page')],
  ['/to-metadata', redirect('http://169.254.169.254/latest/meta-data/')],
  ['/to-private', redirect('http://10.0.0.1/')],
  ['/to-file', redirect('file:///etc/passwd')],
  ['/to-credentials', redirect('http://user:secret@example.org/')],
  ['/announced', (response) => response.writeHead(200, { ...html, 'content-length': '6000000' }).end('x')],
  ['/endless', endless],
  ['/slow-headers', () => {}],
  ['/slow-body', (response) => response.writeHead(200, html).write('<p>')],
  [
    '/broken-off',
    (response) => response.writeHead(200, { ...html, 'content-length': '100' }).write('<p>', () => response.destroy()),
  ],
  ['/forbidden', (response) => response.writeHead(403, html).end('no')],
  ['/busy', (response) => response.writeHead(503, html).end('later')],
]);

function compressed(encoding: string, body: Uint8Array): Route {
  return (response) => response.writeHead(200, { ...html, 'content-encoding': encoding }).end(body);
}

function redirect(location: string): Route {
  return (response) => response.writeHead(302, { location }).end();
}

function endless(response: ServerResponse): void {
  response.writeHead(200, html);
  const chunk = Buffer.alloc(64_000, '<p>more</p>');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk)) continue;
  };
  response.on('drain', more);
  more();
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
