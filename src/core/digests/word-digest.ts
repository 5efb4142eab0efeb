import type { Library } from '../stories/library.ts';
import { noWriter, type Writer } from '../writing/writer.ts';
import type { Digest } from './digest.ts';

/** The digest with its lines worded by the writer, where there is one; what is chosen and left out stays as it is. */
export async function wordDigest(digest: Digest, library: Library, writer: Writer = noWriter): Promise<Digest> {
  return { ...digest, lines: await writer.write(digest.lines, library) };
}
