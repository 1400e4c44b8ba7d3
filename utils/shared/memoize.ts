/** A long transcript has about ten thousand different words. */
const MAX_MEMOIZED_RESULTS = 50_000;

/** Caches the results of a function of a text. A full cache is emptied. */
export function memoize<T>(compute: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    if (results.size >= MAX_MEMOIZED_RESULTS) results.clear();
    results.set(text, result);
    return result;
  };
}
