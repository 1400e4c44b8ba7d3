import { useRef, useState } from "preact/hooks";
import { t } from "../../ui/i18n.ts";

interface Props {
  /** Width of the docked panel in px. */
  width: number;
  /** Called while the edge is dragged, and once more with `isDone` at the end. */
  onResize: (width: number, isDone: boolean) => void;
}

/** Bounds of the width in px. The style sheet narrows the panel further in a narrow window. */
const [MIN_PANEL_WIDTH_PX, MAX_PANEL_WIDTH_PX] = [280, 900];
const RESIZE_STEP_PX = 20;

const clampWidth = (width: number) =>
  Math.round(Math.max(MIN_PANEL_WIDTH_PX, Math.min(MAX_PANEL_WIDTH_PX, width)));

/** The edge of the docked panel. Dragging it or pressing an arrow key changes the width. */
export function ResizeHandle({ width, onResize }: Props) {
  const drag = useRef<{ x: number; width: number } | null>(null);
  const [isDragged, setDragged] = useState(false);
  const endDrag = () => {
    drag.current = null;
    setDragged(false);
  };
  const resizeTo = ({ clientX }: PointerEvent, isDone: boolean) => {
    if (drag.current) onResize(clampWidth(drag.current.width + drag.current.x - clientX), isDone);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = {
      ArrowLeft: width + RESIZE_STEP_PX,
      ArrowRight: width - RESIZE_STEP_PX,
      Home: MAX_PANEL_WIDTH_PX,
      End: MIN_PANEL_WIDTH_PX,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onResize(clampWidth(next), true);
  };
  return (
    <div
      class={isDragged ? "edge dragged" : "edge"}
      role="separator"
      aria-orientation="vertical"
      aria-label={t("panel.width")}
      aria-valuenow={width}
      aria-valuemin={MIN_PANEL_WIDTH_PX}
      aria-valuemax={MAX_PANEL_WIDTH_PX}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        drag.current = { x: event.clientX, width };
        setDragged(true);
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => resizeTo(event, false)}
      onPointerUp={(event) => {
        resizeTo(event, true);
        endDrag();
      }}
      onPointerCancel={endDrag}
    />
  );
}
