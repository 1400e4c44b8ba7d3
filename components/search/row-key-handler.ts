import type { RefObject } from "preact";

/**
 * Creates the handler that moves focus by arrow keys through a search field and its results. Every element with
 * `data-stop` is a stop.
 * - Down goes from the field to the first result, Up from the first result to the field.
 * - Home and End go to the first and last result, except in the field, where they move the cursor.
 */
export function createRowKeyHandler(
  root: RefObject<HTMLElement | null>,
  field: RefObject<HTMLInputElement | null>,
) {
  return (event: KeyboardEvent): void => {
    const stops = [...(root.current?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
    if (!stops.length || event.altKey || event.isComposing) return;
    const next = findNextStop(event, stops, field.current);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
}

function findNextStop(
  { key, target }: KeyboardEvent,
  stops: readonly HTMLElement[],
  field: HTMLElement | null,
): HTMLElement | null | undefined {
  const element = target as Element;
  // Buttons beside a stop belong to its row.
  const stop =
    element.closest<HTMLElement>("[data-stop]") ??
    element.closest(".row")?.querySelector<HTMLElement>("[data-stop]");
  const index = stop ? stops.indexOf(stop) : -1;
  switch (key) {
    case "ArrowDown":
      return stops[Math.min(index + 1, stops.length - 1)];
    case "ArrowUp":
      return index <= 0 ? field : stops[index - 1];
    case "Home":
      return element === field ? null : stops[0];
    case "End":
      return element === field ? null : stops.at(-1);
    default:
      return null;
  }
}
