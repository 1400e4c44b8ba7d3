/** Remembers the answers of a function of a text; forgets them all when there are too many. */
export function memoize<T>(of: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = of(text);
    if (answers.size >= MAX_MEMOIZED_ANSWERS) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
/** A long transcript has some ten thousand different words. */
const MAX_MEMOIZED_ANSWERS = 50_000;
