import { describeEpisode } from "../ui/describe-episode.ts";
import { t } from "../ui/i18n.ts";
import type { SearchModel } from "./search-model.ts";

interface Props {
  model: Pick<SearchModel, "episodes" | "openEpisode" | "showMoreEpisodes">;
}

/** Episodes that match the query; the newest ones without a query. */
export function EpisodeList({ model }: Props) {
  const { episodes, totalCount } = model.episodes.value;
  if (!episodes.length) return null;
  return (
    <section class="group episodes" aria-label={t("popup.episodes")}>
      <ul>
        {episodes.map((episode) => (
          <li key={episode.id} class="row">
            <button
              type="button"
              class="moment"
              data-stop
              onClick={(event) => model.openEpisode(episode, event.ctrlKey || event.metaKey)}
            >
              <span class="snippet title">{episode.title}</span>
              <span class="when">{describeEpisode(episode)}</span>
            </button>
          </li>
        ))}
      </ul>
      {totalCount > episodes.length && (
        <button type="button" class="more" data-stop onClick={model.showMoreEpisodes}>
          {t("popup.moreEpisodes", { count: totalCount })}
        </button>
      )}
    </section>
  );
}
