import type { RefObject } from "preact";
import { findHeadingIndex, type ChapterHeading } from "./chapters/chapter-headings.ts";
import { ChapterList } from "./chapters/ChapterList.tsx";
import type { PanelModel } from "./panel-model.ts";
import { ShortcutHelp } from "./shortcuts/ShortcutHelp.tsx";

interface Props {
  model: Pick<PanelModel, "sheet" | "setSheet" | "spokenLine" | "follow" | "jump">;
  headings: readonly ChapterHeading[];
  /** Times are not exact. */
  isApproximate: boolean;
  /** Gets the focus when a sheet closes and the element that opened it is gone. */
  fallbackFocus: RefObject<HTMLElement | null>;
  /** Moves the focus to a paragraph. */
  focusRow: (index: number) => void;
}

/** The sheet that is open over the transcript, if any. */
export function PanelSheets({ model, headings, isApproximate, fallbackFocus, focusRow }: Props) {
  const close = () => model.setSheet(null);
  const goTo = ({ paragraph }: ChapterHeading) => {
    close();
    focusRow(paragraph);
    if (!model.jump({ paragraph, offset: 0 })) model.follow.reveal({ paragraph });
  };
  switch (model.sheet.value) {
    case null:
      return null;
    case "shortcuts":
      return <ShortcutHelp fallbackFocus={fallbackFocus} onClose={close} />;
    case "chapters":
      return (
        <ChapterList
          headings={headings}
          currentIndex={findHeadingIndex(headings, model.spokenLine.value.paragraph)}
          isApproximate={isApproximate}
          fallbackFocus={fallbackFocus}
          onChoose={goTo}
          onClose={close}
        />
      );
  }
}
