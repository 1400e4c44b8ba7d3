import type { LibraryEpisode } from "../../utils/library/library-model.ts";
import { pickLink } from "../../utils/quote/links.ts";
import { formatTime } from "../../utils/transcript/model/clock-time.ts";
import type { Timing } from "../../utils/transcript/model/transcript.ts";
import { describeEpisode, formatMediumDate } from "../ui/describe-episode.ts";
import { describeTime, t } from "../ui/i18n.ts";
import type { ListedEpisode } from "./order-episodes.ts";

/** What a row does. */
export interface LibraryItemActions {
  open: (episode: LibraryEpisode, newTab: boolean) => void;
  /** Selects or deselects an episode; with `isRange`, everything up to it. */
  select: (id: string, isRange: boolean) => void;
}

interface Props {
  row: ListedEpisode;
  /** Index among all rows. */
  index: number;
  /** Number of all rows. */
  rowCount: number;
  isSelected: boolean;
  /** The row that Tab reaches. */
  isTabStop: boolean;
  actions: LibraryItemActions;
}

/** One episode of the library, below the heading of its show where one begins. */
export function LibraryItem({ row, index, rowCount, isSelected, isTabStop, actions }: Props) {
  const { episode, heading } = row;
  const { id, title, durationSeconds } = episode;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <div role="listitem" class="item" aria-posinset={index + 1} aria-setsize={rowCount}>
      {heading && (
        <h2>
          {heading.show} <span class="quiet">{t("library.count", heading.count)}</span>
        </h2>
      )}
      <div class={`episode ${isSelected ? "is-selected" : ""}`} data-index={index}>
        <label class="check">
          <input
            type="checkbox"
            checked={isSelected}
            tabIndex={tabIndex}
            aria-label={t("library.select", { title })}
            onClick={(event) => actions.select(id, event.shiftKey)}
          />
        </label>
        <div class="facts">
          <a
            class="title"
            data-stop
            tabIndex={tabIndex}
            href={pickLink(episode.links)?.url ?? "#"}
            onClick={(event) => {
              event.preventDefault();
              actions.open(episode, event.ctrlKey || event.metaKey);
            }}
          >
            {title}
          </a>
          <p>
            {describeEpisode(episode)}
            {durationSeconds !== null && (
              <>
                {" · "}
                <time aria-label={describeTime(durationSeconds)}>{formatTime(durationSeconds)}</time>
              </>
            )}
          </p>
          <p class="origin">{describeOrigin(episode)}</p>
        </div>
      </div>
    </div>
  );
}

const TIMING_MESSAGES: { [timing in Timing]: string } = {
  exact: t("library.exact"),
  aligned: t("library.aligned"),
  estimated: t("library.estimated"),
  none: t("library.untimed"),
};

/** Words where a transcript came from, how it is timed and when it was added. */
function describeOrigin({ source, added, timing }: LibraryEpisode): string {
  const origin = source ? describeSource(source.trackKind) : t("library.shipped");
  const date = added && t("library.added", { date: formatMediumDate(added) });
  return [origin, TIMING_MESSAGES[timing], date].filter(Boolean).join(" · ");
}

function describeSource(trackKind: "manual" | "automatic" | null): string {
  if (trackKind === "automatic") return t("library.automatic");
  return trackKind === "manual" ? t("library.manual") : "YouTube";
}
