import { type Clause, clausesOf } from './clauses.ts';
import { looksPast, type Piece } from './pieces.ts';
import { limiting, reporting } from './word-lists.ts';

/** A speaker and a cue have at most so many pieces. */
const longestAttribution = 9;

/**
 * The orders in which a sentence's clauses may stand: as they are, and with the words that say whose statement it is moved
 * to the other end, where nothing else would come under them or leave them.
 */
export function arrangementsOf(pieces: readonly Piece[]): (readonly Clause[])[] {
  const clauses = clausesOf(pieces);
  return [clauses, ...withSpeakerFirst(clauses), ...withSpeakerLast(clauses)];
}

/** "…, said Anna Holm, mayor of Nordby": the last clause that is needed, with the asides behind it. */
function withSpeakerFirst(clauses: readonly Clause[]): Clause[][] {
  const last = clauses.findLastIndex(({ kind }) => kind === 'needed');
  const [attribution, ...asides] = clauses.slice(last);
  if (last < 1 || attribution === undefined || !isAttribution(attribution.pieces)) return [];
  const rest = clauses.slice(0, last);
  return turns(attribution.pieces).map((pieces) => {
    // The asides follow the name, wherever the cue stands.
    const cueLast = reporting.has(pieces.at(-1)?.form ?? '');
    const [name, cue] = cueLast ? [pieces.slice(0, -1), pieces.slice(-1)] : [pieces, []];
    return [needed(name), ...asides, needed(cue), ...rest];
  });
}

/** "Anna Holm, mayor of Nordby, said that …", where what is said is one clause. */
function withSpeakerLast(clauses: readonly Clause[]): Clause[][] {
  const [first, ...others] = clauses;
  const said = clauses.findLast(({ kind }) => kind === 'needed');
  if (first === undefined || said === undefined || clauses.at(-1) !== said) return [];
  const cue = said.pieces.findIndex(({ form }) => reporting.has(form));
  if (cue < 0) return [];
  const asides = said === first ? [] : others.slice(0, -1);
  if (said !== first && (cue > 0 || asides.some(({ kind }) => kind !== 'aside'))) return [];
  const end = endOfCue(said.pieces, cue);
  const name = said === first ? said.pieces.slice(0, cue) : first.pieces;
  const content = said.pieces.slice(end);
  const whole = [...name, ...said.pieces.slice(cue, end)];
  if (name.length === 0 || content.length < 3 || !isAttribution(whole)) return [];
  const behind = [needed(content), needed(name), ...asides, needed(said.pieces.slice(cue, end))];
  const inverted = [needed(content), needed(said.pieces.slice(cue, end)), needed(name), ...asides];
  return end === cue + 1 ? [behind, inverted] : [behind];
}

/** Behind "told Danish television that" the cue ends with whom it was said to. */
function endOfCue(pieces: readonly Piece[], cue: number): number {
  const that = pieces.slice(cue + 1, cue + 7).findIndex(({ form }) => form === 'that');
  return that < 0 ? cue + 1 : cue + 1 + that;
}

/** Only a speaker and one cue: nothing denied, limited or done besides. */
function isAttribution(pieces: readonly Piece[]): boolean {
  if (pieces.length > longestAttribution) return false;
  if (pieces[0]?.form === 'according') return pieces.slice(1).every((piece) => !isCue(piece) && !looksPast(piece));
  if (pieces.filter(isCue).length !== 1) return false;
  return pieces.every((piece) => isCue(piece) || (!looksPast(piece) && !limiting.has(piece.form)));
}

function isCue({ form }: Piece): boolean {
  return reporting.has(form);
}

/** "Holm said" and "said Holm". */
function turns(pieces: readonly Piece[]): (readonly Piece[])[] {
  const cue = pieces.findIndex(isCue);
  const middle = cue > 0 && cue < pieces.length - 1;
  if (cue < 0 || middle) return [pieces];
  const names = pieces.filter((piece) => !isCue(piece));
  const cues = pieces.filter(isCue);
  return [
    [...names, ...cues],
    [...cues, ...names],
  ];
}

function needed(pieces: readonly Piece[]): Clause {
  return { pieces, kind: 'needed' };
}
