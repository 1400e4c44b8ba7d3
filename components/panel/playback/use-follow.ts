import type { RefObject } from "preact";
import type { SpokenLine } from "./use-playback.ts";
import { useCallback, useEffect, useState } from "preact/hooks";

/** The spoken line stands this far down the view. */
const SPOKEN_LINE_TOP_RATIO = 0.3;
/** A pointer that moved this far with its button down selects or drags, in px. */
const DRAG_THRESHOLD_PX = 4;
const SCROLL_KEYS = new Set(["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", " "]);

/** Where the followed paragraph is, seen from what is in view. */
export type OffscreenDirection = "above" | "below" | null;

/** Following the spoken paragraph: on until the reader scrolls, selects or searches, and on again when they say so. */
export interface FollowController {
  isFollowing: boolean;
  offscreenDirection: OffscreenDirection;
  setFollowing: (following: boolean) => void;
  /** Scrolls to a paragraph, to a share of it or to a character, whether it is followed or not. */
  reveal: (index: number, share?: number, offset?: number) => void;
}

/** Keeps what is being spoken in view inside a scrolling list, never scrolling the page around it. */
export function useFollow(list: RefObject<HTMLElement | null>, spoken: SpokenLine): FollowController {
  const [following, setFollowing] = useState(true);
  const [away, setAway] = useState<OffscreenDirection>(null);

  const reveal = useCallback(
    (wanted: number, share = 0, offset?: number) => scrollToParagraph(list.current, wanted, share, offset),
    [list],
  );
  useEffect(() => {
    const box = list.current;
    if (!following || !box || spoken.paragraph < 0) return undefined;
    const show = () => reveal(spoken.paragraph, spoken.progress);
    show();
    // Text flows anew when the panel changes its width.
    const observer = new ResizeObserver(show);
    observer.observe(box);
    return () => observer.disconnect();
  }, [list, following, spoken, reveal]);

  useEffect(() => {
    const box = list.current;
    if (!box) return undefined;
    const left = new AbortController();
    const on = (name: string, listener: (event: Event) => void) =>
      box.addEventListener(name, listener, { signal: left.signal, passive: true });
    const suspend = () => setFollowing(false);
    let down: { x: number; y: number } | null = null;
    on("wheel", suspend);
    on("touchmove", suspend);
    on("keydown", (event) => SCROLL_KEYS.has((event as KeyboardEvent).key) && suspend());
    on("pointerdown", (event) => {
      const { clientX: x, clientY: y, offsetX } = event as PointerEvent;
      if (event.target === box && offsetX >= box.clientWidth) suspend(); // On the scroll bar.
      down = { x, y };
    });
    on("pointerup", () => (down = null));
    on("pointermove", (event) => {
      const { clientX, clientY, buttons } = event as PointerEvent;
      if (down && buttons && Math.hypot(clientX - down.x, clientY - down.y) > DRAG_THRESHOLD_PX) suspend();
    });
    return () => left.abort();
  }, [list]);

  useEffect(() => {
    const box = list.current;
    const item = box && findSpokenElement(box, spoken.paragraph);
    if (!box || !item) {
      setAway(null);
      return undefined;
    }
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        setAway(entry.isIntersecting ? null : measureOffscreenDirection(box, item));
      },
      { root: box },
    );
    observer.observe(item);
    return () => observer.disconnect();
  }, [list, spoken]);

  return { isFollowing: following, offscreenDirection: away, setFollowing, reveal };
}

/** Where something out of view is; what is out of sight is not laid out, so its row is asked first. */
function measureOffscreenDirection(box: HTMLElement, item: Element): OffscreenDirection {
  const row = (item.closest("[data-index]") ?? item).getBoundingClientRect();
  const { top, bottom } = box.getBoundingClientRect();
  if (row.top >= bottom) return "below";
  return row.bottom <= top || item.getBoundingClientRect().top < top ? "above" : "below";
}

/** The paragraph or, as it can be longer than the view, the stretch of it that is being spoken. */
function findSpokenElement(box: HTMLElement, index: number): Element | null {
  const paragraph = box.querySelector(`[data-index="${index}"]`);
  return paragraph?.querySelector(".now") ?? paragraph;
}

/** How often a jump is put right, as rows that come into view turn out higher or lower than was expected of them. */
const MAX_SCROLL_CORRECTIONS = 3;

function scrollToParagraph(
  box: HTMLElement | null,
  index: number,
  share: number,
  offset?: number,
  corrections = MAX_SCROLL_CORRECTIONS,
): void {
  const item =
    box &&
    (offset === undefined ? findSpokenElement(box, index) : box.querySelector(`[data-index="${index}"]`));
  if (!item) return;
  const { top: itemTop, height } =
    (offset === undefined ? null : measureCharacterBox(item, offset)) ?? item.getBoundingClientRect();
  const top = itemTop + height * share - box.getBoundingClientRect().top + box.scrollTop;
  const wanted = Math.max(0, top - box.clientHeight * SPOKEN_LINE_TOP_RATIO);
  const far = Math.abs(wanted - box.scrollTop) > box.clientHeight;
  const still = far || matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (Math.abs(wanted - box.scrollTop) < 1) return;
  box.scrollTo({ top: wanted, behavior: still ? "instant" : "smooth" });
  if (still && corrections)
    requestAnimationFrame(() => scrollToParagraph(box, index, share, offset, corrections - 1));
}

/** The box of a character of a paragraph's text; null where it is folded away. */
function measureCharacterBox(item: Element, offset: number): DOMRect | null {
  const text = item.querySelector(".text");
  const walker = text && document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (
    let node = walker?.nextNode() as Text | null | undefined;
    node;
    node = walker!.nextNode() as Text | null
  ) {
    if (at + node.length > offset) {
      const range = document.createRange();
      range.setStart(node, offset - at);
      range.setEnd(node, offset - at + 1);
      const box = range.getBoundingClientRect();
      return box.height ? box : null;
    }
    at += node.length;
  }
  return null;
}
