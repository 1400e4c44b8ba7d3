import type { RefObject } from "preact";

/**
 * Moving by arrows between a search field and the rows under it: Down from the field to the first row, Up from the
 * first row back, Home and End to the ends. Every element with `data-stop` is a stop.
 */
export function createRowKeyHandler(
  root: RefObject<HTMLElement | null>,
  field: RefObject<HTMLInputElement | null>,
) {
  return (event: KeyboardEvent): void => {
    const rows = [...(root.current?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
    if (!rows.length || event.altKey || event.isComposing) return;
    const target = event.target as Element;
    const row =
      target.closest<HTMLElement>("[data-stop]") ??
      target.closest(".row")?.querySelector<HTMLElement>("[data-stop]");
    const at = row ? rows.indexOf(row) : -1;
    const inField = event.target === field.current;
    let next: HTMLElement | null | undefined;
    if (event.key === "ArrowDown") next = rows[Math.min(at + 1, rows.length - 1)];
    else if (event.key === "ArrowUp") next = at <= 0 ? field.current : rows[at - 1];
    else if (event.key === "Home" && !inField) next = rows[0];
    else if (event.key === "End" && !inField) next = rows.at(-1);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
}
