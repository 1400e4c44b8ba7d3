import { useLayoutEffect, useRef } from "preact/hooks";
import {
  MAX_NOTE_LENGTH,
  MAX_TAG_LENGTH,
  MAX_TAGS,
  parseTags,
} from "../../utils/quote/saved/saved-quotes.ts";
import { t } from "../ui/i18n.ts";

interface Props {
  note: string;
  tags: readonly string[];
  /** Runs when a changed field loses focus, so that nothing typed is lost. */
  onChange: (edited: { note: string; tags: string[] }) => void;
  onDone: () => void;
}

/** A form for a quote's note and tags. */
export function NoteForm({ note, tags, onChange, onDone }: Props) {
  const noteField = useRef<HTMLTextAreaElement>(null);
  const tagsField = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => noteField.current?.focus(), []);
  const save = () => {
    // Chromium 156 sends a change event for a focused field while the form is being removed.
    if (!noteField.current || !tagsField.current) return;
    const typed = { note: noteField.current.value, tags: parseTags(tagsField.current.value) };
    if (typed.note !== note || typed.tags.join() !== tags.join()) onChange(typed);
  };
  return (
    <form
      class="edit-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
        onDone();
      }}
      onChange={save}
    >
      <label>
        {t("quotes.note")}
        <textarea ref={noteField} rows={3} maxLength={MAX_NOTE_LENGTH} defaultValue={note} />
      </label>
      <label>
        {t("quotes.tags")}
        <input
          ref={tagsField}
          type="text"
          maxLength={MAX_TAG_LENGTH * MAX_TAGS}
          autocomplete="off"
          defaultValue={tags.join(", ")}
        />
      </label>
      <button type="submit" class="main">
        {t("quotes.done")}
      </button>
    </form>
  );
}
