import { QUOTE_FORMATS, type QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import { t } from "../ui/i18n.ts";

/** What each format is called. */
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
  /** The usual one. */
  defaultFormat: QuoteFormat;
  onChoose: (format: QuoteFormat) => void;
}

/** Buttons that copy in one of the formats, inside a menu. */
export function FormatChoices({ defaultFormat: usual, onChoose }: Props) {
  return (
    <>
      <p class="label">{t("quote.copyAs")}</p>
      {QUOTE_FORMATS.map((format) => (
        <button key={format} type="button" data-format={format} onClick={() => onChoose(format)}>
          {FORMAT_NAMES[format]}
          {format === usual && <span class="usual"> {t("quote.usual")}</span>}
        </button>
      ))}
    </>
  );
}
