import type { Found } from "../../utils/search/search.ts";
import { snippet } from "../../utils/search/snippet.ts";
import { clock } from "../../utils/transcript/clock.ts";
import { Icon } from "../ui/Icon.tsx";
import { Marked } from "../ui/Marked.tsx";
import { t, timeForEars } from "../ui/words.ts";

interface Props {
  found: Found;
  /** Opens the moment; in a new tab when asked. */
  onOpen: (found: Found, newTab: boolean) => void;
  onCopy: (found: Found) => void;
}

/** One moment: when, who, and the words around the match; Enter opens it. */
export function ResultRow({ found, onOpen, onCopy }: Props) {
  const { seconds, timing, speaker, text, matches } = found;
  const shown = snippet(text, matches);
  const isAbout = timing !== "exact";
  const note = [
    found.soundsLike && t("popup.soundsLike"),
    found.heard && t("panel.heardAs", { heard: found.heard }),
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <li class="row" data-episode={found.episode} data-paragraphs={found.paragraphs.join("-")}>
      <button
        type="button"
        class="moment"
        data-stop
        onClick={(event) => onOpen(found, event.ctrlKey || event.metaKey)}
      >
        <span class="when">
          {seconds === null ? (
            t("popup.noTime")
          ) : (
            <time dateTime={`PT${Math.floor(seconds)}S`} aria-label={timeForEars(seconds, isAbout)}>
              {isAbout ? t("about", { time: clock(seconds) }) : clock(seconds)}
            </time>
          )}
          {speaker && <span class="who">{speaker}</span>}
          {note && <span class="who note">{note}</span>}
        </span>
        <span class="snippet">
          <Marked text={shown.text} matches={shown.matches} />
        </span>
      </button>
      <button
        type="button"
        class="copy"
        aria-label={t("panel.copyQuote")}
        title={t("panel.copyQuote")}
        onClick={() => onCopy(found)}
      >
        <Icon name="copy" />
      </button>
    </li>
  );
}
