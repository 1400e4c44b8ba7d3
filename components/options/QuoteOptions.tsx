import { useState } from "preact/hooks";
import { writeQuote } from "../../utils/quote/formats/formats.ts";
import { FORMATS, type Format, type Writing } from "../../utils/quote/formats/writing.ts";
import { LONGEST_TEMPLATE, TEMPLATE_NAMES, unknownNames } from "../../utils/quote/formats/template.ts";
import type { Quote } from "../../utils/quote/quote.ts";
import { FORMAT_NAMES } from "../quote/FormatChoices.tsx";
import { t } from "../ui/words.ts";

interface Props {
  writing: Writing;
  onWriting: (writing: Writing) => void;
}

/** What the preview shows. */
const SAMPLE: Quote = {
  said: [
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

/** How quotes are written, with the reader's own format and how that looks. */
export function QuoteOptions({ writing, onWriting }: Props) {
  const [template, setTemplate] = useState(writing.template);
  const { format } = writing;
  const unknown = unknownNames(template);
  return (
    <>
      <label class="select">
        {t("options.format")}{" "}
        <select
          value={format}
          onChange={(event) => onWriting({ ...writing, format: event.currentTarget.value as Format })}
        >
          {FORMATS.map((each) => (
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
          maxLength={LONGEST_TEMPLATE}
          value={template}
          onInput={(event) => {
            const { value } = event.currentTarget;
            setTemplate(value);
            onWriting({ ...writing, template: value });
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
        {writeQuote(SAMPLE, { format, template }).text}
      </pre>
    </>
  );
}
