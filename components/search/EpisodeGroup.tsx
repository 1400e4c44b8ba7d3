import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import type { EpisodeMoments } from "../../utils/search/results/group-moments.ts";
import { t } from "../ui/i18n.ts";
import { MomentStrip } from "./MomentStrip.tsx";
import { ResultRow, type ResultRowModel } from "./ResultRow.tsx";

interface Props {
  group: EpisodeMoments;
  episode: CatalogEpisode | undefined;
  /** The popup was opened on this episode's page. */
  isCurrentPage: boolean;
  model: ResultRowModel;
}

/** The moments of one episode under its title. */
export function EpisodeGroup({ group, episode, isCurrentPage, model }: Props) {
  const results = group.moments.flatMap(({ best, others }) => [best, ...others]);
  return (
    <section class="group">
      <h2>
        {episode?.title ?? group.episode}
        <span class="show">
          {isCurrentPage && <strong>{t("popup.thisPage")} · </strong>}
          {episode?.show}
        </span>
      </h2>
      <MomentStrip positions={results.map(({ progress }) => progress)} />
      <ul>
        {group.moments.map(({ best, others }) => (
          <ResultRow key={best.paragraphs[0]} result={best} nearbyCount={others.length} model={model} />
        ))}
      </ul>
    </section>
  );
}
