/** The text in lower case without accents, for comparing: "Élysée" is "elysee". */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
