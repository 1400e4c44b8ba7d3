import { t } from "../../ui/i18n.ts";

/** What stood beside the talk in its file, folded to one line until it is wanted. */
export function ShowNotes({ notes }: { notes: string[] }) {
  return (
    <details class="notes">
      <summary>{t("panel.notes")}</summary>
      <div class="notes-text" tabIndex={0} role="group" aria-label={t("panel.notes")}>
        {notes.map((note, i) => (
          <p key={i}>{note}</p>
        ))}
      </div>
    </details>
  );
}
