import { useEffect, useMemo, useRef } from "preact/hooks";
import {
  findSavedQuotes,
  prepareSavedQuotes,
  type SavedQuote,
} from "../../utils/quote/saved/saved-quotes.ts";

/** How many quotes are made ready at a time: a millisecond or less. */
const BATCH_SIZE = 50;

/** Makes quotes ready to be found while the browser has nothing else to do. */
function usePreparedQuotes(quotes: readonly SavedQuote[]): void {
  useEffect(() => {
    let next = 0;
    let waiting = 0;
    const go = (idle: IdleDeadline) => {
      do {
        prepareSavedQuotes(quotes, next, BATCH_SIZE);
        next += BATCH_SIZE;
      } while (next < quotes.length && idle.timeRemaining() > 2);
      waiting = next < quotes.length ? requestIdleCallback(go) : 0;
    };
    waiting = requestIdleCallback(go);
    return () => cancelIdleCallback(waiting);
  }, [quotes]);
}

interface QuoteFilterState {
  candidates: readonly SavedQuote[];
  query: string;
  quotes: readonly SavedQuote[];
}

/** The quotes that hold what is typed. Who goes on typing finds fewer, so only those are looked at again. */
export function useFilteredQuotes(among: readonly SavedQuote[], typed: string): readonly SavedQuote[] {
  usePreparedQuotes(among);
  const last = useRef<QuoteFilterState | null>(null);
  return useMemo(() => {
    const before = last.current;
    const goesOn = before?.candidates === among && typed.startsWith(before.query);
    const quotes = findSavedQuotes(goesOn ? before.quotes : among, typed);
    last.current = { candidates: among, query: typed, quotes };
    return quotes;
  }, [among, typed]);
}
