import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type FetchOptions, guardedFetch } from '../../../src/adapters/web/guarded-fetch.ts';
import { UserError } from '../../../src/core/errors/errors.ts';
import { FetchError } from '../../../src/core/feeds/fetching.ts';
import { type HostileServer, page, startHostileServer } from '../../support/hostile-server.ts';

let server: HostileServer;

beforeAll(async () => {
  server = await startHostileServer();
});

afterAll(() => server.close());

afterEach(() => nock.cleanAll());

function fetchHostile(path: string, options: FetchOptions = {}) {
  return guardedFetch(`${server.origin}${path}`, { allowLoopback: true, ...options });
}

async function refusal(fetching: Promise<unknown>): Promise<FetchError> {
  const error: unknown = await fetching.then(
    () => new Error('the document was read'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof FetchError) return error;
  throw error;
}

describe('a document from the open web', () => {
  test('is read with its type and the address it ends at', async () => {
    nock('https://news.example').get('/a').reply(301, '', { location: '/b?id=1' });
    nock('https://news.example')
      .get('/b?id=1')
      .reply(200, '<p>Hello</p>', { 'content-type': 'Text/HTML; charset=utf-8' });
    expect(await guardedFetch('https://news.example/a')).toEqual({
      url: 'https://news.example/b?id=1',
      mediaType: 'text/html',
      text: '<p>Hello</p>',
    });
  });

  test.each(['/page', '/gzip', '/deflate', '/br', '/untyped', '/moved'])('is read whole from %s', async (path) => {
    expect((await fetchHostile(path)).text).toBe(page);
  });

  test('is decoded by the charset that the server names', async () => {
    expect((await fetchHostile('/latin1')).text).toBe('été');
  });

  test('is asked for with a name and a contact, without what cannot stand in a header', async () => {
    await fetchHostile('/page', { contact: 'news@desk.example\r\nX-Evil: 1' });
    expect(server.requests.at(-1)?.headers['user-agent']).toMatch(
      /^Communique\/\S+ \(.*; news@desk\.exampleX-Evil: 1\)$/,
    );
    expect(server.requests.at(-1)?.headers['x-evil']).toBeUndefined();
  });
});

describe('a request is refused before it is made', () => {
  test.each(['ftp://example.org/a', 'file:///etc/passwd', 'data:text/html,hello', 'nonsense', 'http://', ''])(
    'for %j',
    async (address) => {
      expect((await refusal(guardedFetch(address))).reason).toBe('bad-url');
    },
  );

  test('for an address with a password, which is not repeated', async () => {
    const error = await refusal(guardedFetch('https://user:hunter2@example.org/a?token=abc'));
    expect(error.reason).toBe('bad-url');
    expect(`${error.message} ${error.mend}`).not.toMatch(/hunter2|abc/);
  });

  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://017700000001/',
    'http://0x7f.1/',
    'http://0/',
    'http://localhost./',
    'http://metadata.localhost/',
    'http://LOCALHOST:80/',
    'http://127.0.0.1./',
    'http://[::]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::a9fe:a9fe]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://１２７.０.０.１/',
  ])('for the private address %s', async (address) => {
    expect((await refusal(guardedFetch(address))).reason).toBe('private-address');
  });

  test('for a name that leads to a private address, or to one among others', async () => {
    const resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '192.168.0.10', family: 4 },
    ];
    expect((await refusal(guardedFetch('http://mixed.example/', { resolve }))).reason).toBe('private-address');
  });

  test('for a name that leads elsewhere at the second look', async () => {
    const port = new URL(server.origin).port;
    const answers = ['127.0.0.1', '10.0.0.1'];
    const resolve = async () => [{ address: answers.shift() ?? '', family: 4 }];
    const error = await refusal(guardedFetch(`http://rebind.example:${port}/moved`, { allowLoopback: true, resolve }));
    expect(error.reason).toBe('private-address');
    expect(answers).toEqual([]);
  });
});

describe('a request is broken off', () => {
  test.each([
    ['/to-metadata', 'private-address'],
    ['/to-private', 'private-address'],
    ['/to-file', 'bad-url'],
    ['/to-credentials', 'bad-url'],
    ['/loop', 'too-many-redirects'],
    ['/gzip-bomb', 'too-large'],
    ['/br-bomb', 'too-large'],
    ['/deflate-bomb', 'too-large'],
    ['/bomb-in-bombs', 'wrong-type'],
    ['/announced', 'too-large'],
    ['/endless', 'too-large'],
    ['/picture', 'wrong-type'],
    ['/odd-encoding', 'wrong-type'],
    ['/broken-gzip', 'network'],
    ['/cut-gzip', 'network'],
    ['/broken-off', 'network'],
    ['/missing', 'http-status'],
    ['/forbidden', 'http-status'],
    ['/busy', 'http-status'],
  ])('at %s because of %s', async (path, reason) => {
    const error = await refusal(fetchHostile(path));
    expect(error).toBeInstanceOf(UserError);
    expect(error.reason).toBe(reason);
    expect(error.mend).toMatch(/\.$/);
  });

  test.each(['/slow-headers', '/slow-body'])('at %s when its time is up', async (path) => {
    expect((await refusal(fetchHostile(path, { limits: { totalMs: 300 } }))).reason).toBe('timeout');
  });

  test('when a connection does not open in time', async () => {
    const never = () => new Promise<never>(() => {});
    const error = await refusal(guardedFetch('http://asleep.example/', { resolve: never, limits: { connectMs: 50 } }));
    expect(error.reason).toBe('timeout');
  });

  test('after the redirects that are allowed and no more', async () => {
    const before = server.requests.length;
    await refusal(fetchHostile('/loop', { limits: { redirects: 2 } }));
    expect(server.requests.length - before).toBe(3);
  });

  test("when the caller stops it, with the caller's reason", async () => {
    const stop = new AbortController();
    const fetching = fetchHostile('/slow-headers', { signal: stop.signal });
    stop.abort(new Error('the process stops'));
    await expect(fetching).rejects.toThrow('the process stops');
  });

  test('for a host that does not exist or refuses, with what to do', async () => {
    const gone = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const error = await refusal(guardedFetch('http://gone.example/', { resolve: () => Promise.reject(gone) }));
    expect([error.reason, error.message]).toEqual([
      'network',
      'The address http://gone.example/ could not be read: no such host was found.',
    ]);
    expect((await refusal(guardedFetch('http://127.0.0.1:1/', { allowLoopback: true }))).message).toContain(
      'refused the connection',
    );
  });

  test('with the status, and a mend that fits it', async () => {
    expect(await refusal(fetchHostile('/missing?token=abc'))).toMatchObject({
      status: 404,
      mend: 'Check the address in a browser.',
    });
    expect((await refusal(fetchHostile('/missing?token=abc'))).message).not.toContain('abc');
    expect(await refusal(fetchHostile('/forbidden'))).toMatchObject({
      status: 403,
      mend: expect.stringContaining('save it in a browser'),
    });
    expect(await refusal(fetchHostile('/busy'))).toMatchObject({ status: 503, mend: 'Try again later.' });
  });
});
