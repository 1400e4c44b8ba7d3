/**
 * Sorts what JSON values contain by where it is, so that gzip finds like beside like: an hour of captions and the
 * transcript made of them shrink to less than half the size of their compressed JSON.
 */

/** Values without their texts and numbers, and these by their paths. */
interface JsonColumns {
  /** The values, with 0 for a text and 1 for a number. */
  skeleton: unknown;
  texts: { [path: string]: string };
  numbers: { [path: string]: string };
  /** The paths of the two longest texts, their lengths, and both in turns. */
  mixed: [paths: [string, string], lengths: [number, number], text: string] | null;
}

const [TEXT, NUMBER] = [0, 1];
/** In characters. gzip finds a repetition within 32 kB, so that like parts of two long texts have to be neighbours. */
const MIXED_PIECE = 2000;
const SEPARATOR = "\n";
/** Numbers are stored in thousandths where none has more digits, as milliseconds have. */
const SCALE = 1000;

/** Writes JSON values so that they compress well. */
export function writeColumns(values: unknown): string {
  const texts = new Map<string, string[]>();
  const numbers = new Map<string, number[]>();
  const skeleton = mapLeaves(values, (value, path) => {
    if (typeof value === "string") addValue(texts, path, value);
    else if (typeof value === "number") addValue(numbers, path, value);
    else return value;
    return typeof value === "string" ? TEXT : NUMBER;
  });
  const columns: JsonColumns = {
    skeleton,
    texts: Object.fromEntries([...texts].map(([path, column]) => [path, joinTexts(column)])),
    numbers: Object.fromEntries([...numbers].map(([path, column]) => [path, joinNumbers(column)])),
    mixed: null,
  };
  const [a, b] = Object.entries(columns.texts).toSorted(([, x], [, y]) => y.length - x.length);
  if (a && b) {
    columns.mixed = [[a[0], b[0]], [a[1].length, b[1].length], mixTexts(a[1], b[1])];
    delete columns.texts[a[0]];
    delete columns.texts[b[0]];
  }
  return JSON.stringify(columns);
}

/** Reads what `writeColumns` wrote. */
export function readColumns(written: string): unknown {
  const { skeleton, texts, numbers, mixed } = JSON.parse(written) as JsonColumns;
  if (mixed) {
    const [[a, b], lengths, text] = mixed;
    [texts[a], texts[b]] = separateTexts(text, lengths);
  }
  const textColumns = new Map(Object.entries(texts).map(([path, column]) => [path, splitTexts(column)]));
  const numberColumns = new Map(
    Object.entries(numbers).map(([path, column]) => [path, splitNumbers(column)]),
  );
  const positions = new Map<unknown[], number>();
  const takeNext = (column: unknown[]) => {
    const position = positions.get(column) ?? 0;
    positions.set(column, position + 1);
    return column[position];
  };
  return mapLeaves(skeleton, (value, path) => {
    if (value === TEXT) return takeNext(textColumns.get(path)!);
    return value === NUMBER ? takeNext(numberColumns.get(path)!) : value;
  });
}

/** Replaces every leaf of a JSON value. Elements of a list share a path, those of a list within a list have one each. */
function mapLeaves(
  value: unknown,
  replace: (leaf: unknown, path: string) => unknown,
  path = "",
  isElement = false,
): unknown {
  if (Array.isArray(value))
    return value.map((each, i) => mapLeaves(each, replace, `${path}/${isElement ? i : "*"}`, true));
  if (typeof value !== "object" || value === null) return replace(value, path);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mapLeaves(each, replace, `${path}/${key}`)]),
  );
}

function addValue<T>(columns: Map<string, T[]>, path: string, value: T): void {
  const column = columns.get(path);
  if (column) column.push(value);
  else columns.set(path, [value]);
}

/** A column that begins with a bracket is JSON, for some text in it has a line break or begins so itself. */
const joinTexts = (column: readonly string[]): string =>
  column.some((text) => text.includes(SEPARATOR)) || column[0]!.startsWith("[")
    ? JSON.stringify(column)
    : column.join(SEPARATOR);

const splitTexts = (column: string): string[] =>
  column.startsWith("[") ? (JSON.parse(column) as string[]) : column.split(SEPARATOR);

/** Differences from number to number are small and repeat. */
function joinNumbers(column: readonly number[]): string {
  if (column.some((value) => Math.round(value * SCALE) / SCALE !== value || Math.abs(value) > 1e12))
    return JSON.stringify(column);
  const scaled = column.map((value) => Math.round(value * SCALE));
  const unit = scaled.every((value) => value % SCALE === 0) ? SCALE : 1;
  return [unit, ...scaled.map((value, i) => (value - (scaled[i - 1] ?? 0)) / unit)].join(" ");
}

function splitNumbers(column: string): number[] {
  if (column.startsWith("[")) return JSON.parse(column) as number[];
  const [unit, ...differences] = column.split(" ").map(Number);
  let sum = 0;
  return differences.map((difference) => ((sum += difference) * unit!) / SCALE);
}

/** Where the pieces of a text end when it is cut into this number of equal pieces. */
const cutEvenly = (length: number, pieces: number): number[] =>
  Array.from({ length: pieces }, (_, i) => Math.floor(((i + 1) * length) / pieces));

const countPieces = (length: number): number => Math.max(1, Math.ceil(length / MIXED_PIECE));

/** Puts pieces of two texts in turns. */
function mixTexts(a: string, b: string): string {
  const pieces = countPieces(a.length);
  const [aEnds, bEnds] = [cutEvenly(a.length, pieces), cutEvenly(b.length, pieces)];
  return aEnds
    .map((end, i) => a.slice(aEnds[i - 1] ?? 0, end) + b.slice(bEnds[i - 1] ?? 0, bEnds[i]))
    .join("");
}

function separateTexts(mixed: string, [aLength, bLength]: [number, number]): [string, string] {
  const pieces = countPieces(aLength);
  const [aEnds, bEnds] = [cutEvenly(aLength, pieces), cutEvenly(bLength, pieces)];
  let [a, b, at] = ["", "", 0];
  for (let i = 0; i < pieces; i++) {
    const middle = at + aEnds[i]! - (aEnds[i - 1] ?? 0);
    const end = middle + bEnds[i]! - (bEnds[i - 1] ?? 0);
    a += mixed.slice(at, middle);
    b += mixed.slice(middle, end);
    at = end;
  }
  return [a, b];
}
