import { useRef, useState } from "preact/hooks";
import {
  planImport,
  type ImportPlan,
  type ParsedQuotes,
  type ImportRefusal,
} from "../../utils/quote/saved/import-quotes.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved-quotes.ts";
import { Menu } from "../ui/Menu.tsx";
import { Notice } from "../ui/Notice.tsx";
import { t } from "../ui/i18n.ts";

/** Kinds of files in which quotes leave. */
export type ExportKind = "markdown" | "csv" | "json";
const EXPORT_KINDS: readonly (readonly [ExportKind, string])[] = [
  ["markdown", t("quotes.markdown")],
  ["csv", t("quotes.csv")],
  ["json", t("quotes.json")],
];

const REFUSAL_SENTENCES: { [reason in ImportRefusal]: string } = {
  "no-quotes": t("quotes.noQuotes"),
  "later-version": t("quotes.later"),
  "too-large": t("quotes.tooLarge"),
};

interface Props {
  quotes: readonly SavedQuote[];
  onExport: (kind: ExportKind) => void;
  /** Reads a file that was exported. */
  onRead: (file: File) => Promise<ParsedQuotes>;
  onImport: (quotes: readonly SavedQuote[]) => void;
}

/** Takes quotes out and in; what an import would do is said before it is done. */
export function Transfer({ quotes, onExport, onRead, onImport }: Props) {
  const [refused, setRefused] = useState<ImportRefusal | null>(null);
  const [offer, setOffer] = useState<{ plan: ImportPlan; broken: number } | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const read = async (chosen: File) => {
    const found = await onRead(chosen);
    setRefused(found.refused);
    setOffer(
      found.refused === null ? { plan: planImport(quotes, found.quotes), broken: found.broken } : null,
    );
  };
  const changes = offer ? [...offer.plan.added, ...offer.plan.merged] : [];
  return (
    <>
      <div class="transfer">
        <Menu icon="more" label={t("quotes.export")} text={t("quotes.export")}>
          {(then) =>
            EXPORT_KINDS.map(([kind, name]) => (
              <button
                key={kind}
                type="button"
                data-kind={kind}
                disabled={!quotes.length}
                onClick={then(() => onExport(kind))}
              >
                {name}
              </button>
            ))
          }
        </Menu>
        <button type="button" class="plain import" onClick={() => file.current?.click()}>
          {t("quotes.import")}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) void read(chosen);
            // The same file chosen again is read again.
            currentTarget.value = "";
          }}
        />
      </div>
      <div class="answer" role="status" aria-live="polite">
        {refused && <Notice text={REFUSAL_SENTENCES[refused]} />}
        {offer && (
          <div class="offer">
            <p>
              {t("quotes.plan", {
                added: offer.plan.added.length,
                merged: offer.plan.merged.length,
                same: offer.plan.unchanged,
              })}
            </p>
            {offer.broken > 0 && <p>{t("quotes.broken", offer.broken)}</p>}
            <button
              type="button"
              class="main go"
              disabled={!changes.length}
              onClick={() => {
                setOffer(null);
                onImport(changes);
              }}
            >
              {t("quotes.go")}
            </button>{" "}
            <button type="button" class="plain" onClick={() => setOffer(null)}>
              {t("cancel")}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
