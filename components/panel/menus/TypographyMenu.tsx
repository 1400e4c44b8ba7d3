import type { TypographySettings } from "../../../utils/extension/settings.ts";
import { Menu } from "../../ui/Menu.tsx";
import { TypographyChoices } from "../../ui/TypographyChoices.tsx";
import { t } from "../../ui/i18n.ts";

interface Props {
  typography: TypographySettings;
  onTypographyChange: (typography: TypographySettings) => void;
}

/** A menu with size, spacing, width, letters and colours of the text. */
export function TypographyMenu({ typography, onTypographyChange }: Props) {
  return (
    <Menu icon="text" label={t("reading.label")}>
      {() => <TypographyChoices typography={typography} onTypographyChange={onTypographyChange} />}
    </Menu>
  );
}
