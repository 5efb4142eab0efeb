import { createHash } from 'node:crypto';
import { limits } from './limits.ts';

/** 25 characters that are the same for the same key. With `enforce_nonce` Discord makes no second message from them. */
export function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, limits.nonce);
}

/** A component id from 1 to 2^31 - 1 that is the same for the same key: Discord keeps it with the message, unlike the nonce. */
export function markOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) >>> 1 || 1;
}
