import type { Ref } from "preact";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/i18n.ts";
import type { FindModel } from "./find-model.ts";

interface Props {
  find: FindModel;
  fieldRef: Ref<HTMLInputElement>;
  hasChapters: boolean;
  onOpenChapters: () => void;
  /** Called at Escape in the field. */
  onLeave: () => void;
}

/** The search field, with the number of hits, and buttons for the next and the previous one. */
export function FindBar({ find, fieldRef, hasChapters, onOpenChapters, onLeave }: Props) {
  const query = find.query.value;
  const hasHits = find.hits.value.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onLeave();
    }
  };
  return (
    <>
      <div class="bar">
        {hasChapters && (
          <button
            type="button"
            class="round"
            aria-label={t("panel.chapters")}
            title={`${t("panel.chapters")} (o)`}
            onClick={onOpenChapters}
          >
            <Icon name="outline" />
          </button>
        )}
        <div class="find" role="search">
          <Icon name="search" />
          <input
            ref={fieldRef}
            type="text"
            enterkeyhint="search"
            autocomplete="off"
            spellcheck={false}
            placeholder={t("find.label")}
            aria-label={t("find.label")}
            value={query}
            onInput={(event) => find.setQuery(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onFocus={find.prepare}
          />
          <span class="count" role="status" aria-live="polite">
            {find.statusText.value}
          </span>
          {query && (
            <button
              type="button"
              aria-label={t("find.clear")}
              title={t("find.clear")}
              onClick={(event) => {
                find.setQuery("");
                event.currentTarget.closest(".find")?.querySelector("input")?.focus();
              }}
            >
              <Icon name="close" />
            </button>
          )}
          <button
            type="button"
            aria-label={t("find.previous")}
            title={t("find.previousTitle")}
            disabled={!hasHits}
            onClick={() => find.step(-1)}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            aria-label={t("find.next")}
            title={t("find.nextTitle")}
            disabled={!hasHits}
            onClick={() => find.step(1)}
          >
            <Icon name="down" />
          </button>
        </div>
      </div>
      {find.hasNoHits.value && <p class="note">{t("find.noneWords")}</p>}
    </>
  );
}
