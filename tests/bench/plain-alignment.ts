/** The plain way to align two texts: every word with every word (Needleman and Wunsch 1970), two rows at a time. */
export function tableOf(a: readonly string[], b: readonly string[]): number {
  let row = new Float64Array(b.length + 1);
  for (const word of a) {
    const next = new Float64Array(b.length + 1);
    for (let j = 0; j < b.length; j++)
      next[j + 1] = Math.max(row[j]! + (word === b[j] ? 1 : 0), row[j + 1]!, next[j]!);
    row = next;
  }
  return row.at(-1)!;
}
