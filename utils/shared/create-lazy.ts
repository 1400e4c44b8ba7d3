/** Creates a value at the first call and returns it again at later ones. */
export function createLazy<T>(create: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= create());
}
