import { useState } from "preact/hooks";
import { formatQuote } from "../../utils/quote/formats/format-quote.ts";
import {
  QUOTE_FORMATS,
  type QuoteFormat,
  type QuoteFormatSettings,
} from "../../utils/quote/formats/quote-formats.ts";
import { MAX_TEMPLATE_LENGTH, TEMPLATE_NAMES, findUnknownNames } from "../../utils/quote/formats/template.ts";
import type { Quote } from "../../utils/quote/quote.ts";
import { FORMAT_NAMES } from "../quotes/FormatChoices.tsx";
import { t } from "../ui/i18n.ts";

interface Props {
  settings: QuoteFormatSettings;
  onSettingsChange: (settings: QuoteFormatSettings) => void;
}

/** The quote in the preview. */
const SAMPLE_QUOTE: Quote = {
  paragraphs: [
    {
      speaker: "Jeremy Howard",
      text: "At Enlitic we didn't care.",
      heard: "At in lytic we didn't care.",
      seconds: 754,
    },
  ],
  episode: {
    title: "fast.ai Deep Learning Courses and Research",
    show: "Lex Fridman Podcast",
    number: 35,
    hosts: ["Lex Fridman"],
    guests: ["Jeremy Howard"],
    published: "2019-08-27",
  },
  seconds: 754,
  timing: "exact",
  url: "https://www.youtube.com/watch?v=J6XcP4JOHmk&t=754s",
};

/** The default format of quotes, the reader's own template and a preview. */
export function QuoteOptions({ settings, onSettingsChange }: Props) {
  const [template, setTemplate] = useState(settings.template);
  const { format } = settings;
  const unknown = findUnknownNames(template);
  return (
    <>
      <label class="select">
        {t("options.format")}{" "}
        <select
          value={format}
          onChange={(event) =>
            onSettingsChange({ ...settings, format: event.currentTarget.value as QuoteFormat })
          }
        >
          {QUOTE_FORMATS.map((each) => (
            <option key={each} value={each}>
              {FORMAT_NAMES[each]}
            </option>
          ))}
        </select>
      </label>
      <label class="template">
        {t("options.template")}
        <textarea
          rows={4}
          spellcheck={false}
          maxLength={MAX_TEMPLATE_LENGTH}
          value={template}
          onInput={(event) => {
            const { value } = event.currentTarget;
            setTemplate(value);
            onSettingsChange({ ...settings, template: value });
          }}
        />
      </label>
      <p class="hint">
        {t("options.templateNames", { names: TEMPLATE_NAMES.map((name) => `{{${name}}}`).join(" ") })}
      </p>
      <p class="unknown" role="status">
        {unknown.length > 0 &&
          t("options.templateUnknown", { names: unknown.map((name) => `{{${name}}}`).join(" ") })}
      </p>
      <p class="hint">{t("options.sample")}</p>
      <pre class="preview sample" tabIndex={0}>
        {formatQuote(SAMPLE_QUOTE, { format, template }).text}
      </pre>
    </>
  );
}
