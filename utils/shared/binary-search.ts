/** Binary search: the lowest index from `from` on whose number is at least `least`, or the length. */
export function findLowerBound(ascending: ArrayLike<number>, least: number, from = 0): number {
  let low = from;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Binary search: the lowest index in `[0, count)` for which `predicate` is true, or `count`. `predicate` must be monotonic. */
export function findLowestIndex(count: number, predicate: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (predicate(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
