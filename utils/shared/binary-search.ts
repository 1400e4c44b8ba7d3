/** Index of the first of some ascending numbers that is not below another one, from an index on; found by halving. */
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

/** Index of the first of so many things in order for which something is so, as it is for all behind it; found by halving. */
export function findLowestIndex(count: number, isSo: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
