import { loadShippedSearcher } from "../library/shipped-search.ts";
import type { Result } from "../result.ts";
import type { Searcher } from "../search/search.ts";
import { corrections } from "../settings.ts";

/** The search over all episodes, as the reader has corrected them. */
export const loadCorrectedSearcher = async (): Promise<Result<Searcher>> =>
  loadShippedSearcher(await corrections.getValue());
