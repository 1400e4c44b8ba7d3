/** Makes something when it is first asked for, and keeps it. */
export function createLazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
