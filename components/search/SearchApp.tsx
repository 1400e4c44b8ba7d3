import { useEffect, useRef } from "preact/hooks";
import { describeFailure } from "../ui/describe-failure.ts";
import { Notice } from "../ui/Notice.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useAnnouncement } from "../ui/use-announcement.ts";
import { t } from "../ui/i18n.ts";
import { EpisodeList } from "./EpisodeList.tsx";
import { describeSearchOutcome } from "./describe-search-outcome.ts";
import { createSearchKeyHandlers } from "./search-key-handlers.ts";
import type { SearchModel } from "./search-model.ts";
import { SearchResults } from "./SearchResults.tsx";
import { Suggestions } from "./Suggestions.tsx";
import { TabLine } from "./TabLine.tsx";

/** The popup: one field, and below it episodes and moments from all episodes. */
export function SearchApp({ model }: { model: SearchModel }) {
  const root = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [announcement, announce] = useAnnouncement();
  // The next word typed replaces the query of last time.
  useEffect(() => field.current?.select(), []);
  useEffect(
    () => model.outcome.subscribe((next) => next && announce(describeSearchOutcome(next.outcome))),
    [model, announce],
  );

  const keys = createSearchKeyHandlers(model, root, field);
  const failure = model.failure.value;
  return (
    <main ref={root} onKeyDown={keys.onKeyDown}>
      <h1 class="unseen">Earmark</h1>
      <SearchField
        field={field}
        label={t("popup.search")}
        value={model.query.value}
        onType={model.setQuery}
        onKeyDown={keys.onFieldKeyDown}
      />
      <Suggestions
        completions={model.completions.value}
        recent={model.recentSearches.value}
        onChoose={(query) => {
          model.setQuery(query);
          field.current?.focus();
        }}
        onClear={model.clearRecentSearches}
      />
      <TabLine
        tab={model.tab.value}
        isCurrentFirst={model.isCurrentFirst.value}
        onCurrentFirstChange={model.setCurrentFirst}
        onAllow={model.requestAccess}
      />
      {failure && <Notice text={describeFailure(failure)} />}
      {model.hasFailed.value && (
        <Notice text={t("popup.failed")} action={{ label: t("popup.tryAgain"), run: model.retry }} />
      )}
      <EpisodeList model={model} />
      <SearchResults model={model} />
      <p class="rooms">
        <a class="room" href={model.libraryUrl.value} target="_blank" rel="noreferrer">
          {t("library.title")}
        </a>
        <a class="room" href={model.quotesPageUrl} target="_blank" rel="noreferrer">
          {t("popup.quotes")}
        </a>
      </p>
      <p class="said" role="status" aria-live="polite">
        {announcement}
      </p>
    </main>
  );
}
