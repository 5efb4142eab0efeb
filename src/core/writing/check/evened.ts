import { looksPast, type Piece } from './pieces.ts';
import { beforeNumbers, calendar, monthNames, reporting, standsFor } from './word-lists.ts';

const longestPhrase = 3;
const multiples: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  million: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** Pieces in which different ways to word the same are one: figures, dates, phrases, synonyms, helping verbs. */
export function evened(pieces: readonly Piece[]): Piece[] {
  return withoutHelpers(inOneWording(withDates(withCurrencies(withMultiples(pieces)))));
}

/** "2 million" is one number. */
function withMultiples(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const times = multiples[piece.form];
    if (last?.kind === 'number' && times !== undefined)
      joined[joined.length - 1] = { ...last, form: String(Math.round(Number(last.form) * times * 1_000) / 1_000) };
    else joined.push(piece);
  }
  return joined;
}

/** "$5" is "5 dollars". */
function withCurrencies(pieces: readonly Piece[]): Piece[] {
  return swapped(pieces, (one, next) => one.kind === 'sign' && /^\p{L}/u.test(one.form) && next.kind === 'number');
}

/** "February 18" is "18 February". */
function withDates(pieces: readonly Piece[]): Piece[] {
  return swapped(
    pieces,
    (one, next) => one.capital && monthNames.has(one.form) && next.kind === 'number' && Number(next.form) <= 31,
  );
}

function swapped(pieces: readonly Piece[], wanted: (one: Piece, next: Piece) => boolean): Piece[] {
  const result = [...pieces];
  for (let index = 0; index + 1 < result.length; index += 1) {
    const [one, next] = [result[index], result[index + 1]];
    if (one === undefined || next === undefined || !wanted(one, next)) continue;
    result[index] = next;
    result[index + 1] = { ...one, kind: 'word' };
    index += 1;
  }
  return result;
}

function inOneWording(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const phrase = phraseAt(pieces, index);
    result.push(phrase === undefined ? piece : { ...piece, form: phrase.form });
    index += (phrase?.length ?? 1) - 1;
  }
  return result;
}

function phraseAt(
  pieces: readonly Piece[],
  index: number,
): { readonly form: string; readonly length: number } | undefined {
  for (let length = longestPhrase; length > 0; length -= 1) {
    const taken = pieces.slice(index, index + length);
    if (taken.length < length || taken.some(({ kind }) => kind !== 'word')) continue;
    const key = taken.map(({ form }) => form).join('_');
    const counted = pieces[index + length]?.kind === 'number' ? beforeNumbers.get(key) : undefined;
    const form = counted ?? standsFor.get(key);
    // "May" is a month, and "Will" may be a man.
    if (form !== undefined && !(taken.length === 1 && taken.some(isName))) return { form, length };
  }
  return undefined;
}

/** A capital that is neither the sentence's first nor one of an abbreviation. */
function isName({ capital, first, raw }: Piece): boolean {
  return capital && !first && !/^(?:\p{Lu}\.?){2,}$/u.test(raw);
}

/** "has opened" is "opened", "did not open" is "not open", "on Monday" is "Monday". */
function withoutHelpers(pieces: readonly Piece[]): Piece[] {
  return pieces.filter(({ form }, index) => {
    const rest = pieces.slice(index + 1);
    if (form === 'has' || form === 'have' || form === 'had') {
      const next = rest.find((piece) => piece.form !== 'not' && piece.form !== 'never' && piece.form !== 'also');
      return next === undefined || !looksPast(next);
    }
    if (form === 'do' || form === 'does' || form === 'did') return rest[0]?.form !== 'not';
    if (form !== 'on') return true;
    const dated = rest[0]?.kind === 'number' ? rest[1] : rest[0];
    return !(dated?.capital === true && calendar.has(dated.form));
  });
}

/** "will" of speech is "would" when it is reported; in a sentence that reports nothing they are two things. */
export function unshifted(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => (piece.form === 'would' ? { ...piece, form: 'will' } : piece));
}

export function reportsSpeech(pieces: readonly Piece[]): boolean {
  return pieces.some(({ form }) => reporting.has(form) || form === 'according');
}
