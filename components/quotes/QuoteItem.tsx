import { useState } from "preact/hooks";
import type { Format } from "../../utils/quote/formats/writing.ts";
import { timeText, turnsOf } from "../../utils/quote/quote.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved.ts";
import { FormatChoices } from "../quote/FormatChoices.tsx";
import { memo } from "../ui/memo.ts";
import { Menu } from "../ui/Menu.tsx";
import { t } from "../ui/words.ts";
import { NoteForm } from "./NoteForm.tsx";

/** What can be done with a saved quote. */
export interface ItemActions {
  open: (quote: SavedQuote) => void;
  copy: (quote: SavedQuote, format?: Format) => void;
  change: (quote: SavedQuote) => void;
  remove: (quote: SavedQuote) => void;
}

interface Props {
  quote: SavedQuote;
  usual: Format;
  /** The episode is named, where the quotes around are of others. */
  named: boolean;
  actions: ItemActions;
}

/** One saved quote: its words, who says them and when, the reader's note and tags. */
export const QuoteItem = memo(function QuoteItem({ quote, usual, named, actions }: Props) {
  const [isEdited, setEdited] = useState(false);
  const { episode, seconds, timing, note, tags } = quote;
  const time = timeText(seconds, timing);
  return (
    <li class="quote" data-id={quote.id}>
      <blockquote>
        {turnsOf(quote).map(({ speaker, texts }, i) => (
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
      {named && (
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
          onChange={(changed) => actions.change({ ...quote, ...changed })}
          onDone={() => setEdited(false)}
        />
      )}
      <div class="actions">
        <button type="button" class="open" onClick={() => actions.open(quote)}>
          {time ? t("quotes.open", { time }) : t("quotes.openPlain")}
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
          {(then) => (
            <FormatChoices usual={usual} onChoose={(format) => then(() => actions.copy(quote, format))()} />
          )}
        </Menu>
      </div>
    </li>
  );
});
