import type { Reading } from "../../utils/settings.ts";
import { Menu } from "../ui/Menu.tsx";
import { ReadingChoices } from "../ui/ReadingChoices.tsx";
import { t } from "../ui/words.ts";

interface Props {
  reading: Reading;
  onReading: (reading: Reading) => void;
}

/** How the text looks, in a small box. */
export function ReadingMenu({ reading, onReading }: Props) {
  return (
    <Menu icon="text" label={t("reading.label")}>
      {() => <ReadingChoices reading={reading} onReading={onReading} />}
    </Menu>
  );
}
