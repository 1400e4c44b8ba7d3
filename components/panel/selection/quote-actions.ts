import { useMemo } from "preact/hooks";
import { findSelectorMatch } from "../../../utils/quote/text-quote-selector.ts";
import {
  createParagraphRange,
  createTextRange,
  getParagraphOffsets,
  type TextRange,
} from "../../../utils/quote/text-range.ts";
import type { PageLink } from "../../../utils/quote/links.ts";
import type { SavedQuote } from "../../../utils/quote/saved/saved-quotes.ts";
import type { Offsets } from "../../../utils/search/text/find-matches.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import type { QuoteCopyOptions } from "../../quotes/QuoteBar.tsx";
import type { QuotePorts } from "../../quotes/quote-ports.ts";
import { describeCopy, describeOutcome } from "../../ui/describe-outcome.ts";
import { t } from "../../ui/i18n.ts";
import type { ShortcutActions } from "../shortcuts/keyboard-shortcuts.ts";
import type { OffsetsByParagraph } from "../highlight/use-highlights.ts";
import type { SpokenLine } from "../playback/use-playback.ts";
import type { SelectionController } from "./use-selection.ts";

/** What can be done with words of the transcript; each says what came of it. */
export interface QuoteActions {
  copy: (extent: TextRange, how?: QuoteCopyOptions) => void;
  copyLink: (extent: TextRange, link?: PageLink) => void;
  save: (extent: TextRange) => void;
}

/** Wires what can be done with words to the transcript at hand; nothing happens before there is one. */
export function createQuoteActions(
  { copy, copyLink, save }: QuotePorts,
  shown: Transcript | null,
  own: Transcript | null,
  say: (words: string) => void,
): QuoteActions {
  const sayCopied = (words: string) => (copied: boolean) => say(describeCopy(copied, words));
  const withWords = (extent: TextRange, act: (words: Parameters<typeof save>[0]) => void) =>
    shown && own && act({ shown, original: own, range: extent });
  return {
    copy: (extent, how = {}) =>
      withWords(extent, (words) => void copy(words, how).then(sayCopied(t("quoteCopied")))),
    copyLink: (extent, link) =>
      withWords(extent, (words) => void copyLink(words, link).then(sayCopied(t("quote.linkCopied")))),
    save: (extent) =>
      withWords(
        extent,
        (words) => void save(words).then((saved) => say(describeOutcome(saved, t("quote.saved")))),
      ),
  };
}

/** What single keys do with words: with those that are selected, else with the sentence being spoken, else a paragraph. */
export function createQuoteShortcuts(
  { copy, copyLink: link, save }: QuoteActions,
  { range: extent, growToSentences: grow }: SelectionController,
  spoken: SpokenLine,
  paragraphs: readonly Paragraph[],
): Pick<ShortcutActions, "copyParagraph" | "copySelection" | "copyLink" | "saveQuote" | "selectSentences"> {
  const wordsAt = (index: number): TextRange => {
    if (extent) return extent;
    return spoken.paragraph < 0
      ? createParagraphRange(paragraphs, index)
      : createTextRange(spoken.paragraph, spoken.offsets);
  };
  return {
    copyParagraph: (index) => copy(createParagraphRange(paragraphs, index)),
    copySelection: (index) => copy(wordsAt(index)),
    copyLink: (index) => link(wordsAt(index)),
    saveQuote: (index) => save(wordsAt(index)),
    selectSentences() {
      grow();
      return extent !== null;
    },
  };
}

/** Stretches of text by paragraph. */
export function groupOffsets(
  paragraphs: readonly Paragraph[],
  extents: readonly TextRange[],
): OffsetsByParagraph {
  const spans = new Map<number, Offsets[]>();
  for (const extent of extents)
    for (let i = extent.start.paragraph; i <= extent.end.paragraph; i++) {
      const paragraph = paragraphs[i];
      if (paragraph) spans.set(i, [...(spans.get(i) ?? []), getParagraphOffsets(extent, i, paragraph)]);
    }
  return spans;
}

/** Where the words of saved quotes stand; those of which only the time is left are not drawn. */
export function useSavedOffsets(
  paragraphs: readonly Paragraph[],
  saved: readonly SavedQuote[],
): OffsetsByParagraph {
  return useMemo(() => {
    const found = saved.map(({ selector }) => findSelectorMatch(paragraphs, selector));
    return groupOffsets(
      paragraphs,
      found.flatMap((one) => (one && one.method !== "time" ? one.range : [])),
    );
  }, [paragraphs, saved]);
}
