import { useEffect, useMemo } from "preact/hooks";
import { findSelectorMatch, type TextQuoteSelector } from "../../../utils/quote/text-quote-selector.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { interpolateSeconds } from "../../../utils/transcript/model/text-position.ts";
import { t } from "../../ui/i18n.ts";
import type { OffsetsByParagraph } from "../highlight/use-highlights.ts";
import type { PanelTarget } from "./use-seek-to-target.ts";
import { groupOffsets } from "../selection/quote-actions.ts";

/** A moment that was asked for; a quote's is found by its words first. */
export interface RequestedTarget extends PanelTarget {
  selector?: TextQuoteSelector | undefined;
}

/** Where a moment is by now. */
export interface ResolvedTarget {
  /** Null while there is no text, and where nothing is left of the words. */
  target: PanelTarget | null;
  /** The words themselves, in the text as shown. */
  targetOffsets: OffsetsByParagraph;
}

const NO_TARGET_OFFSETS: OffsetsByParagraph = new Map();

/** Finds what was asked for in the transcript; where a quote's words are not there any more, that is said. */
export function useResolvedTarget(
  asked: RequestedTarget | null,
  shipped: Transcript | null,
  shown: Transcript | null,
  say: (words: string) => void,
): ResolvedTarget {
  const found = useMemo(
    () => (asked?.selector && shipped ? findSelectorMatch(shipped.paragraphs, asked.selector) : null),
    [asked, shipped],
  );
  const target = useMemo((): PanelTarget | null => {
    if (!asked?.selector) return asked;
    if (!found || !shipped) return null;
    const { paragraph, offset } = found.range.start;
    return { paragraph, offset, seconds: interpolateSeconds(shipped.paragraphs, found.range.start) };
  }, [asked, found, shipped]);
  const words = useMemo(() => {
    const there = asked?.selector && shown && findSelectorMatch(shown.paragraphs, asked.selector);
    return there ? groupOffsets(shown.paragraphs, [there.range]) : NO_TARGET_OFFSETS;
  }, [asked, shown]);
  useEffect(() => {
    if (!asked?.selector || !shipped || found?.method === "words") return;
    say(t(!found ? "quote.gone" : found.method === "time" ? "quote.byTime" : "quote.nearest"));
    // Said once for each that is asked for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked, shipped]);
  return { target, targetOffsets: words };
}
