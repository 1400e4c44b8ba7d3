import { QUOTE_FORMATS, type QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import { t } from "../ui/i18n.ts";

/** Names of the formats in the language of the interface. */
export const FORMAT_NAMES: { [format in QuoteFormat]: string } = {
  quote: t("format.quote"),
  markdown: t("format.markdown"),
  plain: t("format.plain"),
  timed: t("format.timed"),
  html: t("format.html"),
  org: t("format.org"),
  callout: t("format.callout"),
  bibtex: t("format.bibtex"),
  csl: t("format.csl"),
  template: t("format.template"),
};

interface Props {
  /** Marked among the others; null until it is known. */
  defaultFormat: QuoteFormat | null;
  onChoose: (format: QuoteFormat) => void;
}

/** Menu items that copy a quote in one of the formats. */
export function FormatChoices({ defaultFormat, onChoose }: Props) {
  return (
    <>
      <p class="label">{t("quote.copyAs")}</p>
      {QUOTE_FORMATS.map((format) => (
        <button key={format} type="button" data-format={format} onClick={() => onChoose(format)}>
          {FORMAT_NAMES[format]}
          {format === defaultFormat && <span class="usual"> {t("quote.usual")}</span>}
        </button>
      ))}
    </>
  );
}
