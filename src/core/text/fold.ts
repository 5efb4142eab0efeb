const plain = /^[\0-\x7f]*$/;

/** The text in lower case without accents, for comparing: "Élysée" is "elysee". */
export function folded(text: string): string {
  // Most words have none, and to see that takes a tenth of the time.
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
