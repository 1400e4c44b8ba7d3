import type { Result } from "./result.ts";

/** Reads a file until it could be read, then keeps it: pages ask at every change, and files never do. */
export function memoizeResult<T>(read: () => Promise<Result<T>>): () => Promise<Result<T>> {
  let last: Promise<Result<T>> | null = null;
  return async () => {
    last ??= read();
    const mine = last;
    const isRead = await mine.then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isRead && last === mine) last = null;
    return mine;
  };
}
