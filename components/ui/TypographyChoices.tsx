import type { TypographySettings } from "../../utils/extension/settings.ts";
import { Choice } from "./Choice.tsx";
import { t } from "./i18n.ts";

interface Props {
  typography: TypographySettings;
  onTypographyChange: (reading: TypographySettings) => void;
}

/** The sizes there are, in px. */
const FONT_SIZES_PX = [13, 14, 15, 16, 17, 18, 20, 22, 24, 28];

/** How the text looks: size, spacing, width, letters, colours. */
export function TypographyChoices({ typography: reading, onTypographyChange: onReading }: Props) {
  const at = FONT_SIZES_PX.indexOf(reading.size);
  const choice = <K extends keyof TypographySettings>(
    key: K,
    legend: string,
    values: readonly (readonly [TypographySettings[K], string])[],
  ) => (
    <Choice
      name={key}
      legend={legend}
      values={values}
      value={reading[key]}
      onChoose={(value) => onReading({ ...reading, [key]: value })}
    />
  );
  const sized = (by: number, label: string) => (
    <button
      type="button"
      class="size"
      aria-label={label}
      disabled={FONT_SIZES_PX[at + by] === undefined}
      onClick={() => onReading({ ...reading, size: FONT_SIZES_PX[at + by] ?? reading.size })}
    >
      {by > 0 ? "A+" : "A−"}
    </button>
  );
  return (
    <div class="reading">
      <div class="sizes" role="group" aria-label={t("reading.size")}>
        {sized(-1, t("reading.smaller"))}
        <output aria-live="polite">{reading.size} px</output>
        {sized(1, t("reading.larger"))}
      </div>
      {choice("theme", t("reading.colours"), [
        ["auto", t("reading.auto")],
        ["light", t("reading.light")],
        ["sepia", t("reading.sepia")],
        ["dark", t("reading.dark")],
      ])}
      {choice("face", t("reading.letters"), [
        ["sans", t("reading.sans")],
        ["serif", t("reading.serif")],
      ])}
      {choice("spacing", t("reading.lines"), [
        ["tight", t("reading.tight")],
        ["normal", t("reading.normal")],
        ["wide", t("reading.wide")],
      ])}
      {choice("width", t("reading.width"), [
        ["narrow", t("reading.narrow")],
        ["normal", t("reading.normal")],
        ["full", t("reading.full")],
      ])}
    </div>
  );
}
