import { computed, signal, type ReadonlySignal } from "@preact/signals";

/** A place the list scrolls to: a character of a paragraph, or the paragraph without `offset`. */
export interface RevealedPosition {
  paragraph: number;
  offset?: number | undefined;
}

/** What decides the list's scroll position. */
export type ScrollAnchor =
  | { kind: "spoken-line" }
  | { kind: "position"; position: RevealedPosition }
  /** The reader scrolled, selected or moved the focus. */
  | { kind: "reader" };

/** Direction of the spoken line as seen from the visible part of the list; null while it is visible. */
export type OffscreenDirection = "above" | "below" | null;

/** Where the reader is in the list, and whether it follows playback. */
export interface FollowModel {
  anchor: ReadonlySignal<ScrollAnchor>;
  isFollowing: ReadonlySignal<boolean>;
  /** Measured by the list. */
  offscreenDirection: ReadonlySignal<OffscreenDirection>;
  /** Index of the one paragraph whose buttons are in the tab order. */
  tabStopIndex: ReadonlySignal<number>;
  follow: () => void;
  stopFollowing: () => void;
  /** Stops following and scrolls to a place. */
  reveal: (position: RevealedPosition) => void;
  setOffscreenDirection: (direction: OffscreenDirection) => void;
  setTabStop: (paragraph: number) => void;
}

const SPOKEN_LINE: ScrollAnchor = { kind: "spoken-line" };
const READER: ScrollAnchor = { kind: "reader" };

/** Creates the model of the list's position. It follows playback at first. */
export function createFollowModel(): FollowModel {
  const anchor = signal<ScrollAnchor>(SPOKEN_LINE);
  const offscreenDirection = signal<OffscreenDirection>(null);
  const tabStopIndex = signal(0);
  return {
    anchor,
    isFollowing: computed(() => anchor.value.kind === "spoken-line"),
    offscreenDirection,
    tabStopIndex,
    follow: () => (anchor.value = SPOKEN_LINE),
    stopFollowing: () => (anchor.value = READER),
    reveal: (position) => (anchor.value = { kind: "position", position }),
    setOffscreenDirection: (direction) => (offscreenDirection.value = direction),
    setTabStop: (paragraph) => (tabStopIndex.value = paragraph),
  };
}
