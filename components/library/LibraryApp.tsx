import { useEffect, useRef } from "preact/hooks";
import { describeSearchOutcome } from "../search/describe-search-outcome.ts";
import { createSearchKeyHandlers } from "../search/search-key-handlers.ts";
import type { SearchModel } from "../search/search-model.ts";
import { SearchResults } from "../search/SearchResults.tsx";
import { Suggestions } from "../search/Suggestions.tsx";
import { describeFailure } from "../ui/describe-failure.ts";
import { t } from "../ui/i18n.ts";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useAnnouncement } from "../ui/use-announcement.ts";
import { LibraryList } from "./LibraryList.tsx";
import type { LibraryOutcome, LibraryPageModel } from "./library-page-model.ts";
import { LibraryTools } from "./LibraryTools.tsx";
import { SelectedEpisodes } from "./SelectedEpisodes.tsx";

interface Props {
  model: LibraryPageModel;
  search: SearchModel;
}

/**
 * The library page: one field above all episodes. While something is typed, the episodes that match come first, then the
 * moments in which it was said.
 */
export function LibraryApp({ model, search }: Props) {
  const root = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [announcement, announce] = useAnnouncement();
  useEffect(() => field.current?.focus(), []);
  useEffect(
    () => model.outcome.subscribe((next) => next && announce(describeLibraryOutcome(next))),
    [model, announce],
  );
  useEffect(
    () => search.outcome.subscribe((next) => next && announce(describeSearchOutcome(next.outcome))),
    [search, announce],
  );
  const keys = createSearchKeyHandlers(search, root, field);
  const hasQuery = search.hasQuery.value;
  const failure = search.failure.value ?? model.failure.value;
  const foundCount = model.foundCount.value;
  const removedCount = model.removedCount.value;
  const rowCount = model.rows.value.length;
  return (
    <main ref={root} onKeyDown={keys.onKeyDown}>
      <header class="top">
        <h1>{t("library.title")}</h1>
        <a href={search.quotesPageUrl}>{t("popup.quotes")}</a>
      </header>
      <SearchField
        field={field}
        label={t("popup.search")}
        value={search.query.value}
        onType={search.setQuery}
        onKeyDown={keys.onFieldKeyDown}
      />
      <Suggestions
        completions={search.completions.value}
        recent={NO_SEARCHES}
        onChoose={(query) => {
          search.setQuery(query);
          field.current?.focus();
        }}
        onClear={search.clearRecentSearches}
      />
      {failure && (
        <Notice text={describeFailure(failure)} action={{ label: t("tryAgain"), run: model.reload }} />
      )}
      {search.hasFailed.value && (
        <Notice text={t("popup.failed")} action={{ label: t("popup.tryAgain"), run: search.retry }} />
      )}
      {!hasQuery && <LibraryTools model={model} />}
      {rowCount > 0 && <LibraryList model={model} open={search.openEpisode} />}
      {foundCount !== null && foundCount > rowCount && (
        <button type="button" class="more" data-stop onClick={model.showAllFound}>
          {t("library.showAll", { count: foundCount })}
        </button>
      )}
      <SearchResults model={search} />
      <div class="floating">
        <SelectedEpisodes model={model} />
        {removedCount > 0 && (
          <div class="undo">
            <span role="status">{t("library.removed", removedCount)}</span>
            <button type="button" class="link" onClick={model.undoRemove}>
              {t("undo")}
            </button>
            <button type="button" class="dismiss" aria-label={t("close")} onClick={model.dismissUndo}>
              <Icon name="close" />
            </button>
          </div>
        )}
        <p class="said" role="status" aria-live="polite">
          {announcement}
        </p>
      </div>
    </main>
  );
}

const NO_SEARCHES: readonly string[] = [];

function describeLibraryOutcome(outcome: LibraryOutcome): string {
  switch (outcome.kind) {
    case "restored":
      return t("library.restored");
    case "exported": {
      const { count, total } = outcome;
      return count < total ? t("library.exportedSome", { count, total }) : t("library.exported", count);
    }
    default:
      return describeFailure(outcome.reason);
  }
}
