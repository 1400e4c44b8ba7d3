import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import { t } from "../ui/i18n.ts";

interface Props {
  episodes: CatalogEpisode[];
  onOpen: (episode: CatalogEpisode) => void;
}

/** Every episode of the library, to begin with while nothing is searched. */
export function EpisodeList({ episodes, onOpen }: Props) {
  return (
    <section class="group" aria-label={t("popup.episodes")}>
      <ul>
        {episodes.map((episode) => (
          <li key={episode.id} class="row">
            <button type="button" class="moment" data-stop onClick={() => onOpen(episode)}>
              <span class="snippet">{episode.title}</span>
              <span class="when">
                {episode.show}
                {episode.number !== null && ` · ${episode.number}`} · {episode.guests.join(", ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
