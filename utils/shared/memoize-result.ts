import type { Result } from "./result.ts";

/** Caches the first successful read; failed reads are retried. Concurrent calls share one read. */
export function memoizeResult<T>(read: () => Promise<Result<T>>): () => Promise<Result<T>> {
  let last: Promise<Result<T>> | null = null;
  return async () => {
    last ??= read();
    const current = last;
    const isRead = await current.then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isRead && last === current) last = null;
    return current;
  };
}
