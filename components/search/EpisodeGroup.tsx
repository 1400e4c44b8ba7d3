import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import type { EpisodeMoments } from "../../utils/search/results/group-moments.ts";
import { MomentStrip } from "./MomentStrip.tsx";
import type { SearchResult } from "../../utils/search/results/searcher.ts";
import { ResultRow, type ResultActions } from "./ResultRow.tsx";
import { t } from "../ui/i18n.ts";

interface Props {
  group: EpisodeMoments;
  episode: CatalogEpisode | undefined;
  /** The episode of the page the popup was opened on. */
  isCurrentPage: boolean;
  onOpen: (found: SearchResult, newTab: boolean) => void;
  actions: ResultActions;
}

/** The moments of one episode under its title. */
export function EpisodeGroup({ group, episode, isCurrentPage: here, onOpen, actions }: Props) {
  return (
    <section class="group">
      <h2>
        {episode?.title ?? group.episode}
        <span class="show">
          {here && <strong>{t("popup.thisPage")} · </strong>}
          {episode?.show}
        </span>
      </h2>
      <MomentStrip
        positions={group.moments
          .flatMap(({ best, others }) => [best, ...others])
          .map(({ progress: place }) => place)}
      />
      <ul>
        {group.moments.map(({ best, others }) => (
          <ResultRow
            key={best.paragraphs[0]}
            result={best}
            nearbyCount={others.length}
            onOpen={onOpen}
            actions={actions}
          />
        ))}
      </ul>
    </section>
  );
}
