import { useCallback, useEffect, useState } from "preact/hooks";

/** How long a short message stands, in milliseconds; long enough to be read twice. */
const SAID_MS = 4000;

/** A short message for eyes and ears that goes away by itself. */
export function useSaid(): [said: string, say: (text: string) => void] {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(""), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, useCallback((text: string) => setSaid(text), [])];
}
