/** Words that are the same in both texts: from an index in each, so many in a row. */
export interface AlignedRun {
  a: number;
  b: number;
  length: number;
}

/** A stretch of both texts: from an index up to another one. */
export interface AlignOffsets {
  a: readonly [from: number, to: number];
  b: readonly [from: number, to: number];
}

/** Numbers for rows of so many words: the same number for the same row. Row `i` begins at word `from + i`. */
function indexSequences(
  words: Int32Array,
  [from, to]: readonly [number, number],
  length: number,
  ids: Map<number, number>[],
) {
  let rows = words.subarray(from, to);
  for (let size = 1, level = 0; size < length; size *= 2, level++) {
    const known = (ids[level] ??= new Map());
    const next = new Int32Array(Math.max(0, rows.length - size));
    for (let i = 0; i < next.length; i++) {
      const key = rows[i]! * 2 ** 26 + rows[i + size]!;
      let id = known.get(key);
      if (id === undefined) known.set(key, (id = known.size));
      next[i] = id;
    }
    rows = next;
  }
  return rows;
}

const REPEATED = -2;
const ABSENT = -1;

/**
 * Rows of `length` words (a power of two) that stand exactly once in both texts of a stretch, neighbours put together
 * to runs, ascending in the first text.
 */
export function findUniqueRuns(
  a: Int32Array,
  b: Int32Array,
  within: AlignOffsets,
  length: number,
): AlignedRun[] {
  const ids: Map<number, number>[] = [];
  const rowsA = indexSequences(a, within.a, length, ids);
  const rowsB = indexSequences(b, within.b, length, ids);
  const size = Math.max(findMaximum(rowsA), findMaximum(rowsB)) + 1;
  const places = [rowsA, rowsB].map((rows) => {
    const place = new Int32Array(size).fill(ABSENT);
    for (const [i, id] of rows.entries()) place[id] = place[id] === ABSENT ? i : REPEATED;
    return place;
  });
  const [placeA, placeB] = places as [Int32Array, Int32Array];
  const runs: AlignedRun[] = [];
  for (const [i, id] of rowsA.entries()) {
    const j = placeB[id]!;
    if (placeA[id] !== i || j < 0) continue;
    const last = runs.at(-1);
    const [atA, atB] = [within.a[0] + i, within.b[0] + j];
    if (last && atA - last.a === atB - last.b && atA <= last.a + last.length)
      last.length = atA - last.a + length;
    else runs.push({ a: atA, b: atB, length });
  }
  return runs;
}

function findMaximum(numbers: Int32Array): number {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
