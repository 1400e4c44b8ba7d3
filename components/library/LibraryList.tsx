import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../ui/i18n.ts";
import { LibraryItem, type LibraryItemActions } from "./LibraryItem.tsx";
import type { LibraryPageModel } from "./library-page-model.ts";
import { useWindowedChunks } from "./use-windowed-chunks.ts";

interface Props {
  model: Pick<LibraryPageModel, "rows" | "selection" | "remove">;
  open: LibraryItemActions["open"];
}

/**
 * The episodes, of which one is in the tab order.
 * - Arrow keys move between rows, as everywhere on the page; with Shift they extend the selection.
 * - Space selects the focused row, Ctrl+A all rows, Escape none.
 * - Home and End go to the first and last row. Delete removes what is selected, or else the focused row.
 */
export function LibraryList({ model, open }: Props) {
  const { selection } = model;
  const rows = model.rows.value;
  const selectedIds = selection.ids.value;
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const activeIndex = Math.min(active, rows.length - 1);
  /** A row that gets the focus as soon as it is rendered. */
  const wantsFocus = useRef(false);
  const { chunks, observe } = useWindowedChunks(rows.length, activeIndex);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    list.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"] .title`)?.focus();
  });
  const getId = (index: number) => rows[Math.max(0, Math.min(index, rows.length - 1))]!.episode.id;
  const actions: LibraryItemActions = {
    open,
    select: (id, isRange) => (isRange ? selection.extendTo(id) : selection.toggle(id)),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isCheckbox = (event.target as Element).matches("input");
    const done = handleKey(event, isCheckbox);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** @returns Whether the key was for the list. */
  const handleKey = (event: KeyboardEvent, isCheckbox: boolean): boolean => {
    const { key, shiftKey } = event;
    if (key === " " && !isCheckbox) actions.select(getId(activeIndex), shiftKey);
    else if (key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) selection.selectAll();
    else if (key === "Escape" && selection.count.value) selection.clear();
    else if (key === "Delete") model.remove(getId(activeIndex));
    else if (key === "Home" || key === "End") {
      wantsFocus.current = true;
      setActive(key === "Home" ? 0 : rows.length - 1);
    } else {
      const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
      if (step && shiftKey) {
        if (!selection.count.value) selection.extendTo(getId(activeIndex));
        selection.extendTo(getId(activeIndex + step));
      }
      return false;
    }
    return true;
  };

  return (
    <div
      ref={list}
      class="library"
      role="list"
      aria-label={t("popup.episodes")}
      onKeyDown={onKeyDown}
      onFocusIn={({ target }) => {
        const index = (target as Element).closest<HTMLElement>("[data-index]")?.dataset["index"];
        if (index !== undefined) setActive(Number(index));
      }}
    >
      {chunks.map(({ start, end, isRendered, height }) => (
        <div
          key={start}
          ref={observe}
          data-start={start}
          class={isRendered ? undefined : "unbuilt"}
          style={{ "--rows": end - start, ...(!isRendered && height && { height: `${height}px` }) }}
        >
          {isRendered &&
            rows
              .slice(start, end)
              .map((row, i) => (
                <LibraryItem
                  key={row.episode.id}
                  row={row}
                  index={start + i}
                  rowCount={rows.length}
                  isSelected={selectedIds.has(row.episode.id)}
                  isTabStop={start + i === activeIndex}
                  actions={actions}
                />
              ))}
        </div>
      ))}
    </div>
  );
}
