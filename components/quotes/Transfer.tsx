import { useRef, useState } from "preact/hooks";
import { planImport, type ImportPlan, type ImportRefusal } from "../../utils/quote/saved/import-quotes.ts";
import { Menu } from "../ui/Menu.tsx";
import { Notice } from "../ui/Notice.tsx";
import { t } from "../ui/i18n.ts";
import type { QuotesModel } from "./quotes-model.ts";
import type { ExportKind } from "./quotes-ports.ts";

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
  model: Pick<QuotesModel, "quotes" | "exportQuotes" | "importQuotes" | "readFile">;
}

/** Exports and imports quotes. What an import would change is shown before it happens. */
export function Transfer({ model }: Props) {
  const [refused, setRefused] = useState<ImportRefusal | null>(null);
  const [offer, setOffer] = useState<{ plan: ImportPlan; broken: number } | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const read = async (chosen: File) => {
    const parsed = await model.readFile(chosen);
    setRefused(parsed.refused);
    setOffer(
      parsed.refused === null
        ? { plan: planImport(model.quotes.value, parsed.quotes), broken: parsed.broken }
        : null,
    );
  };
  const changes = offer ? [...offer.plan.added, ...offer.plan.merged] : [];
  return (
    <>
      <div class="transfer">
        <Menu icon="more" label={t("quotes.export")} text={t("quotes.export")}>
          {(select) =>
            EXPORT_KINDS.map(([kind, name]) => (
              <button
                key={kind}
                type="button"
                data-kind={kind}
                disabled={!model.quotes.value.length}
                onClick={select(() => model.exportQuotes(kind))}
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
            // The same file can be chosen a second time.
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
                model.importQuotes(changes);
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
