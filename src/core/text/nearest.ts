/**
 * The candidate most like a mistyped word, for "did you mean …?"; undefined when none is near.
 * Near is at most a third of the letters changed (Damerau-Levenshtein distance, case folded).
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (best === undefined || distance < best.distance) best = { candidate, distance };
  }
  const allowed = Math.max(1, Math.floor(word.length / 3));
  return best !== undefined && best.distance <= allowed ? best.candidate : undefined;
}

/**
 * The number of letters inserted, deleted, replaced or swapped with their neighbour that turns one word into the other;
 * infinite as soon as it is sure to be more than `most`.
 */
export function editDistance(left: string, right: string, most = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let nearest = row;
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = at(last, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced);
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const distance = swapped && row > 1 && column > 1 ? Math.min(least, at(beforeLast, column - 2) + 1) : least;
      current.push(distance);
      nearest = Math.min(nearest, distance);
    }
    // What follows comes nearer by no letter: a row's least number never falls from one row to the next.
    if (nearest > most) return Number.POSITIVE_INFINITY;
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
