/** `length` equal words from an index in each text on. */
export interface AlignedRun {
  a: number;
  b: number;
  length: number;
}

/** A range of each text, without its end. */
export interface AlignOffsets {
  a: readonly [from: number, to: number];
  b: readonly [from: number, to: number];
}

/**
 * Numbers the sequences of `length` words in a range; equal sequences have equal numbers. Sequence `i` starts at word
 * `from + i`. Two numbered sequences make one of double length, as in the construction of suffix arrays by doubling.
 * @param ids The numbers by length, shared by both texts.
 */
function indexSequences(
  words: Int32Array,
  [from, to]: readonly [number, number],
  length: number,
  ids: Map<number, number>[],
) {
  let sequences = words.subarray(from, to);
  for (let size = 1, level = 0; size < length; size *= 2, level++) {
    const known = (ids[level] ??= new Map());
    const next = new Int32Array(Math.max(0, sequences.length - size));
    for (let i = 0; i < next.length; i++) {
      const key = sequences[i]! * 2 ** 26 + sequences[i + size]!;
      let id = known.get(key);
      if (id === undefined) known.set(key, (id = known.size));
      next[i] = id;
    }
    sequences = next;
  }
  return sequences;
}

const REPEATED = -2;
const ABSENT = -1;

/**
 * Finds sequences that occur exactly once in each range, and joins neighbouring ones to runs.
 * @param length Length of a sequence in words, a power of two.
 * @returns Runs ascending in the first text.
 */
export function findUniqueRuns(
  a: Int32Array,
  b: Int32Array,
  within: AlignOffsets,
  length: number,
): AlignedRun[] {
  const ids: Map<number, number>[] = [];
  const sequencesA = indexSequences(a, within.a, length, ids);
  const sequencesB = indexSequences(b, within.b, length, ids);
  const size = Math.max(findMaximum(sequencesA), findMaximum(sequencesB)) + 1;
  const positions = [sequencesA, sequencesB].map((sequences) => {
    const position = new Int32Array(size).fill(ABSENT);
    for (const [i, id] of sequences.entries()) position[id] = position[id] === ABSENT ? i : REPEATED;
    return position;
  });
  const [positionsA, positionsB] = positions as [Int32Array, Int32Array];
  const runs: AlignedRun[] = [];
  for (const [i, id] of sequencesA.entries()) {
    const j = positionsB[id]!;
    if (positionsA[id] !== i || j < 0) continue;
    const last = runs.at(-1);
    const [atA, atB] = [within.a[0] + i, within.b[0] + j];
    if (last && atA - last.a === atB - last.b && atA <= last.a + last.length)
      last.length = atA - last.a + length;
    else runs.push({ a: atA, b: atB, length });
  }
  return runs;
}

function findMaximum(numbers: Int32Array): number {
  let maximum = 0;
  for (const number of numbers) if (number > maximum) maximum = number;
  return maximum;
}
