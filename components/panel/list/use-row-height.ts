import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Shortest paragraph that is representative for the height of the others, in characters. */
const MIN_SAMPLE_CHARACTERS = 200;

/**
 * Sets `--character-height`, the height that one character adds to a row, when the list or its font changes size. The
 * style sheet estimates from it the height of rows that the browser does not lay out.
 * @see https://developer.mozilla.org/en-US/docs/Web/CSS/contain-intrinsic-size
 */
export function useRowHeight(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = list.current;
    const texts = [...(box?.querySelectorAll<HTMLElement>(".text") ?? [])];
    const sample = texts.find(({ textContent }) => textContent.length > MIN_SAMPLE_CHARACTERS) ?? texts[0];
    if (!box || !sample) return undefined;
    const observer = new ResizeObserver(() => {
      const { height } = sample.getBoundingClientRect();
      const characters = sample.textContent.length;
      if (height && characters)
        box.style.setProperty("--character-height", `${(height / characters).toFixed(3)}px`);
    });
    for (const element of [box, sample]) observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
}
