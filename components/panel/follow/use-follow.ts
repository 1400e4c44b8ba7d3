import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { collectTextNodes } from "../highlight/text-nodes.ts";
import type { SpokenLine } from "../playback/spoken-line.ts";
import type { FollowModel, OffscreenDirection } from "./follow-model.ts";

/** Distance of the spoken line from the top of the list, as a share of the list's height. */
const SPOKEN_LINE_TOP_RATIO = 0.3;
/** A pressed pointer that moves this far selects or drags, in px. */
const DRAG_THRESHOLD_PX = 4;
const SCROLL_KEYS = new Set(["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", " "]);

/** Scrolls a list to its anchor, and never the page around it. Following ends when the reader scrolls or drags. */
export function useFollow(
  list: RefObject<HTMLElement | null>,
  follow: FollowModel,
  spokenLine: SpokenLine,
): void {
  const anchor = follow.anchor.value;
  const isFollowing = anchor.kind === "spoken-line";
  useEffect(() => {
    const box = list.current;
    if (!isFollowing || !box || spokenLine.paragraph < 0) return undefined;
    const show = () => scrollToParagraph(box, spokenLine.paragraph, spokenLine.progress);
    show();
    // A change of the panel's width reflows the text.
    const observer = new ResizeObserver(show);
    observer.observe(box);
    return () => observer.disconnect();
  }, [list, isFollowing, spokenLine]);

  useEffect(() => {
    if (anchor.kind !== "position" || !list.current) return;
    scrollToParagraph(list.current, anchor.position.paragraph, 0, anchor.position.offset);
  }, [list, anchor]);

  const { stopFollowing, setOffscreenDirection } = follow;
  useEffect(
    () => (list.current ? watchScrolling(list.current, stopFollowing) : undefined),
    [list, stopFollowing],
  );

  useEffect(() => {
    const box = list.current;
    const item = box && findSpokenElement(box, spokenLine.paragraph);
    if (!box || !item) {
      setOffscreenDirection(null);
      return undefined;
    }
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry) setOffscreenDirection(entry.isIntersecting ? null : measureOffscreenDirection(box, item));
      },
      { root: box },
    );
    observer.observe(item);
    return () => observer.disconnect();
  }, [list, spokenLine, setOffscreenDirection]);
}

/** Calls back when the reader scrolls a list, or presses in it and drags. Returns a function that stops watching. */
function watchScrolling(box: HTMLElement, onScroll: () => void): () => void {
  const listeners = new AbortController();
  const options = { signal: listeners.signal, passive: true };
  let pressed: { x: number; y: number } | null = null;
  box.addEventListener("wheel", onScroll, options);
  box.addEventListener("touchmove", onScroll, options);
  box.addEventListener("keydown", ({ key }) => SCROLL_KEYS.has(key) && onScroll(), options);
  box.addEventListener(
    "pointerdown",
    ({ target, offsetX, clientX: x, clientY: y }) => {
      const isOnScrollBar = target === box && offsetX >= box.clientWidth;
      if (isOnScrollBar) onScroll();
      pressed = { x, y };
    },
    options,
  );
  box.addEventListener("pointerup", () => (pressed = null), options);
  box.addEventListener(
    "pointermove",
    ({ clientX, clientY, buttons }) => {
      if (!pressed || !buttons) return;
      if (Math.hypot(clientX - pressed.x, clientY - pressed.y) > DRAG_THRESHOLD_PX) onScroll();
    },
    options,
  );
  return () => listeners.abort();
}

/** Browsers skip the layout of content out of sight, so the row's position takes precedence over the element's. */
function measureOffscreenDirection(box: HTMLElement, item: Element): OffscreenDirection {
  const row = (item.closest("[data-index]") ?? item).getBoundingClientRect();
  const { top, bottom } = box.getBoundingClientRect();
  if (row.top >= bottom) return "below";
  return row.bottom <= top || item.getBoundingClientRect().top < top ? "above" : "below";
}

/** Finds the spoken line of a paragraph, which can be taller than the view, or else the paragraph. */
function findSpokenElement(box: HTMLElement, index: number): Element | null {
  const paragraph = box.querySelector(`[data-index="${index}"]`);
  return paragraph?.querySelector(".now") ?? paragraph;
}

/** Rows that come into view turn out taller or shorter than estimated, so the position is corrected up to this often. */
const MAX_SCROLL_CORRECTIONS = 3;

/**
 * Scrolls to a paragraph.
 * @param share Share of the spoken line's height above the target, from 0 to 1.
 * @param offset Character to scroll to, in place of the spoken line or the paragraph's beginning.
 */
function scrollToParagraph(
  box: HTMLElement,
  index: number,
  share: number,
  offset?: number,
  corrections = MAX_SCROLL_CORRECTIONS,
): void {
  const item =
    offset === undefined ? findSpokenElement(box, index) : box.querySelector(`[data-index="${index}"]`);
  if (!item) return;
  const { top: itemTop, height } =
    (offset === undefined ? null : measureCharacterBox(item, offset)) ?? item.getBoundingClientRect();
  const top = itemTop + height * share - box.getBoundingClientRect().top + box.scrollTop;
  const wanted = Math.max(0, top - box.clientHeight * SPOKEN_LINE_TOP_RATIO);
  const distance = Math.abs(wanted - box.scrollTop);
  if (distance < 1) return;
  const isInstant = distance > box.clientHeight || matchMedia("(prefers-reduced-motion: reduce)").matches;
  box.scrollTo({ top: wanted, behavior: isInstant ? "instant" : "smooth" });
  if (isInstant && corrections)
    requestAnimationFrame(() => scrollToParagraph(box, index, share, offset, corrections - 1));
}

/** Measures a character of a paragraph's text; null where the paragraph is collapsed. */
function measureCharacterBox(item: Element, offset: number): DOMRect | null {
  const found = collectTextNodes(item).findLast((text) => text.offset <= offset);
  if (!found || offset >= found.offset + found.node.length) return null;
  const range = document.createRange();
  range.setStart(found.node, offset - found.offset);
  range.setEnd(found.node, offset - found.offset + 1);
  const box = range.getBoundingClientRect();
  return box.height ? box : null;
}
