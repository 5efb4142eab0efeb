import { speechVerbs } from '../../reading/english/speech.ts';
import { roleModifiers, roleNouns } from '../../reading/english/titles.ts';
import { type Compared, neededPieces, weighty } from './pattern.ts';
import type { Piece } from './pieces.ts';
import { calendar, denying, modal, reporting } from './word-lists.ts';

/** Why a written sentence is not taken, and the words at which it shows. */
export interface Fault {
  readonly kind: FaultKind;
  readonly words: string;
}

/** Gravest first. */
const kinds = [
  'form',
  'negation',
  'modality',
  'attribution',
  'quotation',
  'number',
  'date',
  'name',
  'role',
  'new-word',
  'left-out',
  'order',
] as const;

export type FaultKind = (typeof kinds)[number];

/** The gravest thing that is new or gone, else the order: what to tell of a sentence that is not taken. */
export function faultBetween({ source, written }: Compared): Fault {
  const has = weighty(written);
  const faults = [
    ...without(has, weighty(source)).map((piece): Fault => ({ kind: kindOf(piece, 'new-word'), words: piece.raw })),
    ...without(weighty(neededPieces(source)), has).map((piece): Fault => ({
      kind: kindOf(piece, 'left-out'),
      words: piece.raw,
    })),
  ];
  const gravest = faults.reduce<Fault | undefined>(
    (worst, fault) => (worst === undefined || kinds.indexOf(fault.kind) < kinds.indexOf(worst.kind) ? fault : worst),
    undefined,
  );
  return gravest ?? { kind: 'order', words: written.map(({ raw }) => raw).join(' ') };
}

/** A name that is written small, or a word written as a name; the start of a sentence tells nothing. */
export function faultOfCase({ source, written }: Compared): Fault | undefined {
  const changed = weighty(written).find(
    (piece) =>
      piece.kind === 'word' &&
      !piece.first &&
      !isRole(piece) &&
      !source.some(({ form, capital, first }) => form === piece.form && (first || capital === piece.capital)),
  );
  return changed === undefined ? undefined : { kind: 'name', words: changed.raw };
}

/** The pieces that are more than the others hold. */
function without(pieces: readonly Piece[], others: readonly Piece[]): Piece[] {
  const left = others.map(({ form }) => form);
  return pieces.filter(({ form }) => {
    const at = left.indexOf(form);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function kindOf(piece: Piece, otherwise: 'new-word' | 'left-out'): FaultKind {
  const { kind, form, capital, first } = piece;
  if (kind === 'quotation') return 'quotation';
  if (kind === 'number') return 'number';
  if (denying.has(form)) return 'negation';
  if (modal.has(form) && !(capital && !first)) return 'modality';
  if (reporting.has(form) || speechVerbs.has(form) || form === 'according') return 'attribution';
  if (calendar.has(form) && capital) return 'date';
  if (isRole(piece)) return 'role';
  return capital && !first ? 'name' : otherwise;
}

function isRole({ kind, form, capital, first }: Piece): boolean {
  return kind === 'word' && (roleNouns.has(form) || (roleModifiers.has(form) && !(capital && !first)));
}
