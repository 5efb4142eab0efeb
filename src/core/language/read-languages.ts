/** The languages of which sentences are understood; of all others only the text is kept. */
const readLanguages: ReadonlySet<string> = new Set(['en']);

/** Whether names, dates and quotes of this language are read. */
export function isRead(language: string): boolean {
  return readLanguages.has(language);
}

/** Whether a capital letter inside a sentence marks a name; in German every noun has one. */
export function capitalsMarkNames(language: string): boolean {
  return language !== 'de';
}

/** "I read names, dates and quotes in English only: 1 of 3 articles is in French." Undefined when all are read. */
export function unreadNote(languages: readonly string[]): string | undefined {
  const unread = languages.filter((language) => !isRead(language));
  if (unread.length === 0) return undefined;
  const names = [...new Set(unread)].map(nameOf).toSorted();
  const listed = new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
  return `I read names, dates and quotes in English only: ${unread.length} of ${languages.length} articles ${unread.length === 1 ? 'is' : 'are'} in ${listed}.`;
}

function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
