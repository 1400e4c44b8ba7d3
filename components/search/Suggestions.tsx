import type { FilterCompletion } from "../../utils/library/catalog-search.ts";
import { t } from "../ui/i18n.ts";

interface Props {
  /** Values for the filter that is being typed. */
  completions: readonly FilterCompletion[];
  /** Earlier searches, newest first; shown while nothing is typed. */
  recent: readonly string[];
  onChoose: (typed: string) => void;
  onClear: () => void;
}

/** What may be typed next: values of a filter, or earlier searches. */
export function Suggestions({ completions, recent, onChoose, onClear }: Props) {
  if (completions.length)
    return (
      <div class="chips" role="group" aria-label={t("popup.values")}>
        {completions.map(({ label, query: typed }) => (
          <button key={label} type="button" class="chip" data-stop onClick={() => onChoose(typed)}>
            {label}
          </button>
        ))}
      </div>
    );
  if (!recent.length) return null;
  return (
    <div class="chips" role="group" aria-label={t("popup.recent")}>
      {recent.map((typed) => (
        <button key={typed} type="button" class="chip" data-stop onClick={() => onChoose(typed)}>
          {typed}
        </button>
      ))}
      <button type="button" class="link" onClick={onClear}>
        {t("popup.clearRecent")}
      </button>
    </div>
  );
}
