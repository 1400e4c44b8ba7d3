import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import { t } from "../ui/i18n.ts";
import { AnswerStatus } from "./AnswerStatus.tsx";
import { EpisodeGroup } from "./EpisodeGroup.tsx";
import type { SearchModel } from "./search-model.ts";

/** The moments that a query finds, by episode, and buttons for more of them. */
export function SearchResults({ model }: { model: SearchModel }) {
  const answer = model.answer.value;
  return (
    <>
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
    </>
  );
}

const findEpisode = (catalog: readonly CatalogEpisode[], id: string): CatalogEpisode | undefined =>
  catalog.find((episode) => episode.id === id);
