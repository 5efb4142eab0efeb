import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { UserError } from '../../core/errors/errors.ts';

/** Encrypts what the store must not be able to read. */
export interface Seal {
  /** `owner` is bound in: what was sealed for one workspace does not open for another. */
  close(text: string, owner: string): string;
  /** Throws UserError when none of the keys opens it, or it was changed. */
  open(sealed: string, owner: string): string;
  /** Whether it was sealed with the newest key; what was not is to be sealed anew. */
  isNewest(sealed: string): boolean;
}

const version = 'v1';
const cipherName = 'aes-256-gcm';
/** Both as NIST SP 800-38D advises for GCM. Bytes. */
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a fresh nonce each time. `keys` are 32 bytes in base64: the first one seals, all of them open, so a key is
 * changed by putting a new one before it.
 */
export function createSeal(keys: readonly string[]): Seal {
  const known = new Map(keys.map((key) => [nameOf(key), Buffer.from(key, 'base64')]));
  const [newest] = known.entries();
  if (newest === undefined) throw new Error('sealing needs a key');
  const [newestName, newestKey] = newest;
  return {
    close: (text, owner) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(cipherName, newestKey, nonce, { authTagLength: tagBytes }).setAAD(
        Buffer.from(owner),
      );
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [version, newestName, ...[nonce, cipher.getAuthTag(), data].map((part) => part.toString('base64'))].join(
        '.',
      );
    },
    open: (sealed, owner) => {
      const [, name = '', nonce = '', tag = '', data = ''] = sealed.split('.');
      const key = known.get(name);
      if (key === undefined) throw noKey(name);
      try {
        const decipher = createDecipheriv(cipherName, key, Buffer.from(nonce, 'base64'), { authTagLength: tagBytes });
        decipher.setAAD(Buffer.from(owner)).setAuthTag(Buffer.from(tag, 'base64'));
        return decipher.update(data, 'base64', 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new UserError(`The stored token of ${owner} was changed.`, 'Install the app there again.', { cause });
      }
    },
    isNewest: (sealed) => sealed.startsWith(`${version}.${newestName}.`),
  };
}

/** Names a key without telling anything of it. */
function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

function noKey(name: string): UserError {
  return new UserError(
    `SLACK_TOKEN_KEYS lacks the key "${name}", with which a stored token was sealed.`,
    'Put the old key behind the new one, or install the app in that workspace again.',
  );
}
