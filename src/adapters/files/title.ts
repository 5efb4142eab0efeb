/** The longest title made of a text's beginning, in characters, its mark included. */
const longestMade = 120;

/** A title for a text that names none: its first line if that reads like a heading, else its first sentence, cut if long. */
export function titleOf(text: string): string {
  const [first = '', ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (rest.length > 0 && isHeading(first)) return first;
  // A full stop after a short or capitalised word ("J.", "Mr.", "U.S.") ends no sentence.
  const end = /(?:[\p{Ll}\p{N}]{3}|[»”"’)\]])[.!?]+["'”’»)]*(?=\s)/u.exec(first);
  return shorten(end === null ? first : first.slice(0, end.index + end[0].length), longestMade);
}

/** Cuts a text at a word border to at most `longest` characters and marks the cut. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - 1);
  const border = room.lastIndexOf(' ');
  const cut = border > longest / 2 ? room.slice(0, border) : room.slice(0, -1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:–—-]+$/, '')} …`;
}

function isHeading(line: string): boolean {
  return line.length <= 100 && !/[.!?…:;,]["'”’»)]*$/.test(line) && /\p{L}/u.test(line);
}
