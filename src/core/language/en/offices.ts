const heads =
  'ministry department army navy military police court government parliament commission council agency embassy union authority office bureau committee tribunal prosecution treasury senate cabinet kremlin spokesperson spokesman spokeswoman spokespeople spokespersons spokesmen spokeswomen';

const officeNouns: ReadonlySet<string> = new Set(heads.split(' '));

/** Whether words name an institution or who speaks for one: "the ministry", "a commerce department spokesperson". */
export function isOffice(words: string): boolean {
  const [phrase = ''] = words.toLowerCase().split(/,|\b(?:for|of|from|in|at|on|who|that)\b/);
  return officeNouns.has(phrase.trim().split(/\s+/).at(-1) ?? '');
}
