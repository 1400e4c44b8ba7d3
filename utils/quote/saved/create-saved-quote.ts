import { interpolateSeconds } from "../../transcript/model/text-position.ts";
import { createQuote, type QuoteRequest } from "../create-quote.ts";
import { createSelector } from "../text-quote-selector.ts";
import type { SavedQuote } from "./saved-quotes.ts";

/**
 * Creates a quote to be saved. Its selector is on the transcript's own clock, so that it matches on every site.
 * @param id A UUID.
 * @param created ISO 8601 in UTC.
 */
export function createSavedQuote(
  request: QuoteRequest,
  { id, created }: Pick<SavedQuote, "id" | "created">,
): SavedQuote {
  const { episode, shown, original, range } = request;
  return {
    ...createQuote(request),
    id,
    episodeId: episode.id,
    selector: {
      ...createSelector(shown.paragraphs, range),
      mediaTime: interpolateSeconds(original.paragraphs, range.start),
    },
    note: "",
    tags: [],
    created,
    modified: created,
  };
}
