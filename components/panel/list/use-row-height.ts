import { useEffect } from "preact/hooks";
import type { RefObject } from "preact";

/** A paragraph of so many characters says well how high the others are. */
const MIN_SAMPLE_CHARACTERS = 200;

/**
 * Tells the style sheet how high a character of text makes a row, whenever the list or its letters change their size:
 * rows that are out of sight are not laid out, and the scroll bar goes by what is expected of them.
 */
export function useRowHeight(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = list.current;
    const texts = [...(box?.querySelectorAll<HTMLElement>(".text") ?? [])];
    const text = texts.find(({ textContent }) => textContent.length > MIN_SAMPLE_CHARACTERS) ?? texts[0];
    if (!box || !text) return undefined;
    const observer = new ResizeObserver(() => {
      const { height } = text.getBoundingClientRect();
      const characters = text.textContent.length;
      if (height && characters)
        box.style.setProperty("--character-height", `${(height / characters).toFixed(3)}px`);
    });
    for (const element of [box, text]) observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
}
