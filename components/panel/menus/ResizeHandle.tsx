import { useRef, useState } from "preact/hooks";
import { t } from "../../ui/i18n.ts";

interface Props {
  /** Of the docked panel, in px. */
  width: number;
  /** While it is being dragged, and when that has ended. */
  onResize: (width: number, done: boolean) => void;
}

/** Narrowest and widest, in px; a window that is narrower still narrows it further. */
export const [MIN_PANEL_WIDTH_PX, MAX_PANEL_WIDTH_PX] = [280, 900];
const RESIZE_STEP_PX = 20;

/** The docked panel's edge: dragged, or moved by arrows, it changes the width. */
export function ResizeHandle({ width, onResize: onWidth }: Props) {
  const grip = useRef<{ x: number; width: number } | null>(null);
  const [dragged, setDragged] = useState(false);
  const letGo = () => {
    grip.current = null;
    setDragged(false);
  };
  const within = (wanted: number) =>
    Math.round(Math.max(MIN_PANEL_WIDTH_PX, Math.min(MAX_PANEL_WIDTH_PX, wanted)));
  const at = ({ clientX }: PointerEvent) => within(grip.current!.width + grip.current!.x - clientX);
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = {
      ArrowLeft: width + RESIZE_STEP_PX,
      ArrowRight: width - RESIZE_STEP_PX,
      Home: MAX_PANEL_WIDTH_PX,
      End: MIN_PANEL_WIDTH_PX,
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
      aria-valuemin={MIN_PANEL_WIDTH_PX}
      aria-valuemax={MAX_PANEL_WIDTH_PX}
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
