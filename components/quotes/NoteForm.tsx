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
  /** Called when a field is left with something else in it, so that nothing typed is lost. */
  onChange: (changed: { note: string; tags: string[] }) => void;
  onDone: () => void;
}

/** The fields for a quote's note and tags. */
export function NoteForm({ note, tags, onChange, onDone }: Props) {
  const first = useRef<HTMLTextAreaElement>(null);
  const second = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const keep = () => {
    const typed = { note: first.current!.value, tags: parseTags(second.current!.value) };
    if (typed.note !== note || typed.tags.join() !== tags.join()) onChange(typed);
  };
  return (
    <form
      class="edit-form"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
        onDone();
      }}
      onChange={keep}
    >
      <label>
        {t("quotes.note")}
        <textarea ref={first} rows={3} maxLength={MAX_NOTE_LENGTH} defaultValue={note} />
      </label>
      <label>
        {t("quotes.tags")}
        <input
          ref={second}
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
