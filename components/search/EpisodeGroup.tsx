import type { CatalogEpisode } from "../../utils/library/facts.ts";
import type { EpisodeResults } from "../../utils/search/groups.ts";
import type { Found } from "../../utils/search/search.ts";
import { ResultRow } from "./ResultRow.tsx";
import { t } from "../ui/words.ts";

interface Props {
  group: EpisodeResults;
  episode: CatalogEpisode | undefined;
  /** The episode of the page the popup was opened on. */
  here: boolean;
  onOpen: (found: Found, newTab: boolean) => void;
  onCopy: (found: Found) => void;
}

/** The moments of one episode under its title. */
export function EpisodeGroup({ group, episode, here, onOpen, onCopy }: Props) {
  return (
    <section class="group">
      <h2>
        {episode?.title ?? group.episode}
        <span class="show">
          {here && <strong>{t("popup.thisPage")} · </strong>}
          {episode?.show}
        </span>
      </h2>
      <ul>
        {group.results.map((found) => (
          <ResultRow key={found.paragraphs[0]} found={found} onOpen={onOpen} onCopy={onCopy} />
        ))}
      </ul>
    </section>
  );
}
