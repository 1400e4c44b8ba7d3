import { useCallback, useEffect, useRef, useState } from "preact/hooks";

/** How many quotes are drawn at first, and how many more each time. */
const PAGE_SIZE = 12;

/** Shows more when the end comes into view or its button is pressed; begins anew with another question. */
export function useIncrementalLimit(question: string): {
  limit: number;
  /** For the button at the end. */
  more: (button: HTMLButtonElement | null) => void;
} {
  const [limit, setLimit] = useState(PAGE_SIZE);
  const left = useRef<AbortController | null>(null);
  useEffect(() => setLimit(PAGE_SIZE), [question]);
  const more = useCallback((button: HTMLButtonElement | null) => {
    left.current?.abort();
    if (!button) return;
    const { signal } = (left.current = new AbortController());
    const grow = () => setLimit((before) => before + PAGE_SIZE);
    button.addEventListener("click", grow, { signal });
    const observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && grow(), {
      rootMargin: "600px",
    });
    observer.observe(button);
    signal.addEventListener("abort", () => observer.disconnect());
  }, []);
  return { limit, more };
}
