/** Languages that write the number of a day with a stop before the month. */
const languages = [
  'en',
  'de',
  'da',
  'nb',
  'nn',
  'fi',
  'cs',
  'sk',
  'pl',
  'sl',
  'hr',
  'sr-Latn',
  'hu',
  'et',
  'lv',
  'is',
  'tr',
  'fr',
];

let names: ReadonlySet<string> | undefined;

/** Whether a word is the name of a month in one of the languages in which "18. Februar" is a date, whole or short. */
export function isMonthAbroad(word: string): boolean {
  names ??= new Set(languages.flatMap(monthsIn));
  return names.has(word.toLowerCase().replace(/\.$/, ''));
}

function monthsIn(language: string): string[] {
  return (['long', 'short'] as const).flatMap((month) => {
    // With a day beside it, the month has the form that dates have: "18. února".
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) => {
      const part = format.formatToParts(Date.UTC(2025, index, 1)).find(({ type }) => type === 'month');
      return part?.value.toLowerCase().replace(/\.$/, '') ?? '';
    }).filter((name) => /^\p{L}{3,}$/u.test(name));
  });
}
