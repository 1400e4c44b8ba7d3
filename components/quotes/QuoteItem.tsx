import { useState } from "preact/hooks";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import { groupTurns } from "../../utils/quote/quote.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved-quotes.ts";
import { formatTime } from "../../utils/transcript/model/clock-time.ts";
import type { Timing } from "../../utils/transcript/model/transcript.ts";
import { FormatChoices } from "./FormatChoices.tsx";
import { memoizeComponent } from "../ui/memoize-component.ts";
import { Menu } from "../ui/Menu.tsx";
import { describeTime, t } from "../ui/i18n.ts";
import { NoteForm } from "./NoteForm.tsx";
import type { QuotesModel } from "./quotes-model.ts";

interface Props {
  quote: SavedQuote;
  defaultFormat: QuoteFormat | null;
  /** The list mixes episodes, so each quote names its own. */
  hasEpisodeName: boolean;
  /** Stays the same object, for only changed items are rendered again. */
  actions: Pick<QuotesModel, "open" | "copy" | "update" | "remove">;
}

/** One saved quote: its words by speaker, its episode, the reader's note and tags. */
export const QuoteItem = memoizeComponent(function QuoteItem({
  quote,
  defaultFormat,
  hasEpisodeName,
  actions,
}: Props) {
  const [isEdited, setEdited] = useState(false);
  const { episode, seconds, timing, note, tags } = quote;
  return (
    <li class="quote" data-id={quote.id}>
      <blockquote>
        {groupTurns(quote).map(({ speaker, texts }, i) => (
          <div key={i}>
            {speaker && <p class="speaker">{speaker}</p>}
            {texts.map((text, k) => (
              <p key={k} dir="auto">
                {text}
              </p>
            ))}
          </div>
        ))}
      </blockquote>
      {hasEpisodeName && (
        <p class="source">
          {episode.title} · {episode.show}
        </p>
      )}
      {!isEdited && note && <p class="note-text">{note}</p>}
      {!isEdited && tags.length > 0 && <p class="tags">{tags.map((tag) => `#${tag}`).join(" ")}</p>}
      {isEdited && (
        <NoteForm
          note={note}
          tags={tags}
          onChange={(changed) => actions.update({ ...quote, ...changed })}
          onDone={() => setEdited(false)}
        />
      )}
      <div class="actions">
        <button type="button" class="open" onClick={() => actions.open(quote)}>
          {seconds === null ? t("quotes.openPlain") : <OpenAt seconds={seconds} timing={timing} />}
        </button>
        <button type="button" class="copy-quote" onClick={() => actions.copy(quote)}>
          {t("quotes.copy")}
        </button>
        {!isEdited && (
          <button type="button" class="edit" onClick={() => setEdited(true)}>
            {t("quotes.edit")}
          </button>
        )}
        <button type="button" class="remove" onClick={() => actions.remove(quote)}>
          {t("quotes.remove")}
        </button>
        <Menu icon="more" label={t("quote.more")}>
          {(select) => (
            <FormatChoices
              defaultFormat={defaultFormat}
              onChoose={(format) => select(() => actions.copy(quote, format))()}
            />
          )}
        </Menu>
      </div>
    </li>
  );
});

/** The words "Open 12:34", in which screen readers read the time out. */
function OpenAt({ seconds, timing }: { seconds: number; timing: Timing }) {
  const isApproximate = timing !== "exact";
  const [before, after] = t("quotes.open", { time: "|" }).split("|");
  return (
    <>
      {before}
      <time dateTime={`PT${Math.floor(seconds)}S`} aria-label={describeTime(seconds, isApproximate)}>
        {formatTime(seconds, isApproximate)}
      </time>
      {after}
    </>
  );
}
