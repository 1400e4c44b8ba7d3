/**
 * Numbers from 0 to 1 that come by chance, the same ones every time (a linear congruential generator of 32 bits, of which
 * the first 24 are given). Multiplied as floating numbers they would come round again after 14,463.
 */
export function chance(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}
