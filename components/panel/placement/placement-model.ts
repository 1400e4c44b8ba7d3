import { computed, signal, type ReadonlySignal } from "@preact/signals";

/** Width of the docked panel in px, before the reader changes it. */
const DEFAULT_WIDTH_PX = 400;

/** An element of the page that had the focus. */
export type FocusTarget = Pick<HTMLElement, "focus" | "isConnected">;

/** Whether the panel is open, and how wide it is. */
export interface PlacementModel {
  /** The reader switched the extension off on this site. */
  isDisabled: ReadonlySignal<boolean>;
  /** False on a site on which the extension is switched off. */
  isOpen: ReadonlySignal<boolean>;
  /** The reader opened or closed the panel, rather than the page, so the focus follows. */
  isFocusMoving: ReadonlySignal<boolean>;
  /** Element of the page that gets the focus back; null for the panel's tab. */
  opener: ReadonlySignal<FocusTarget | null>;
  /** Width of the docked panel in px. */
  width: ReadonlySignal<number>;
  /** Opens the panel for the page, without moving the focus. */
  open: () => void;
  /** Opens or closes the panel for the reader, who finds it so on the site's next page. */
  setOpen: (isOpen: boolean, opener?: FocusTarget | null) => void;
  /** Resizes the panel; a width is stored when the drag is done. */
  resize: (width: number, isDone: boolean) => void;
}

interface PlacementInputs {
  isDisabled: ReadonlySignal<boolean>;
  /** Width in px the reader chose on this site. */
  storedWidth: ReadonlySignal<number | undefined>;
  saveOpen: (isOpen: boolean) => void;
  saveWidth: (width: number) => void;
}

/** Creates the model of the panel's placement on one page. */
export function createPlacementModel(inputs: PlacementInputs): PlacementModel {
  const { isDisabled, storedWidth, saveOpen, saveWidth } = inputs;
  const isRequested = signal(false);
  const isFocusMoving = signal(false);
  const opener = signal<FocusTarget | null>(null);
  const draggedWidth = signal<number | null>(null);
  return {
    isDisabled,
    isOpen: computed(() => isRequested.value && !isDisabled.value),
    isFocusMoving,
    opener,
    width: computed(() => draggedWidth.value ?? storedWidth.value ?? DEFAULT_WIDTH_PX),
    open: () => (isRequested.value = true),
    setOpen(isOpen, from = null) {
      isFocusMoving.value = true;
      if (isOpen) opener.value = from;
      isRequested.value = isOpen;
      saveOpen(isOpen);
    },
    resize(width, isDone) {
      draggedWidth.value = isDone ? null : width;
      if (isDone) saveWidth(width);
    },
  };
}
