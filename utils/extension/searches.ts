import { lastSearch } from "../session.ts";
import { recentSearches } from "../settings.ts";

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
export async function keepSearch(typed: string): Promise<string[]> {
  const words = typed.trim();
  const all = [words, ...(await recentSearches.getValue()).filter((each) => each !== words)];
  const kept = all.slice(0, MOST_RECENT);
  await recentSearches.setValue(kept);
  return kept;
}
