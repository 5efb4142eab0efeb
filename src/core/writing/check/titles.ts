import { isFirstName } from '../../reading/english/first-names.ts';
import { organisationNouns } from '../../reading/english/organisations.ts';
import { isPlace, placeNouns } from '../../reading/english/places.ts';
import { honorifics, roleModifiers, roleNouns, shortTitles } from '../../reading/english/titles.ts';
import type { Piece } from './pieces.ts';

/** A run of pieces; `optional` ones are there whole or not at all. */
export interface Run {
  readonly pieces: readonly Piece[];
  readonly need: 'needed' | 'optional';
}

/**
 * Parts a clause so that the title before a name, and the first name before a surname, may be left out: "Mayor Anna Holm"
 * may be "Anna Holm" or "Holm", unless there are two of that name. What is not known as a title or a first name stays ("New" of "New York").
 */
export function runsOf(pieces: readonly Piece[], shared: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  let plain: Piece[] = [];
  const flush = (): void => {
    if (plain.length > 0) runs.push({ pieces: plain, need: 'needed' });
    plain = [];
  };
  for (let index = 0; index < pieces.length;) {
    // "The mayor's son Lund" is not the mayor's Lund.
    const owned = /^(?:'s|of|his|her|their|its|my|our|your)$/.test(pieces[index - 1]?.form ?? '');
    const title = owned ? index : titleEnd(pieces, index);
    const end = title > index ? title : firstNamesEnd(pieces, index);
    const named = pieces.slice(end, end + 3).some(({ form }) => shared.has(form));
    if (end > index && !named) {
      flush();
      runs.push({ pieces: pieces.slice(index, end), need: 'optional' });
      index = end;
    } else {
      plain.push(...pieces.slice(index, index + 1));
      index += 1;
    }
  }
  flush();
  return runs;
}

/** Names that stand more than once: "Anna Holm" and "Peter Holm" keep what tells them apart. */
export function sharedSurnames(pieces: readonly Piece[]): ReadonlySet<string> {
  const names = pieces.filter(({ kind, capital }) => kind === 'word' && capital).map(({ form }) => form);
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

/** Where the whole title that begins here ends, if a name follows; else `from`. */
function titleEnd(pieces: readonly Piece[], from: number): number {
  let end = from;
  let noun = from;
  for (;;) {
    const piece = pieces[end];
    if (piece === undefined || !isTitle(piece)) break;
    end += 1;
    if (isNoun(piece)) noun = end;
  }
  return noun === end && noun > from && startsName(pieces, end) ? end : from;
}

function isTitle(piece: Piece): boolean {
  return isNoun(piece) || (piece.kind === 'word' && roleModifiers.has(piece.form));
}

/** "They judge Holm" has no title. */
const alsoVerbs = /^(?:head|judge|count|coach|captain|pilot|model|author|father|mother|chair|whip|partner)$/;

function isNoun({ kind, form, raw }: Piece): boolean {
  if (alsoVerbs.test(raw)) return false;
  return kind === 'word' && (roleNouns.has(form) || form === 'premier' || honorifics.has(raw) || shortTitles.has(raw));
}

/** A name of two words, or one word that is not the start of something else. */
function startsName(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  return piece?.kind === 'word' && piece.capital && !isTitle(piece);
}

function firstNamesEnd(pieces: readonly Piece[], from: number): number {
  const piece = pieces[from];
  if (piece === undefined || !piece.capital || !isGivenName(piece.raw)) return from;
  const next = pieces[from + 1];
  // "Holm and Lund": a first name needs its surname directly behind it.
  return next !== undefined && isSurname(next) ? from + 1 : from;
}

/** Not "Jordan" or "Victoria Station". */
function isGivenName(raw: string): boolean {
  return isFirstName(raw) && !isPlace(raw);
}

function isSurname({ kind, capital, raw, form }: Piece): boolean {
  const named = [raw, form].some((word) => organisationNouns.has(word) || placeNouns.has(word) || isPlace(word));
  return kind === 'word' && capital && !isGivenName(raw) && !named && !roleNouns.has(form);
}
