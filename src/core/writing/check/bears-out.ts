import { evened, reportsSpeech, unshifted } from './evened.ts';
import { faultBetween, faultOfCase, type Fault } from './fault.ts';
import { faultOfForm } from './form.ts';
import { isArrangementOf } from './pattern.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** Version of the check's rules: raised when what they let through changes. */
export const checkRules = 1;

/**
 * Whether a sentence says nothing but what its source says; undefined when it does, else why not. It is taken only when it
 * can be made from the source by these moves: small words come and go; another spelling, figure or listed synonym in the
 * same form; a title or first name before a surname, an aside between commas or a word of mere emphasis left out; the
 * speaker and the cue moved whole to the other end. All else stays, in its order: so no name, number, date, role, "not",
 * "may" or "said" is lost, gained or moved to something else. Reads English.
 */
export function faultIn(written: string, source: string): Fault | undefined {
  const badForm = faultOfForm(written, source);
  if (badForm !== undefined) return badForm;
  const original = evened(piecesOf(source));
  const inTense = reportsSpeech(original) ? unshifted : asItStands;
  const compared = { source: inTense(original), written: inTense(evened(piecesOf(written))) };
  return isArrangementOf(compared) ? faultOfCase(compared) : faultBetween(compared);
}

function asItStands(pieces: readonly Piece[]): readonly Piece[] {
  return pieces;
}
