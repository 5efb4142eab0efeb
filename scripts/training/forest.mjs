// Extremely randomised trees (Geurts, Ernst and Wehenkel, 2006): each split looks at some of the columns, at one place each
// that is drawn by chance, and takes the one that parts the values best. Drawn from a seed, so that the same input gives the same.

/**
 * Grows trees, each a list of nodes with every node before what lies under it; `over` is where its other branch begins. Takes `rows` (Float64Array, one value
 * a column), what each is still `off` by and its `weights`.
 * Settings: `trees`, `leaf` (the fewest rows of a leaf), `tried` (the share of the columns looked at), `pace` (by which each leaf's mean is multiplied).
 */
export function growForest({ rows, off, weights, seed = 1 }, settings) {
  const draw = drawsFrom(seed);
  const all = Uint32Array.from(rows, (_, at) => at);
  const grow = (members, at) => {
    const split = members.length < 2 * settings.leaf ? undefined : bestSplit(members);
    if (split === undefined) return [{ worth: (settings.pace * meanOf(members)) / settings.trees }];
    const { column, threshold } = split;
    const below = grow(split.below, at + 1);
    const over = at + 1 + below.length;
    return [{ column, threshold, over }, ...below, ...grow(split.above, over)];
  };
  const meanOf = (members) => {
    let [sum, total] = [0, 0];
    for (const at of members) {
      sum += weights[at] * off[at];
      total += weights[at];
    }
    return sum / total;
  };
  const bestSplit = (members) => {
    let best;
    for (let tried = 0; tried < settings.tried * rows[0].length; tried += 1) {
      const column = Math.floor(draw() * rows[0].length);
      const threshold = thresholdFor(members, column);
      if (threshold === undefined) continue;
      const gain = gainOf(members, column, threshold);
      if (gain !== undefined && (best === undefined || gain > best.gain)) best = { column, threshold, gain };
    }
    if (best === undefined) return undefined;
    const isBelow = (at) => rows[at][best.column] <= best.threshold;
    return { ...best, below: members.filter(isBelow), above: members.filter((at) => !isBelow(at)) };
  };
  const thresholdFor = (members, column) => {
    let [least, most] = [Infinity, -Infinity];
    for (const at of members) {
      const value = rows[at][column];
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return least === most ? undefined : Number((least + draw() * (most - least)).toPrecision(3));
  };
  const gainOf = (members, column, threshold) => {
    const [sums, totals, counts] = [
      [0, 0],
      [0, 0],
      [0, 0],
    ];
    for (const at of members) {
      const side = rows[at][column] <= threshold ? 0 : 1;
      sums[side] += weights[at] * off[at];
      totals[side] += weights[at];
      counts[side] += 1;
    }
    if (Math.min(...counts) < settings.leaf) return undefined;
    return sums[0] ** 2 / totals[0] + sums[1] ** 2 / totals[1];
  };
  return Array.from({ length: settings.trees }, () => grow(all, 0));
}

/** The forest as text, as src/core/answers/forest.ts reads it. */
export function forestText(trees) {
  return trees
    .map((nodes) =>
      nodes
        .map(({ column, threshold, worth }) =>
          column === undefined ? String(Number(worth.toPrecision(2))) : `${column}:${threshold}`,
        )
        .join(' '),
    )
    .join('\n');
}

/** Numbers from 0 to 1 by chance, the same for the same seed (xorshift, Marsaglia, 2003). */
function drawsFrom(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
