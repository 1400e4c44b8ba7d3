import { useCallback, useEffect, useState } from "preact/hooks";

/** How long a message is shown, in milliseconds: enough to read it twice. */
const ANNOUNCEMENT_MS = 4000;

/** A short message for a live region, cleared after some seconds. */
export function useAnnouncement(): [message: string, announce: (text: string) => void] {
  const [message, setMessage] = useState("");
  useEffect(() => {
    if (!message) return undefined;
    const timer = setTimeout(() => setMessage(""), ANNOUNCEMENT_MS);
    return () => clearTimeout(timer);
  }, [message]);
  return [message, useCallback((text: string) => setMessage(text), [])];
}
