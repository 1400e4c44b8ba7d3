import type { RefObject } from "preact";
import { createRowKeyHandler } from "./row-key-handler.ts";
import type { SearchModel } from "./search-model.ts";

/** Handlers for keys pressed anywhere on a page with a search, and for those pressed in its field. */
export interface SearchKeyHandlers {
  onKeyDown: (event: KeyboardEvent) => void;
  onFieldKeyDown: (event: KeyboardEvent) => void;
}

/** Creates the handlers of keys: arrows move between results, Ctrl+Shift+C copies one, Enter opens the first. */
export function createSearchKeyHandlers(
  model: Pick<SearchModel, "copyRow" | "openFirst">,
  root: RefObject<HTMLElement | null>,
  field: RefObject<HTMLInputElement | null>,
): SearchKeyHandlers {
  const moveFocus = createRowKeyHandler(root, field);
  return {
    onKeyDown(event) {
      const isCopy = event.key.toLowerCase() === "c" && event.shiftKey && (event.ctrlKey || event.metaKey);
      if (!isCopy) return moveFocus(event);
      event.preventDefault();
      return model.copyRow(getRow(event.target as Element));
    },
    onFieldKeyDown(event) {
      if (event.key === "Enter" && !event.isComposing) model.openFirst(event.ctrlKey || event.metaKey);
    },
  };
}

/** The result whose row holds an element. */
function getRow(element: Element): { episode: string; paragraphs: string } | null {
  const { episode, paragraphs } = element.closest<HTMLElement>(".row[data-episode]")?.dataset ?? {};
  return episode && paragraphs ? { episode, paragraphs } : null;
}
