import { loadShippedSearcher } from "../library/shipped-search.ts";
import type { Result } from "../shared/result.ts";
import type { Searcher } from "../search/results/searcher.ts";
import { corrections } from "./settings.ts";

/** The search over all episodes, as the reader has corrected them. */
export const loadCorrectedSearcher = async (): Promise<Result<Searcher>> =>
  loadShippedSearcher(await corrections.get());
