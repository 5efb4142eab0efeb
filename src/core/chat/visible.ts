/**
 * What people type, without the characters that nobody sees: spaces without width, marks that turn the direction of
 * reading, control characters. With one of them "who" would be no verb, and an answer that repeats it would read backwards.
 */
export function visible(text: string): string {
  return text.replaceAll(invisible, '');
}

/** Line breaks and tabs are seen; joiners of emoji and of scripts that need them are kept. */
const invisible = /(?![\n\r\t])[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
