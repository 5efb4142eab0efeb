import { arrangementsOf } from './arrangements.ts';
import { type Clause, clausesOf } from './clauses.ts';
import type { Piece } from './pieces.ts';
import { runsOf } from './titles.ts';
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
  const taken = weighty(written).map(symbols).join('');
  const plain = !source.some(({ kind, form }) => kind === 'word' && limiting.has(form));
  return arrangementsOf(source).some((clauses) => {
    const pattern = clauses.map((clause) => clausePattern(clause, symbols, plain ? 'may-go' : 'stays')).join('');
    return new RegExp(`^${pattern}$`, 'u').test(taken);
  });
}

/** The pieces that no arrangement lacks. */
export function neededPieces(source: readonly Piece[]): Piece[] {
  const needed = clausesOf(source).filter(({ kind }) => kind === 'needed');
  return needed.flatMap(({ pieces }) => runsOf(pieces).flatMap((run) => (run.need === 'needed' ? run.pieces : [])));
}

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

function clausePattern({ pieces, kind }: Clause, symbols: Symbols, emphasis: 'may-go' | 'stays'): string {
  const runs = runsOf(pieces).map((run) => {
    const pattern = weighty(run.pieces)
      .map((piece) => (emphasis === 'may-go' && isEmphatic(piece) ? optional(symbols(piece)) : symbols(piece)))
      .join('');
    return run.need === 'optional' ? optional(pattern) : pattern;
  });
  const whole = runs.join('');
  return kind === 'aside' ? optional(whole) : whole;
}

function optional(pattern: string): string {
  return pattern === '' ? '' : `(?:${pattern})?`;
}

function isEmphatic({ kind, form }: Piece): boolean {
  return kind === 'word' && emphatic.has(form);
}
