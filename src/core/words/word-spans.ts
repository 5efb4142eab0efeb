const letter = 1;
const digit = 2;
/** A mark or another number: it may stand within a word and begins none. */
const inside = 4;
const half = 8;

/** What each UTF-16 code unit is: a table is many times as quick as a regular expression. */
const kinds = Uint8Array.from({ length: 0x1_00_00 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): number {
  if (/^\p{L}/u.test(character)) return letter;
  if (/^\d/.test(character)) return digit;
  if (/^[\p{M}\p{N}]/u.test(character)) return inside;
  return /^[\uD800-\uDBFF]$/.test(character) ? half : 0;
}

/**
 * Where the word that begins at `at` ends; `at` itself when none begins there. A word is an abbreviation with stops
 * ("U.S."), a number ("3,000", "5th"), or letters with an ending after an apostrophe ("don't", "O’Neill").
 */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && kinds[text.charCodeAt(end)] === letter) end += 1;
  // Most words are letters and no more, and to know those at once takes half the time.
  if (end - at > 1 && (end === text.length || endsWord(text.charCodeAt(end)))) return end;
  return end === at && kinds[text.charCodeAt(at)] === 0 ? at : unusualEnd(text, at);
}

/**
 * Where the letters that begin at `at` end, when they are a word and nothing more, as most words are; else 0, and `wordEnd`
 * tells. Takes a text's code units, with a 0 after the last.
 */
export function plainWordEnd(units: Uint16Array, at: number): number {
  let end = at;
  while (kinds[units[end] ?? 0] === letter) end += 1;
  return end - at > 1 && endsWord(units[end] ?? 0) ? end : 0;
}

/** Whether no word begins with a code unit. */
export function beginsNoWord(code: number): boolean {
  return kinds[code] === 0;
}

function endsWord(code: number): boolean {
  return kinds[code] === 0 && code !== 39 && code !== 0x20_19;
}

function unusualEnd(text: string, at: number): number {
  const kind = kinds[text.charCodeAt(at)] ?? 0;
  if (kind === digit) return numberEnd(text, at);
  const first = kind === letter ? 1 : kind === half ? sizeOf(text, at, letter) : 0;
  if (first === 0) return at;
  return text.charCodeAt(at + first) === 46 ? stoppedEnd(text, at + first) : lettersEnd(text, at + first);
}

function numberEnd(text: string, at: number): number {
  let end = at + 1;
  while (kinds[text.charCodeAt(end)] === digit) end += 1;
  const next = text.charCodeAt(end);
  if ((next === 44 || next === 46) && kinds[text.charCodeAt(end + 1)] === digit) return numberEnd(text, end + 1);
  return kinds[next] === letter && /^(?:st|nd|rd|th)/.test(text.slice(end, end + 2)) ? end + 2 : end;
}

/** From the stop after a single letter: two such or more are an abbreviation. */
function stoppedEnd(text: string, stop: number): number {
  let end = stop + 1;
  for (let size = sizeOf(text, end, letter); size > 0; size = sizeOf(text, end, letter)) {
    if (text.charCodeAt(end + size) !== 46) break;
    end += size + 1;
  }
  return end > stop + 1 ? end : stop;
}

function lettersEnd(text: string, from: number): number {
  const end = runEnd(text, from, letter | digit | inside);
  const next = text.charCodeAt(end);
  if (next !== 39 && next !== 0x20_19) return end;
  const ending = runEnd(text, end + 1, letter);
  return ending > end + 1 ? ending : end;
}

function runEnd(text: string, from: number, wanted: number): number {
  let end = from;
  for (;;) {
    const kind = kinds[text.charCodeAt(end)] ?? 0;
    if ((kind & wanted) !== 0) end += 1;
    else if (kind === half && sizeOf(text, end, wanted) === 2) end += 2;
    else return end;
  }
}

/** Length in code units of the character there, if it is of a wanted kind; else 0. */
function sizeOf(text: string, at: number, wanted: number): number {
  const kind = kinds[text.charCodeAt(at)] ?? 0;
  if (kind !== half) return (kind & wanted) === 0 ? 0 : 1;
  const whole = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return whole.length === 2 && (kindOf(whole) & wanted) !== 0 ? 2 : 0;
}
