import type { TypographySettings } from "../../../utils/extension/settings.ts";
import { Menu } from "../../ui/Menu.tsx";
import { TypographyChoices } from "../../ui/TypographyChoices.tsx";
import { t } from "../../ui/i18n.ts";

interface Props {
  typography: TypographySettings;
  onTypographyChange: (reading: TypographySettings) => void;
}

/** How the text looks, in a small box. */
export function TypographyMenu({ typography: reading, onTypographyChange: onReading }: Props) {
  return (
    <Menu icon="text" label={t("reading.label")}>
      {() => <TypographyChoices typography={reading} onTypographyChange={onReading} />}
    </Menu>
  );
}
