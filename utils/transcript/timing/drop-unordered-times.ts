import { findLongestAscending } from "../../shared/find-longest-ascending.ts";

/**
 * Removes the fewest times that leave the others in ascending order. One time that is far too late then costs itself,
 * not every time after it.
 * @returns The same array if all times are in order.
 */
export function dropUnorderedTimes<T extends { start: number | null }>(tokens: T[]): T[] {
  const timed = tokens.flatMap(({ start }, i) => (start === null ? [] : [{ i, start }]));
  const ordered = findLongestAscending(timed.map(({ start }) => start));
  if (ordered.size === timed.length) return tokens;
  const dropped = new Set(timed.filter((_, k) => !ordered.has(k)).map(({ i }) => i));
  return tokens.map((token, i) => (dropped.has(i) ? { ...token, start: null } : token));
}
