/** Index of the first of some ascending numbers that is not below another one, from an index on; found by halving. */
export function firstFrom(ascending: ArrayLike<number>, least: number, from = 0): number {
  let low = from;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
