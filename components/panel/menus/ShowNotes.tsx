import { t } from "../../ui/i18n.ts";

/** Show notes that came with the transcript, collapsed to one line at first. */
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
