import { arrangementsOf } from './arrangements.ts';
import { type Clause, clausesOf } from './clauses.ts';
import type { Piece } from './pieces.ts';
import { runsOf, sharedSurnames } from './titles.ts';
import { emphatic, free, limiting } from './word-lists.ts';

/** Two sentences in evened pieces. */
export interface Compared {
  readonly source: readonly Piece[];
  readonly written: readonly Piece[];
}

/** The pieces that have to be accounted for: no borders, no words that come and go. */
export function weighty(pieces: readonly Piece[]): Piece[] {
  return pieces.filter(({ kind, form }) => kind !== 'border' && !(kind === 'word' && free.has(form)));
}

/** Whether the written pieces are the source's in one of its arrangements, without some of what may be left out. */
export function isArrangementOf({ source, written }: Compared): boolean {
  const symbols = symbolTable();
  const taken = clausesOf(written)
    .map(({ pieces }) => weighty(pieces).map(symbols).join(''))
    .join(border);
  const plain = !source.some(({ kind, form }) => kind === 'word' && limiting.has(form));
  const reading: Reading = { symbols, emphasis: plain ? 'may-go' : 'stays', shared: sharedSurnames(source) };
  return arrangementsOf(source).some((clauses) => {
    const pattern = clauses.map((clause) => clausePattern(clause, reading)).join('');
    return new RegExp(`^${pattern}$`, 'u').test(taken);
  });
}

/** The pieces that no arrangement lacks. */
export function neededPieces(source: readonly Piece[]): Piece[] {
  const shared = sharedSurnames(source);
  const needed = clausesOf(source).filter(({ kind }) => kind === 'needed');
  return needed.flatMap(({ pieces }) =>
    runsOf(pieces, shared).flatMap((run) => (run.need === 'needed' ? run.pieces : [])),
  );
}

/** How a sentence's clauses become expressions. */
interface Reading {
  readonly symbols: Symbols;
  readonly emphasis: 'may-go' | 'stays';
  /** Names that more than one person bears. */
  readonly shared: ReadonlySet<string>;
}

const border = ',';

type Symbols = (piece: Piece) => string;

/** Gives each form a character of its own, so that a sentence becomes a string and its arrangements an expression. */
function symbolTable(): Symbols {
  const known = new Map<string, string>();
  const firstOfPlane = 0xf_00_00;
  return ({ kind, form }) => {
    const key = `${kind === 'quotation' ? kind : ''}:${form}`;
    const symbol = known.get(key) ?? String.fromCodePoint(firstOfPlane + known.size);
    known.set(key, symbol);
    return symbol;
  };
}

const joints = { border, none: '', either: `${border}?` } as const;

function clausePattern({ pieces, joint }: Clause, { symbols, emphasis, shared }: Reading): string {
  const runs = runsOf(pieces, shared).map((run) => {
    const pattern = weighty(run.pieces)
      .map((piece) => (emphasis === 'may-go' && isEmphatic(piece) ? optional(symbols(piece)) : symbols(piece)))
      .join('');
    return run.need === 'optional' ? optional(pattern) : pattern;
  });
  return `${joints[joint]}${runs.join('')}`;
}

function optional(pattern: string): string {
  return pattern === '' ? '' : `(?:${pattern})?`;
}

function isEmphatic({ kind, form }: Piece): boolean {
  return kind === 'word' && emphatic.has(form);
}
