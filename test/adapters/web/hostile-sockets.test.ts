import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type FetchOptions, guardedFetch } from '../../../src/adapters/web/guarded-fetch.ts';
import { FetchError } from '../../../src/core/feeds/fetching.ts';

const addressSchema = z.object({ port: z.number() });
const opened: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];

/** A server that speaks as it likes; `speak` gets each connection. Gives "127.0.0.1:PORT". */
async function serverThat(speak: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => speak(socket));
  });
  opened.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  return `127.0.0.1:${addressSchema.parse(address).port}`;
}

afterEach(() => {
  for (const { server, sockets } of opened.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

async function refusalOf(address: string, limits: FetchOptions['limits'] = {}): Promise<FetchError> {
  const error: unknown = await guardedFetch(address, { allowLoopback: true, limits }).catch(
    (thrown: unknown) => thrown,
  );
  if (error instanceof FetchError) return error;
  throw new Error(`no refusal: ${JSON.stringify(error)}`);
}

/** Says `start`, then `more` again and again for as long as anybody listens. */
function dripping(start: string, more: string): (socket: Socket) => void {
  return (socket) => {
    socket.write(start);
    const timer = setInterval(() => socket.write(more), 10);
    socket.on('close', () => clearInterval(timer));
  };
}

const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';

describe('a request ends when its time is up', () => {
  test.each([
    ['drips its headers', dripping('HTTP/1.1 200 OK\r\n', 'A: b\r\n')],
    ['promises an answer again and again', dripping('', 'HTTP/1.1 103 Early Hints\r\n\r\n')],
    ['drips its body', dripping(`${head}\r\n`, 'a')],
    ['drips chunks without end', dripping(`${head}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n')],
    ['announces more than it sends', (socket: Socket) => socket.write(`${head}Content-Length: 100\r\n\r\na`)],
    ['drips a compressed body', dripping(`${head}Content-Encoding: gzip\r\n\r\n`, '\u001f')],
  ])('though the server %s', async (what, speak) => {
    const host = await serverThat(speak);
    const { reason, message } = await refusalOf(`http://${host}/`, { totalMs: 300 });
    // A body that is no gzip is told as that, if it can be told in time.
    expect(what.includes('compressed') ? ['timeout', 'network'] : ['timeout']).toContain(reason);
    if (reason === 'timeout') expect(message).toContain('within 0.3 seconds');
  });

  test('though the server takes the connection and never shakes hands', async () => {
    const host = await serverThat(() => undefined);
    const { reason, message } = await refusalOf(`https://${host}/`, { connectMs: 200, totalMs: 20_000 });
    expect([reason, message]).toEqual(['timeout', `${host} did not deliver https://${host}/ within 0.2 seconds.`]);
  });
});

describe('an answer is refused', () => {
  const notHttp = 'what it answers is no valid HTTP';
  const brokenOff = 'the host broke the connection off';

  test.each([
    ['has more headers than anybody needs', `${head}${'X-A: b\r\n'.repeat(50_000)}\r\n`, notHttp],
    ['has one header without end', `${head}X-A: ${'b'.repeat(200_000)}\r\n\r\n`, notHttp],
    ['is not HTTP', '220 mail.example ESMTP\r\n', notHttp],
    ['has a chunk of no size', `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, brokenOff],
    ['has two lengths', `${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\na`, notHttp],
  ])('that %s', async (_what, answer, why) => {
    const host = await serverThat((socket) => socket.end(answer));
    const { reason, message } = await refusalOf(`http://${host}/`);
    expect([reason, message]).toEqual(['network', `The address http://${host}/ could not be read: ${why}.`]);
  });

  test('that is over the limit in chunks of a few bytes', async () => {
    const chunks = '5\r\nabcde\r\n'.repeat(1_000);
    const host = await serverThat((socket) => socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n${chunks}`));
    expect((await refusalOf(`http://${host}/`, { bodyBytes: 4_999 })).reason).toBe('too-large');
  });

  test.each([
    'application/octet-stream',
    'application/pdf',
    'video/mp4',
    'multipart/form-data',
    'text/css',
    'nonsense',
  ])('that calls itself %s', async (type) => {
    const host = await serverThat((socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n<p>Hello`));
    const { reason, message } = await refusalOf(`http://${host}/`);
    expect([reason, message]).toEqual(['wrong-type', `The address http://${host}/ gives ${type}, not a text.`]);
  });
});
