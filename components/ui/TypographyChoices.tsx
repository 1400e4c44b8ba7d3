import type { TypographySettings } from "../../utils/extension/settings.ts";
import { Choice } from "./Choice.tsx";
import { t } from "./i18n.ts";

interface Props {
  typography: TypographySettings;
  onTypographyChange: (typography: TypographySettings) => void;
}

/** Selectable font sizes, in px. */
const FONT_SIZES_PX = [13, 14, 15, 16, 17, 18, 20, 22, 24, 28];

/** Choices of font size, colours, font, line spacing and line width. */
export function TypographyChoices({ typography, onTypographyChange }: Props) {
  const { size } = typography;
  const index = FONT_SIZES_PX.indexOf(size);
  const renderChoice = <K extends keyof TypographySettings>(
    key: K,
    legend: string,
    values: readonly (readonly [TypographySettings[K], string])[],
  ) => (
    <Choice
      name={key}
      legend={legend}
      values={values}
      value={typography[key]}
      onChoose={(value) => onTypographyChange({ ...typography, [key]: value })}
    />
  );
  const renderSizeButton = (by: number, label: string) => (
    <button
      type="button"
      class="size"
      aria-label={label}
      disabled={FONT_SIZES_PX[index + by] === undefined}
      onClick={() => onTypographyChange({ ...typography, size: FONT_SIZES_PX[index + by] ?? size })}
    >
      {by > 0 ? "A+" : "A−"}
    </button>
  );
  return (
    <div class="reading">
      <div class="sizes" role="group" aria-label={t("reading.size")}>
        {renderSizeButton(-1, t("reading.smaller"))}
        <output aria-live="polite">{size} px</output>
        {renderSizeButton(1, t("reading.larger"))}
      </div>
      {renderChoice("theme", t("reading.colours"), [
        ["auto", t("reading.auto")],
        ["light", t("reading.light")],
        ["sepia", t("reading.sepia")],
        ["dark", t("reading.dark")],
      ])}
      {renderChoice("face", t("reading.letters"), [
        ["sans", t("reading.sans")],
        ["serif", t("reading.serif")],
      ])}
      {renderChoice("spacing", t("reading.lines"), [
        ["tight", t("reading.tight")],
        ["normal", t("reading.normal")],
        ["wide", t("reading.wide")],
      ])}
      {renderChoice("width", t("reading.width"), [
        ["narrow", t("reading.narrow")],
        ["normal", t("reading.normal")],
        ["full", t("reading.full")],
      ])}
    </div>
  );
}
