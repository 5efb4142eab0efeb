/** Where a document that is not told otherwise may name its own charset: in its markup, or nowhere. */
export type CharsetHint = 'markup' | 'plain';

/** How far into a document a declaration is looked for, in bytes (HTML standard, "prescan a byte stream": 1,024). */
const prescanBytes = 1_024;

/**
 * Decodes a text: by its byte order mark, else by the charset that `declared` names (a Content-Type header's), else by its
 * own declaration if it is markup, else as UTF-8 if it is valid UTF-8, else as windows-1252. The mark is left out.
 * What calls itself Latin and is valid UTF-8 is UTF-8.
 */
export function decodeText(bytes: Uint8Array, hint: CharsetHint, declared?: string): string {
  const wide = wideOrder(bytes);
  if (wide !== undefined) return decodeWide(bytes, wide);
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decode(bytes, marked) ?? '';
  const labels = [declared, hint === 'markup' ? declaredInside(bytes) : undefined];
  for (const label of labels) {
    const decoded = label === undefined ? undefined : decodeAs(bytes, label);
    if (decoded !== undefined) return decoded;
  }
  return decodeStrictly(bytes) ?? decode(bytes, 'windows-1252') ?? '';
}

/** The charset that a Content-Type header names. */
export function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1];
}

type ByteOrder = 'little' | 'big';

/** The byte order of UTF-32, by its mark or by the "<" that markup begins with (XML 1.0, appendix F); undefined for others. */
function wideOrder(bytes: Uint8Array): ByteOrder | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === 'fffe0000' || start === '3c000000') return 'little';
  return start === '0000feff' || start === '0000003c' ? 'big' : undefined;
}

/** Decodes UTF-32, which the platform's decoder does not know. */
function decodeWide(bytes: Uint8Array, order: ByteOrder): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, order === 'little');
    const isCharacter = code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff);
    characters.push(isCharacter ? String.fromCodePoint(code) : '\ufffd');
  }
  return characters.join('').replace(/^\ufeff/, '');
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  // Markup in UTF-16 without a mark begins with "<" and a zero byte, in one order or the other (XML 1.0, appendix F).
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return undefined;
}

function declaredInside(bytes: Uint8Array): string | undefined {
  const start = decode(bytes.subarray(0, prescanBytes), 'windows-1252') ?? '';
  const label =
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1] ??
    /<meta[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1];
  // What could be read byte by byte to here is not UTF-16, whatever it says of itself.
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

/** A Latin charset is what servers name when they were told nothing: bytes that are valid UTF-8 beyond ASCII are UTF-8. */
function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  const isLatin = /^(?:iso-?8859-?1|latin-?1|windows-?1252|cp-?1252|us-ascii|ascii)$/i.test(label);
  return (isLatin ? decodeStrictly(bytes) : undefined) ?? decode(bytes, label);
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label);
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? mendWindows1252(text) : text;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What windows-1252 has at 0x80 to 0x9f (Encoding standard, index windows-1252). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 and 22 decode windows-1252 as if it were ISO-8859-1, which loses every curly quote. */
function mendWindows1252(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/g, (character) => windows1252.charAt(character.charCodeAt(0) - 0x80));
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
