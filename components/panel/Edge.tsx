import { useRef, useState } from "preact/hooks";
import { t } from "../ui/words.ts";

interface Props {
  /** Of the docked panel, in px. */
  width: number;
  /** While it is being dragged, and when that has ended. */
  onWidth: (width: number, done: boolean) => void;
}

/** Narrowest and widest, in px; a window that is narrower still narrows it further. */
export const [LEAST_WIDTH, MOST_WIDTH] = [280, 900];
const STEP = 20;

/** The docked panel's edge: dragged, or moved by arrows, it changes the width. */
export function Edge({ width, onWidth }: Props) {
  const grip = useRef<{ x: number; width: number } | null>(null);
  const [dragged, setDragged] = useState(false);
  const letGo = () => {
    grip.current = null;
    setDragged(false);
  };
  const within = (wanted: number) => Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, wanted)));
  const at = ({ clientX }: PointerEvent) => within(grip.current!.width + grip.current!.x - clientX);
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: MOST_WIDTH,
      End: LEAST_WIDTH,
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(within(wanted), true);
  };
  return (
    <div
      class={dragged ? "edge dragged" : "edge"}
      role="separator"
      aria-orientation="vertical"
      aria-label={t("panel.width")}
      aria-valuenow={width}
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={MOST_WIDTH}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        grip.current = { x: event.clientX, width };
        setDragged(true);
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => grip.current && onWidth(at(event), false)}
      onPointerUp={(event) => {
        if (grip.current) onWidth(at(event), true);
        letGo();
      }}
      onPointerCancel={letGo}
    />
  );
}
