import { lastSearch } from "../session.ts";
import { recentSearches } from "../settings.ts";
import { change } from "./change.ts";

/** The last search is there again for so long, in milliseconds; most earlier ones that are kept. */
const [KEPT_MS, MOST_RECENT] = [5 * 60_000, 8];

/** What was typed last, if that was not long ago. */
export async function recallSearch(): Promise<string> {
  const last = await lastSearch.getValue();
  return last && Date.now() < last.until ? last.typed : "";
}

/** Keeps what is typed, for the next time the popup opens. */
export const rememberSearch = (typed: string): Promise<void> =>
  lastSearch.setValue({ typed, until: Date.now() + KEPT_MS });

/** Keeps a search that led somewhere, the newest first. */
export function keepSearch(typed: string): Promise<string[]> {
  const words = typed.trim();
  return change(recentSearches, (old) =>
    [words, ...old.filter((each) => each !== words)].slice(0, MOST_RECENT),
  );
}
