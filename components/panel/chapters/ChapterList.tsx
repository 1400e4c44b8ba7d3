import { useLayoutEffect, useRef } from "preact/hooks";
import { formatTime } from "../../../utils/transcript/model/clock-time.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { ChapterHeading } from "./chapter-headings.ts";
import { t, describeTime } from "../../ui/i18n.ts";

interface Props {
  headings: readonly ChapterHeading[];
  /** Index of the one being spoken; -1 for none. */
  currentIndex: number;
  /** Times are not exact. */
  isApproximate: boolean;
  onChoose: (heading: ChapterHeading) => void;
  onClose: () => void;
}

/** The chapters of the episode, the one being spoken marked; choosing one goes there. */
export function ChapterList({
  headings,
  currentIndex: current,
  isApproximate: about,
  onChoose,
  onClose,
}: Props) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    (buttons[current] ?? buttons[0])?.focus();
    // Only when it opens: the focus is the reader's afterwards.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") onClose();
    else if (next !== undefined) buttons[Math.max(0, Math.min(buttons.length - 1, next))]?.focus();
    else return;
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <div class="sheet" role="dialog" aria-label={t("panel.chapters")} onKeyDown={onKeyDown}>
      <div class="sheet-head">
        <h3>{t("panel.chapters")}</h3>
        <button type="button" class="round" aria-label={t("close")} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <ol ref={list} class="outline">
        {headings.map((heading, i) => {
          const { title, seconds } = heading;
          const time = seconds === null ? "" : describeTime(seconds, about);
          return (
            <li key={i}>
              <button
                type="button"
                aria-current={i === current ? "true" : undefined}
                onClick={() => onChoose(heading)}
              >
                <span>{title}</span>
                {seconds !== null && (
                  <time dateTime={`PT${Math.floor(seconds)}S`} aria-label={time}>
                    {formatTime(seconds, about)}
                  </time>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
