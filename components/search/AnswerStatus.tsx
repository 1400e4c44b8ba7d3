import { t } from "../ui/i18n.ts";
import type { SearchModel } from "./search-model.ts";
import type { ShownAnswer } from "./shown-answer.ts";

interface Props {
  model: SearchModel;
}

/** How many moments were found, announced as the query changes, or the progress of rebuilding the index. */
export function AnswerStatus({ model }: Props) {
  const building = model.building.value;
  const answer = model.answer.value;
  const { totalCount: episodeCount } = model.episodes.value;
  return (
    <>
      {building !== null && <progress value={building} aria-label={t("popup.building")} />}
      <p class="count" role="status" aria-live="polite">
        {building !== null
          ? t("popup.building")
          : answer &&
            model.hasQuery.value &&
            describeAnswer(answer, episodeCount, model.catalog.value.length)}
      </p>
    </>
  );
}

/** Episodes that match are an answer too: only without them nothing is found. */
function describeAnswer(answer: ShownAnswer, foundEpisodes: number, allEpisodes: number): string {
  const { shownCount, totalCount, response } = answer;
  if (response.nearest) return t("popup.nearest");
  if (!totalCount)
    return foundEpisodes ? t("popup.onlyEpisodes") : t("popup.none", { episodes: allEpisodes });
  const moments =
    shownCount < totalCount
      ? t("popup.foundShown", totalCount, { shown: shownCount })
      : t("popup.found", totalCount);
  return response.partial ? t("popup.partial", { moments }) : moments;
}
