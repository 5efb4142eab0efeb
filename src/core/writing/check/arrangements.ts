import { type Clause, clausesOf } from './clauses.ts';
import { looksPast, type Piece } from './pieces.ts';
import { limiting, reporting } from './word-lists.ts';

/** A speaker and a cue have at most so many pieces. */
const longestAttribution = 9;

/**
 * The orders in which a sentence's clauses may stand: as they are, and with the words that say whose statement it is moved
 * to the other end, where nothing else would come under them or leave them. Of the asides the last ones may be left out: one
 * that stayed behind one that went could seem to speak of what that one spoke of.
 */
export function arrangementsOf(pieces: readonly Piece[]): (readonly Clause[])[] {
  const clauses = clausesOf(pieces);
  return [clauses, ...withSpeakerFirst(clauses), ...withSpeakerLast(clauses)].flatMap(withFewerAsides);
}

function withFewerAsides(clauses: readonly Clause[]): Clause[][] {
  const asides = clauses.filter(({ kind }) => kind === 'aside');
  return Array.from({ length: asides.length + 1 }, (_, kept) => {
    const left = new Set(asides.slice(kept));
    return clauses.flatMap((clause, index): Clause[] => {
      if (left.has(clause)) return [];
      const before = clauses.slice(0, index).findLast((one) => !left.has(one));
      const gap = index > 0 && clauses[index - 1] !== before;
      // The borders of an aside go with it.
      return [gap && before?.kind === 'needed' ? { ...clause, joint: 'none' } : clause];
    });
  });
}

/** "…, said Anna Holm, mayor of Nordby": the last clause that is needed, with the asides behind it. */
function withSpeakerFirst(clauses: readonly Clause[]): Clause[][] {
  const last = clauses.findLastIndex(({ kind }) => kind === 'needed');
  const [attribution, ...asides] = clauses.slice(last);
  const [first, ...others] = clauses.slice(0, Math.max(last, 0));
  if (first === undefined || attribution === undefined || !isAttribution(attribution.pieces)) return [];
  // What stands before "and" or "but" may be said by the article itself.
  if (others.some(({ pieces }) => /^(?:and|but|while|although|or|so|yet)$/.test(pieces[0]?.form ?? ''))) return [];
  const isQuoted = first.pieces[0]?.kind === 'quotation';
  return turns(attribution.pieces).map((pieces) => {
    if (pieces[0]?.form === 'according')
      return [needed(pieces, 'none'), ...asides, needed(first.pieces, 'border'), ...others];
    const content = needed(first.pieces, isQuoted ? 'either' : 'none');
    if (asides.length === 0) return [needed(pieces, 'none'), content, ...others];
    // The asides follow the name, wherever the cue stands.
    const cueLast = isCue(pieces.at(-1));
    const [name, cue] = cueLast ? [pieces.slice(0, -1), [needed(pieces.slice(-1), 'border')]] : [pieces, []];
    return [needed(name, 'none'), ...asides, ...cue, cueLast ? content : needed(first.pieces, 'border'), ...others];
  });
}

/** "Anna Holm, mayor of Nordby, said that …" or "According to Holm, …", where what is said is one clause. */
function withSpeakerLast(clauses: readonly Clause[]): Clause[][] {
  const [first, ...others] = clauses;
  const said = clauses.findLast(({ kind }) => kind === 'needed');
  if (first === undefined || said === undefined || clauses.at(-1) !== said) return [];
  const asides = said === first ? [] : others.slice(0, -1);
  if (asides.some(({ kind }) => kind !== 'aside')) return [];
  if (said !== first && first.pieces[0]?.form === 'according' && isAttribution(first.pieces))
    return [[needed(said.pieces, 'none'), needed(first.pieces, 'border'), ...asides]];
  const cue = said.pieces.findIndex(isCue);
  if (cue < 0 || (said !== first && cue > 0)) return [];
  const end = endOfCue(said.pieces, cue);
  const name = said === first ? said.pieces.slice(0, cue) : first.pieces;
  const [spoken, content] = [said.pieces.slice(cue, end), said.pieces.slice(end)];
  if (name.length === 0 || content.length < 3 || !isAttribution([...name, ...spoken])) return [];
  const start = needed(content, 'none');
  const inverted = [start, needed([...spoken, ...name], 'border'), ...asides];
  if (asides.length > 0) return [[start, needed(name, 'border'), ...asides, needed(spoken, 'border')], inverted];
  const behind = [start, needed([...name, ...spoken], 'border')];
  return end === cue + 1 ? [behind, inverted] : [behind];
}

/** Behind "told Danish television that" the cue ends with whom it was said to. */
function endOfCue(pieces: readonly Piece[], cue: number): number {
  const that = pieces.slice(cue + 1, cue + 7).findIndex(({ form }) => form === 'that');
  return that < 0 ? cue + 1 : cue + 1 + that;
}

const pronouns = /^(?:he|she|they|it|we|i|you|who|which|this|those|these)$/;

/** Only a speaker by name and one cue: nothing denied, limited or done besides. */
function isAttribution(pieces: readonly Piece[]): boolean {
  if (pieces.length > longestAttribution || pieces.some(({ form }) => pronouns.test(form))) return false;
  if (pieces[0]?.form === 'according') return pieces.slice(1).every((piece) => !isCue(piece) && !looksPast(piece));
  if (pieces.filter(isCue).length !== 1) return false;
  return pieces.every((piece) => isCue(piece) || (!looksPast(piece) && !limiting.has(piece.form)));
}

function isCue(piece: Piece | undefined): boolean {
  return piece !== undefined && reporting.has(piece.form);
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

function needed(pieces: readonly Piece[], joint: Clause['joint']): Clause {
  return { pieces, kind: 'needed', joint };
}
