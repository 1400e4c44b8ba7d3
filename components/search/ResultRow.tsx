import type { SearchResult } from "../../utils/search/results/searcher.ts";
import { createSnippet } from "../../utils/search/text/snippet.ts";
import { formatTime } from "../../utils/transcript/model/clock-time.ts";
import { FormatChoices } from "../quotes/FormatChoices.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Menu } from "../ui/Menu.tsx";
import { MarkedText } from "../ui/MarkedText.tsx";
import { t, describeTime } from "../ui/i18n.ts";
import type { SearchModel } from "./search-model.ts";

/** What a row needs of the search. */
export type ResultRowModel = Pick<SearchModel, "defaultFormat" | "open" | "copy" | "copyLink" | "save">;

interface Props {
  result: SearchResult;
  /** Neighbouring passages that belong to the same moment. */
  nearbyCount: number;
  model: ResultRowModel;
}

/** Length of a snippet that shows a whole sentence, in characters. */
const SENTENCE_SNIPPET_LENGTH = 360;

/** One moment: its time, its speaker and the words around the match. */
export function ResultRow({ result, nearbyCount, model }: Props) {
  const { seconds, timing, speaker, chapter, text, matches, differences } = result;
  const snippet = createSnippet(text, matches, differences && SENTENCE_SNIPPET_LENGTH, differences);
  const isApproximate = timing !== "exact";
  const note = [
    result.soundsLike && t("popup.soundsLike"),
    result.heard && t("panel.heardAs", { heard: result.heard }),
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <li class="row" data-episode={result.episode} data-paragraphs={result.paragraphs.join("-")}>
      <button
        type="button"
        class="moment"
        data-stop
        onClick={(event) => model.open(result, event.ctrlKey || event.metaKey)}
      >
        <span class="when">
          {seconds === null ? (
            t("popup.noTime")
          ) : (
            <time dateTime={`PT${Math.floor(seconds)}S`} aria-label={describeTime(seconds, isApproximate)}>
              {formatTime(seconds, isApproximate)}
            </time>
          )}
          {speaker && <span class="who">{speaker}</span>}
          {chapter && <span class="who">{chapter}</span>}
          {nearbyCount > 0 && <span class="who">{t("popup.alsoNext", nearbyCount)}</span>}
          {note && <span class="who note">{note}</span>}
        </span>
        <span class="snippet">
          <MarkedText text={snippet.text} matches={snippet.matches} differing={snippet.others} />
        </span>
      </button>
      <button
        type="button"
        class="copy"
        aria-label={t("panel.copyQuote")}
        title={t("panel.copyQuote")}
        onClick={() => model.copy(result)}
      >
        <Icon name="copy" />
      </button>
      <Menu icon="more" label={t("quote.more")}>
        {(select) => (
          <>
            <button type="button" data-do="save" onClick={select(() => model.save(result))}>
              {t("quote.save")}
            </button>
            <button type="button" data-do="link" onClick={select(() => model.copyLink(result))}>
              {t("quote.link")}
            </button>
            <FormatChoices
              defaultFormat={model.defaultFormat.value}
              onChoose={(format) => select(() => model.copy(result, format))()}
            />
          </>
        )}
      </Menu>
    </li>
  );
}
