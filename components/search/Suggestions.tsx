import type { FilterCompletion } from "../../utils/library/catalog-search.ts";
import { t } from "../ui/i18n.ts";

interface Props {
  /** Values for the filter that is being typed. They replace earlier searches. */
  completions: readonly FilterCompletion[];
  /** Earlier searches, newest first. */
  recent: readonly string[];
  onChoose: (query: string) => void;
  onClear: () => void;
}

/** Buttons that complete the query or repeat an earlier one. */
export function Suggestions({ completions, recent, onChoose, onClear }: Props) {
  if (completions.length)
    return (
      <div class="chips" role="group" aria-label={t("popup.values")}>
        {completions.map(({ label, query }) => (
          <button key={label} type="button" class="chip" data-stop onClick={() => onChoose(query)}>
            {label}
          </button>
        ))}
      </div>
    );
  if (!recent.length) return null;
  return (
    <div class="chips" role="group" aria-label={t("popup.recent")}>
      {recent.map((query) => (
        <button key={query} type="button" class="chip" data-stop onClick={() => onChoose(query)}>
          {query}
        </button>
      ))}
      <button type="button" class="link" onClick={onClear}>
        {t("popup.clearRecent")}
      </button>
    </div>
  );
}
