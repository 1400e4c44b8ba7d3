import { useCallback, useRef } from "preact/hooks";

/** How far below the viewport the end of a list is reached, in px. */
const MARGIN_PX = 600;

/** A ref for the last element of a list: `onReach` runs whenever it comes near the viewport. */
export function useEndSentinel(onReach: () => void): (element: Element | null) => void {
  const observer = useRef<IntersectionObserver | null>(null);
  return useCallback(
    (element) => {
      observer.current?.disconnect();
      if (!element) return;
      observer.current = new IntersectionObserver(
        (entries) => entries.some(({ isIntersecting }) => isIntersecting) && onReach(),
        { rootMargin: `${MARGIN_PX}px` },
      );
      observer.current.observe(element);
    },
    [onReach],
  );
}
