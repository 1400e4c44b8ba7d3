import type { SearchResult } from "../../utils/search/results/searcher.ts";
import { createSnippet } from "../../utils/search/text/snippet.ts";
import { formatTime } from "../../utils/transcript/model/clock-time.ts";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import { FormatChoices } from "../quotes/FormatChoices.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Menu } from "../ui/Menu.tsx";
import { MarkedText } from "../ui/MarkedText.tsx";
import { t, describeTime } from "../ui/i18n.ts";

interface Props {
  result: SearchResult;
  /** How many passages next to it belong to the same moment. */
  nearbyCount: number;
  /** Opens the moment; in a new tab when asked. */
  onOpen: (found: SearchResult, newTab: boolean) => void;
  actions: ResultActions;
}

/** What can be done with a result's words. */
export interface ResultActions {
  /** How quotes are usually written. */
  defaultFormat: QuoteFormat;
  copy: (found: SearchResult, format?: QuoteFormat) => void;
  copyLink: (found: SearchResult) => void;
  save: (found: SearchResult) => void;
}

/** Of what is shown around a sentence that was looked for, in characters. */
const SENTENCE_SNIPPET_LENGTH = 360;

/** One moment: when, who, and the words around the match; Enter opens it. */
export function ResultRow({ result: found, nearbyCount: more, onOpen, actions }: Props) {
  const { seconds, timing, speaker, text, matches } = found;
  const { differences: differs } = found;
  const shown = createSnippet(text, matches, differs && SENTENCE_SNIPPET_LENGTH, differs);
  const isApproximate = timing !== "exact";
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
            <time dateTime={`PT${Math.floor(seconds)}S`} aria-label={describeTime(seconds, isApproximate)}>
              {formatTime(seconds, isApproximate)}
            </time>
          )}
          {speaker && <span class="who">{speaker}</span>}
          {found.chapter && <span class="who">{found.chapter}</span>}
          {more > 0 && <span class="who">{t("popup.alsoNext", more)}</span>}
          {note && <span class="who note">{note}</span>}
        </span>
        <span class="snippet">
          <MarkedText text={shown.text} matches={shown.matches} differing={shown.others} />
        </span>
      </button>
      <button
        type="button"
        class="copy"
        aria-label={t("panel.copyQuote")}
        title={t("panel.copyQuote")}
        onClick={() => actions.copy(found)}
      >
        <Icon name="copy" />
      </button>
      <Menu icon="more" label={t("quote.more")}>
        {(then) => (
          <>
            <button type="button" data-do="save" onClick={then(() => actions.save(found))}>
              {t("quote.save")}
            </button>
            <button type="button" data-do="link" onClick={then(() => actions.copyLink(found))}>
              {t("quote.link")}
            </button>
            <FormatChoices
              defaultFormat={actions.defaultFormat}
              onChoose={(format) => then(() => actions.copy(found, format))()}
            />
          </>
        )}
      </Menu>
    </li>
  );
}
