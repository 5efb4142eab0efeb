import { prepositions } from '../../reading/english/function-words.ts';
import { speechVerbs } from '../../reading/english/speech.ts';
import { roleNouns } from '../../reading/english/titles.ts';
import { looksPast, type Piece } from './pieces.ts';
import { calendar, limiting, reporting } from './word-lists.ts';

/** A stretch of a sentence between two commas, dashes or brackets. */
export interface Clause {
  readonly pieces: readonly Piece[];
  /** `aside`: the sentence says the same without it. */
  readonly kind: 'aside' | 'needed';
  /** What parts it from the clause before it: a comma, dash or bracket, nothing, or one or the other. */
  readonly joint: 'border' | 'none' | 'either';
}

interface Stretch {
  readonly pieces: readonly Piece[];
  /** The border before and behind; empty at the sentence's ends. */
  readonly opens: string;
  readonly closes: string;
}

/** Cuts a sentence's pieces into clauses and says which of them may be left out. */
export function clausesOf(pieces: readonly Piece[]): Clause[] {
  const stretches = stretchesOf(pieces);
  return stretches.map((stretch, index) => ({
    pieces: stretch.pieces,
    kind: isAside(stretch, stretches[index - 1], stretches[index + 1]) ? 'aside' : 'needed',
    joint: index === 0 ? 'none' : 'border',
  }));
}

function stretchesOf(pieces: readonly Piece[]): Stretch[] {
  const stretches: Stretch[] = [];
  let current: Piece[] = [];
  let opens = '';
  const close = (border: string): void => {
    if (current.length > 0) {
      stretches.push({ pieces: current, opens, closes: border });
      opens = '';
    }
    // Of two borders in a row, such as "),", a bracket tells more.
    opens = opens === '(' ? opens : border;
    current = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'border') close(piece.form);
    else current.push(piece);
  }
  close('');
  return stretches;
}

function isAside(stretch: Stretch, before: Stretch | undefined, behind: Stretch | undefined): boolean {
  const { pieces, opens, closes } = stretch;
  const [first] = pieces;
  if (first === undefined || before === undefined || holdsWeight(pieces)) return false;
  if (opens === '(' && closes === ')') return true;
  if (/^[–—-]$/u.test(opens) && (closes === opens || closes === '')) return true;
  if (opens !== ',' || (closes !== ',' && closes !== '')) return false;
  if (/^(?:who|which|whose|where|whom)$/.test(first.form)) return true;
  if (first.kind === 'number') return pieces.length === 1 && isName(before.pieces.at(-1));
  if (first.form.endsWith('ing') && !first.capital) return true;
  // "Holm, the captain, and Krag" may be two people or three.
  return isApposition(pieces, before) && !/^(?:and|or)$/.test(behind?.pieces[0]?.form ?? '');
}

/** Whether a clause holds a word that limits what the sentence says, says whose word it is, or quotes. */
function holdsWeight(pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ form, kind }) =>
      kind === 'quotation' ||
      limiting.has(form) ||
      reporting.has(form) ||
      speechVerbs.has(form) ||
      form === 'according',
  );
}

const finite = /^(?:is|are|was|were|am|be|has|have|had|do|does|did|will|shall)$/;

/** "Holm, the mayor of Nordby, …": a noun phrase without a verb behind a name that is what the sentence speaks of. */
function isApposition(pieces: readonly Piece[], before: Stretch): boolean {
  const [first] = pieces;
  const [subject] = before.pieces;
  if (first === undefined || subject === undefined || !isName(before.pieces.at(-1))) return false;
  const begins = /^(?:an?|the|its|his|her|their)$/.test(first.form) || roleNouns.has(first.form);
  if (!begins || pieces.some((piece) => looksPast(piece) || finite.test(piece.form))) return false;
  return !leansAhead(subject) && !(before.opens === '' && looksPast(subject));
}

/** "18 February, 2025" is no name with an age. */
function isName(piece: Piece | undefined): boolean {
  return piece?.capital === true && !calendar.has(piece.form);
}

/** "In Oslo, the mayor …", "Speaking in Oslo, …", "Asked …": what follows the comma is the sentence itself. */
function leansAhead(first: Piece): boolean {
  return prepositions.has(first.form) || limiting.has(first.form) || first.form.endsWith('ing');
}
