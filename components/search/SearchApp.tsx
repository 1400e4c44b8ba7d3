import { useEffect, useRef } from "preact/hooks";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import { describeFailure } from "../ui/describe-failure.ts";
import { Notice } from "../ui/Notice.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useAnnouncement } from "../ui/use-announcement.ts";
import { t } from "../ui/i18n.ts";
import { AnswerStatus } from "./AnswerStatus.tsx";
import { EpisodeGroup } from "./EpisodeGroup.tsx";
import { EpisodeList } from "./EpisodeList.tsx";
import { createRowKeyHandler } from "./row-key-handler.ts";
import type { SearchModel } from "./search-model.ts";
import type { SearchOutcome } from "./search-state.ts";
import { Suggestions } from "./Suggestions.tsx";
import { TabLine } from "./TabLine.tsx";

/** The popup and the library page: one field, and below it episodes and moments from all episodes. */
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

  const moveFocus = createRowKeyHandler(root, field);
  const onKeyDown = (event: KeyboardEvent) => {
    const isCopy = event.key.toLowerCase() === "c" && event.shiftKey && (event.ctrlKey || event.metaKey);
    if (!isCopy) return moveFocus(event);
    event.preventDefault();
    return model.copyRow(getRow(event.target as Element));
  };
  const onFieldKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.isComposing) model.openFirst(event.ctrlKey || event.metaKey);
  };

  const failure = model.failure.value;
  const answer = model.answer.value;
  const fullPageUrl = model.fullPageUrl.value;
  return (
    <main ref={root} onKeyDown={onKeyDown}>
      <h1 class="unseen">Earmark</h1>
      <SearchField
        field={field}
        label={t("popup.search")}
        value={model.query.value}
        onType={model.setQuery}
        onKeyDown={onFieldKeyDown}
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
      <AnswerStatus model={model} />
      {model.hasQuery.value &&
        answer?.groups.map((group) => (
          <EpisodeGroup
            key={group.episode}
            group={group}
            episode={findEpisode(model.catalog.value, group.episode)}
            isCurrentPage={group.episode === model.currentEpisode.value?.id}
            model={model}
          />
        ))}
      {answer?.hasMore && (
        <button type="button" class="more" data-stop onClick={model.showMore}>
          {t("popup.more")}
        </button>
      )}
      {answer !== null && answer.response.boilerplateCount > 0 && (
        <button type="button" class="more" data-stop onClick={model.showBoilerplate}>
          {t("popup.asides", { count: answer.response.boilerplateCount })}
        </button>
      )}
      <p class="rooms">
        {fullPageUrl && (
          <a class="room" href={fullPageUrl} target="_blank" rel="noreferrer">
            {t("popup.room")}
          </a>
        )}
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

const findEpisode = (catalog: readonly CatalogEpisode[], id: string): CatalogEpisode | undefined =>
  catalog.find((episode) => episode.id === id);

/** The result whose row holds an element. */
function getRow(element: Element): { episode: string; paragraphs: string } | null {
  const { episode, paragraphs } = element.closest<HTMLElement>(".row[data-episode]")?.dataset ?? {};
  return episode && paragraphs ? { episode, paragraphs } : null;
}

function describeSearchOutcome(outcome: SearchOutcome): string {
  switch (outcome) {
    case "quoteCopied":
      return t("quoteCopied");
    case "linkCopied":
      return t("quote.linkCopied");
    case "quoteSaved":
      return t("quote.saved");
    case "copyRefused":
      return t("copyRefused");
    default:
      return describeFailure(outcome);
  }
}
