/** Whether a rising list holds a number. */
export function isAmong(rising: ArrayLike<number>, wanted: number): boolean {
  return rising[placeIn(rising, wanted)] === wanted;
}

/** Where a number stands in a rising list, or would stand: the first place whose number is not below it. */
export function placeIn(rising: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The numbers of two rising lists, rising, each once. */
export function merged(one: Int32Array, other: Int32Array): Int32Array {
  const both = new Int32Array(one.length + other.length);
  let [left, right, count] = [0, 0, 0];
  while (left < one.length || right < other.length) {
    const first = one[left] ?? Infinity;
    const second = other[right] ?? Infinity;
    both[count] = Math.min(first, second);
    count += 1;
    if (first <= second) left += 1;
    if (second <= first) right += 1;
  }
  return both.subarray(0, count);
}

/** The ids of the highest scores, best first; equal ones in rising order. */
export function highest(ids: ArrayLike<number>, score: (id: number) => number, limit: number): number[] {
  const scores = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at += 1) scores[at] = score(ids[at] ?? 0);
  const floor = floorOf(scores, limit);
  const best: { readonly id: number; readonly score: number }[] = [];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score >= floor) best.push({ id: ids[at] ?? 0, score });
  }
  return best
    .toSorted((one, other) => other.score - one.score || one.id - other.id)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** The lowest of the `limit` highest scores, found with a heap of that size: nearly all others cost one comparison. */
function floorOf(scores: Float64Array, limit: number): number {
  if (scores.length <= limit) return Number.NEGATIVE_INFINITY;
  const heap = scores.subarray(0, limit).toSorted();
  for (let at = limit; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score > (heap[0] ?? 0)) sink(heap, score);
  }
  return heap[0] ?? Number.NEGATIVE_INFINITY;
}

/** Puts a number in the place of a heap's least, and the least of what is left on top. */
function sink(heap: Float64Array, number: number): void {
  let place = 0;
  for (let child = 1; child < heap.length; child = 2 * place + 1) {
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    const least = heap[child] ?? 0;
    if (least >= number) break;
    heap[place] = least;
    place = child;
  }
  heap[place] = number;
}
