import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Reading, readingSchema } from '../../core/reading/reading.ts';

/**
 * A reading as it is kept: its JSON deflated, in base64, as a JSON string. A start takes the readings of all articles out of
 * the store and holds them like this, a quarter as long as they are.
 */
export function packedReading(reading: Reading): string {
  return JSON.stringify(deflateRawSync(JSON.stringify(reading)).toString('base64'));
}

/** The reading that was kept, also as earlier versions kept it: as it is. Undefined for what has another shape. */
export function unpackedReading(json: string): Reading | undefined {
  const kept: unknown = JSON.parse(json);
  return readingSchema.safeParse(typeof kept === 'string' ? inflated(kept) : kept).data;
}

function inflated(kept: string): unknown {
  try {
    return JSON.parse(inflateRawSync(Buffer.from(kept, 'base64')).toString());
  } catch {
    return undefined;
  }
}
