import type { IncomingMessage } from 'node:http';
import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { tooLarge, wrongType } from './refusals.ts';

/** The value of Accept-Encoding: what `readBody` can take apart. */
export const acceptedEncodings = 'gzip, deflate, br';

const decompressors = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/**
 * Reads a response's body, decompressed. It stops at the first byte over the limit, before or after decompression, so that
 * a small response cannot unfold into a large one. Throws FetchError (`too-large`; `wrong-type` for an unknown compression).
 */
export async function readBody(
  response: IncomingMessage,
  limits: { readonly url: URL; readonly limitBytes: number; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  const { url, limitBytes, signal } = limits;
  if (Number(response.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(url, limitBytes);
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const chunks: Uint8Array[] = [];
  const collector = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const source: Readable = response;
  if (encoding === 'identity' || encoding === '') {
    await pipeline(source, counter(url, limitBytes), collector, { signal });
  } else {
    const decompressor = decompressors.get(encoding);
    if (decompressor === undefined)
      throw wrongType(url, `a compression that is not known here ("${encoding.slice(0, 50)}")`);
    await pipeline(source, counter(url, limitBytes), decompressor(), counter(url, limitBytes), collector, { signal });
  }
  return Buffer.concat(chunks);
}

/** Hands bytes on until there are more than the limit; then it fails with `too-large`. */
function counter(url: URL, limitBytes: number): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      count += chunk.byteLength;
      if (count > limitBytes) done(tooLarge(url, limitBytes));
      else done(null, chunk);
    },
  });
}
