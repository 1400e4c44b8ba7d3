import type { Ref } from "preact";
import { Icon } from "../../ui/Icon.tsx";
import type { TranscriptFinder } from "./use-find.ts";
import { t } from "../../ui/i18n.ts";

interface Props {
  find: TranscriptFinder;
  field: Ref<HTMLInputElement>;
  hasChapters: boolean;
  onChapters: () => void;
  onLeave: () => void;
}

/** The field that searches in the transcript, with count, next and previous. */
export function FindBar({ find, field, hasChapters, onChapters, onLeave }: Props) {
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
  const some = find.hits.length > 0;
  return (
    <>
      <div class="bar">
        {hasChapters && (
          <button
            type="button"
            class="round"
            aria-label={t("panel.chapters")}
            title={`${t("panel.chapters")} (o)`}
            onClick={onChapters}
          >
            <Icon name="outline" />
          </button>
        )}
        <div class="find" role="search">
          <Icon name="search" />
          <input
            ref={field}
            type="text"
            enterkeyhint="search"
            autocomplete="off"
            spellcheck={false}
            placeholder={t("find.label")}
            aria-label={t("find.label")}
            value={find.query}
            onInput={(event) => find.setQuery(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onFocus={find.prepare}
          />
          <span class="count" role="status" aria-live="polite">
            {find.statusText}
          </span>
          {find.query && (
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
            disabled={!some}
            onClick={() => find.step(-1)}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            aria-label={t("find.next")}
            title={t("find.nextTitle")}
            disabled={!some}
            onClick={() => find.step(1)}
          >
            <Icon name="down" />
          </button>
        </div>
      </div>
      {find.hasNoHits && <p class="note">{t("find.noneWords")}</p>}
    </>
  );
}
