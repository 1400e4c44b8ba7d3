import { useEffect, useMemo, useRef } from "preact/hooks";
import { findSaved, prepareSaved, type SavedQuote } from "../../utils/quote/saved/saved.ts";

/** How many quotes are made ready at a time: a millisecond or less. */
const BATCH = 50;

/** Makes quotes ready to be found while the browser has nothing else to do. */
function usePrepared(quotes: readonly SavedQuote[]): void {
  useEffect(() => {
    let next = 0;
    let waiting = 0;
    const go = (idle: IdleDeadline) => {
      do {
        prepareSaved(quotes, next, BATCH);
        next += BATCH;
      } while (next < quotes.length && idle.timeRemaining() > 2);
      waiting = next < quotes.length ? requestIdleCallback(go) : 0;
    };
    waiting = requestIdleCallback(go);
    return () => cancelIdleCallback(waiting);
  }, [quotes]);
}

interface Found {
  among: readonly SavedQuote[];
  typed: string;
  quotes: readonly SavedQuote[];
}

/** The quotes that hold what is typed. Who goes on typing finds fewer, so only those are looked at again. */
export function useFound(among: readonly SavedQuote[], typed: string): readonly SavedQuote[] {
  usePrepared(among);
  const last = useRef<Found | null>(null);
  return useMemo(() => {
    const before = last.current;
    const goesOn = before?.among === among && typed.startsWith(before.typed);
    const quotes = findSaved(goesOn ? before.quotes : among, typed);
    last.current = { among, typed, quotes };
    return quotes;
  }, [among, typed]);
}
