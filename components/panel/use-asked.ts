import { useEffect, useMemo } from "preact/hooks";
import { findAnchor, type Anchor } from "../../utils/quote/anchor.ts";
import type { Transcript } from "../../utils/transcript/model.ts";
import { interpolateSeconds } from "../../utils/transcript/times.ts";
import { t } from "../ui/words.ts";
import type { Spans } from "./use-highlights.ts";
import type { Shown } from "./use-moment.ts";
import { spansIn } from "./use-quotes.ts";

/** A moment that was asked for; a quote's is found by its words first. */
export interface Asked extends Shown {
  anchor?: Anchor | undefined;
}

/** Where a moment is by now. */
export interface Place {
  /** Null while there is no text, and where nothing is left of the words. */
  target: Shown | null;
  /** The words themselves, in the text as shown. */
  words: Spans;
}

const NONE: Spans = new Map();

/** Finds what was asked for in the transcript; where a quote's words are not there any more, that is said. */
export function useAsked(
  asked: Asked | null,
  shipped: Transcript | null,
  shown: Transcript | null,
  say: (words: string) => void,
): Place {
  const found = useMemo(
    () => (asked?.anchor && shipped ? findAnchor(shipped.paragraphs, asked.anchor) : null),
    [asked, shipped],
  );
  const target = useMemo((): Shown | null => {
    if (!asked?.anchor) return asked;
    if (!found || !shipped) return null;
    const { paragraph, offset } = found.extent.from;
    return { paragraph, offset, seconds: interpolateSeconds(shipped.paragraphs, found.extent.from) };
  }, [asked, found, shipped]);
  const words = useMemo(() => {
    const there = asked?.anchor && shown && findAnchor(shown.paragraphs, asked.anchor);
    return there ? spansIn(shown.paragraphs, [there.extent]) : NONE;
  }, [asked, shown]);
  useEffect(() => {
    if (!asked?.anchor || !shipped || found?.by === "words") return;
    say(t(!found ? "quote.gone" : found.by === "time" ? "quote.byTime" : "quote.nearest"));
    // Said once for each that is asked for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked, shipped]);
  return { target, words };
}
