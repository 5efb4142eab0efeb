import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { UserError } from '../../core/errors/errors.ts';
import type { Log } from '../../core/log/log.ts';
import type { Metrics, Watched } from './metrics.ts';

export interface WatchServer {
  /** The port it listens on: the one asked for, or the system's choice for 0. */
  readonly port: number;
  /** From now on it is not ready: the process finishes what it has in hand. */
  leave(): void;
  close(): Promise<void>;
}

export interface WatchNeeds {
  readonly host: string;
  readonly port: number;
  readonly metrics: Pick<Metrics, 'page'>;
  readonly watched: Pick<Watched, 'outbox' | 'queue'>;
  readonly log: Log;
  /** Pages about the queue, for those who hold the token. */
  readonly board?: { readonly token: string; readonly pages: RequestListener };
}

/** Where the pages about the queue are. */
export const boardPath = '/queue';

/** A part that does not answer in so long counts as down. Milliseconds. */
const patienceMs = 5_000;

/**
 * Serves `/metrics`, `/healthz` (the process lives) and `/readyz` (store and queue answer, and it is not stopping).
 * Throws UserError when the port cannot be had.
 */
export async function openWatchServer(needs: WatchNeeds): Promise<WatchServer> {
  let leaving = false;
  const pages: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/healthz': async (response) => reply(response, 200, 'ok'),
    '/readyz': async (response) => {
      const faults = leaving ? ['the process is stopping'] : await faultsOf(needs);
      reply(response, faults.length === 0 ? 200 : 503, faults.length === 0 ? 'ready' : faults.join('\n'));
    },
    '/metrics': async (response) => {
      const { type, text } = await needs.metrics.page();
      response.writeHead(200, { 'content-type': type }).end(text);
    },
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/s, '');
    const { board } = needs;
    if (board !== undefined && (path === boardPath || path.startsWith(`${boardPath}/`))) {
      if (holdsToken(request, board.token)) return board.pages(request, response);
      response.setHeader('www-authenticate', 'Basic realm="Communique", charset="UTF-8"');
      return reply(response, 401, 'log in with any name, and COMMUNIQUE_BOARD_TOKEN as the password');
    }
    const page = pages[path];
    if (page === undefined) return reply(response, 404, 'there are /metrics, /healthz and /readyz');
    if (request.method !== 'GET' && request.method !== 'HEAD') return reply(response, 405, 'only GET');
    page(response).catch((error: unknown) => {
      needs.log.warn({ err: error }, 'a page for operators could not be made');
      reply(response, 500, 'see the log');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen(needs, cause)));
    server.listen(needs.port, needs.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : needs.port,
    leave: () => {
      leaving = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As `Authorization: Bearer TOKEN`, or as the password of Basic, which browsers ask for: RFC 6750 and RFC 7617. */
function holdsToken({ headers }: IncomingMessage, token: string): boolean {
  const [scheme = '', given = ''] = (headers.authorization ?? '').split(' ');
  const shown = /^basic$/i.test(scheme)
    ? Buffer.from(given, 'base64')
        .toString()
        .replace(/^[^:]*:/, '')
    : given;
  const [one, other] = [Buffer.from(shown), Buffer.from(token)];
  return /^(?:basic|bearer)$/i.test(scheme) && one.length === other.length && timingSafeEqual(one, other);
}

function cannotListen({ host, port }: WatchNeeds, cause: Error): UserError {
  return new UserError(
    `METRICS_PORT: nothing can listen at ${host}:${port}: ${cause.message}.`,
    'Name a free port, or leave it empty for none.',
    { cause },
  );
}

/** What of the store and the queue does not answer, in words that hold no address. */
async function faultsOf({ watched }: WatchNeeds): Promise<string[]> {
  const [store, queue] = await Promise.all([
    answers(() => watched.outbox.summary()),
    answers(() => watched.queue.depth()),
  ]);
  return [...(store ? [] : ['the store does not answer']), ...(queue ? [] : ['the queue does not answer'])];
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    late = setTimeout(() => resolve(false), patienceMs);
  });
  const asked = ask().then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([asked, tooLate]);
  clearTimeout(late);
  return answered;
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
