// Logistic regression with a ridge penalty on standardised columns, by Newton's method. The penalty leaves the constant alone.

/** `rows`: Float64Array each; `right`: 0 or 1 each; `weights`: how much each row counts. Returns `slopes`, for the columns as they are, and `bias`. */
export function regress({ rows, right, weights }, ridge) {
  const width = rows[0].length;
  const { means, spreads } = spreadOf(rows);
  const size = width + 1;
  const columns = rows.map((row) =>
    Float64Array.from({ length: size }, (_, at) => (at === width ? 1 : (row[at] - means[at]) / spreads[at])),
  );
  const solution = newton({ columns, right, weights, penalty: (at) => (at === width ? 0 : ridge) });
  const slopes = Float64Array.from({ length: width }, (_, at) => solution[at] / spreads[at]);
  return { slopes, bias: solution[width] - slopes.reduce((sum, slope, at) => sum + slope * means[at], 0) };
}

/** The same on differences of two rows of which the first should come first; there is no constant. `spreads` are those of the rows themselves. */
export function regressPairs({ differences, weights, spreads }, ridge) {
  const columns = differences.map((row) => row.map((value, at) => value / spreads[at]));
  const solution = newton({ columns, right: weights.map(() => 1), weights, penalty: () => ridge });
  return solution.map((slope, at) => slope / spreads[at]);
}

export function spreadOf(rows) {
  const width = rows[0].length;
  const means = new Float64Array(width);
  for (const row of rows) for (let at = 0; at < width; at += 1) means[at] += row[at] / rows.length;
  const spreads = new Float64Array(width);
  for (const row of rows) for (let at = 0; at < width; at += 1) spreads[at] += (row[at] - means[at]) ** 2 / rows.length;
  return { means, spreads: spreads.map((spread) => Math.sqrt(spread) || 1) };
}

const mostSteps = 12;

function newton({ columns, right, weights, penalty }) {
  const size = columns[0].length;
  const solution = new Float64Array(size);
  for (let step = 0; step < mostSteps; step += 1) {
    const slope = Float64Array.from({ length: size }, (_, at) => -penalty(at) * solution[at]);
    const bend = Array.from({ length: size }, (_, at) => {
      const line = new Float64Array(size);
      line[at] = penalty(at) + 1e-9;
      return line;
    });
    for (const [at, column] of columns.entries()) {
      let odds = 0;
      for (let place = 0; place < size; place += 1) odds += column[place] * solution[place];
      const chance = 1 / (1 + Math.exp(-odds));
      const off = weights[at] * (right[at] - chance);
      const bent = weights[at] * chance * (1 - chance);
      for (let one = 0; one < size; one += 1) {
        const value = column[one];
        if (value === 0) continue;
        slope[one] += off * value;
        const line = bend[one];
        for (let other = 0; other <= one; other += 1) line[other] += bent * value * column[other];
      }
    }
    const change = solved(bend, slope);
    for (let at = 0; at < size; at += 1) solution[at] += change[at];
    if (change.every((part) => Math.abs(part) < 1e-6)) break;
  }
  return solution;
}

/** Solves for a symmetric, positive matrix given by its lower half (Cholesky). */
function solved(lower, values) {
  const size = values.length;
  for (let one = 0; one < size; one += 1) {
    for (let other = 0; other <= one; other += 1) {
      let sum = lower[one][other];
      for (let at = 0; at < other; at += 1) sum -= lower[one][at] * lower[other][at];
      lower[one][other] = one === other ? Math.sqrt(sum) : sum / lower[other][other];
    }
  }
  const found = Float64Array.from(values);
  for (let one = 0; one < size; one += 1) {
    for (let at = 0; at < one; at += 1) found[one] -= lower[one][at] * found[at];
    found[one] /= lower[one][one];
  }
  for (let one = size - 1; one >= 0; one -= 1) {
    for (let at = one + 1; at < size; at += 1) found[one] -= lower[at][one] * found[at];
    found[one] /= lower[one][one];
  }
  return found;
}
