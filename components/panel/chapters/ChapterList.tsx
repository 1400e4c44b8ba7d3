import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { formatTime } from "../../../utils/transcript/model/clock-time.ts";
import { describeTime, t } from "../../ui/i18n.ts";
import { Sheet } from "../menus/Sheet.tsx";
import type { ChapterHeading } from "./chapter-headings.ts";

interface Props {
  headings: readonly ChapterHeading[];
  /** Index of the chapter under the playhead; -1 for none. */
  currentIndex: number;
  /** Times are not exact. */
  isApproximate: boolean;
  fallbackFocus: RefObject<HTMLElement | null>;
  onChoose: (heading: ChapterHeading) => void;
  onClose: () => void;
}

/** A sheet with the chapters of the episode. The one under the playhead is marked and has the focus at first. */
export function ChapterList(props: Props) {
  const { headings, currentIndex, isApproximate, fallbackFocus, onChoose, onClose } = props;
  const list = useRef<HTMLOListElement>(null);
  const getButtons = () => [...(list.current?.querySelectorAll("button") ?? [])];
  useLayoutEffect(() => {
    const buttons = getButtons();
    (buttons[currentIndex] ?? buttons[0])?.focus();
    // The reader moves the focus once the sheet is open.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = getButtons();
    const index = buttons.indexOf(event.target as HTMLButtonElement);
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") onClose();
    else if (next !== undefined) buttons[Math.max(0, Math.min(buttons.length - 1, next))]?.focus();
    else return;
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <Sheet label={t("panel.chapters")} fallbackFocus={fallbackFocus} onKeyDown={onKeyDown} onClose={onClose}>
      <ol ref={list} class="outline">
        {headings.map((heading, i) => {
          const { title, seconds } = heading;
          return (
            <li key={i}>
              <button
                type="button"
                aria-current={i === currentIndex ? "true" : undefined}
                onClick={() => onChoose(heading)}
              >
                <span>{title}</span>
                {seconds !== null && (
                  <time
                    dateTime={`PT${Math.floor(seconds)}S`}
                    aria-label={describeTime(seconds, isApproximate)}
                  >
                    {formatTime(seconds, isApproximate)}
                  </time>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </Sheet>
  );
}
