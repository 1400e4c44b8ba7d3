import { useCallback, useEffect, useState } from "preact/hooks";

/** How long a short message stands, in milliseconds; long enough to be read twice. */
const ANNOUNCEMENT_MS = 4000;

/** A short message for eyes and ears that goes away by itself. */
export function useAnnouncement(): [said: string, say: (text: string) => void] {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(""), ANNOUNCEMENT_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, useCallback((text: string) => setSaid(text), [])];
}
