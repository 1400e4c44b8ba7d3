import type { Reading } from "../../utils/settings.ts";
import { Menu } from "../ui/Menu.tsx";

interface Props {
  reading: Reading;
  onReading: (reading: Reading) => void;
}

/** The sizes there are, in px. */
const SIZES = [13, 14, 15, 16, 17, 18, 20, 22, 24, 28];

/** How the text looks: size, spacing, width, letters, colours. */
export function ReadingMenu({ reading, onReading }: Props) {
  const at = SIZES.indexOf(reading.size);
  const choice = <K extends keyof Reading>(
    key: K,
    legend: string,
    values: readonly (readonly [Reading[K], string])[],
  ) => (
    <fieldset>
      <legend>{legend}</legend>
      {values.map(([value, label]) => (
        <label key={label}>
          <input
            type="radio"
            name={key}
            checked={reading[key] === value}
            onChange={() => onReading({ ...reading, [key]: value })}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
  const sized = (by: number, label: string) => (
    <button
      type="button"
      class="size"
      aria-label={label}
      disabled={SIZES[at + by] === undefined}
      onClick={() => onReading({ ...reading, size: SIZES[at + by] ?? reading.size })}
    >
      {by > 0 ? "A+" : "A−"}
    </button>
  );
  return (
    <Menu icon="text" label="Text settings">
      {() => (
        <div class="reading">
          <div class="sizes" role="group" aria-label="Size">
            {sized(-1, "A−, smaller")}
            <output aria-live="polite">{reading.size} px</output>
            {sized(1, "A+, larger")}
          </div>
          {choice("theme", "Colours", [
            ["auto", "As the page"],
            ["light", "Light"],
            ["sepia", "Sepia"],
            ["dark", "Dark"],
          ])}
          {choice("face", "Letters", [
            ["sans", "Sans"],
            ["serif", "Serif"],
          ])}
          {choice("spacing", "Lines", [
            ["tight", "Tight"],
            ["normal", "Normal"],
            ["wide", "Wide"],
          ])}
          {choice("width", "Width", [
            ["narrow", "Narrow"],
            ["normal", "Normal"],
            ["full", "Full"],
          ])}
        </div>
      )}
    </Menu>
  );
}
