import { EMPTY_RESPONSE, type Searcher } from "./searcher.ts";

/** A searcher that gives way to one that is built anew when what it reads turns out to be broken. */
export function createFallbackSearcher(
  first: Searcher,
  rebuild: () => Promise<{ ok: true; value: Searcher } | { ok: false }>,
): Searcher {
  let isBroken = false;
  const again: Searcher["search"] = async (typed, options) => {
    const anew = await rebuild();
    return anew.ok ? anew.value.search(typed, options) : EMPTY_RESPONSE;
  };
  return {
    warm: () => first.warm(),
    search: async (typed, options) => {
      if (isBroken) return again(typed, options);
      try {
        return await first.search(typed, options);
      } catch {
        isBroken = true;
        return again(typed, options);
      }
    },
  };
}
