/** Remembers the answers of a function of a text; forgets them all when there are too many. */
export function kept<T>(of: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = of(text);
    if (answers.size >= MOST_KEPT) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
/** A long transcript has some ten thousand different words. */
const MOST_KEPT = 50_000;
