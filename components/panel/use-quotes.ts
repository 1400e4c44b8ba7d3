import { useMemo } from "preact/hooks";
import { findAnchor } from "../../utils/quote/anchor.ts";
import { extentOf, lineOf, partIn, type Extent } from "../../utils/quote/extent.ts";
import type { Link } from "../../utils/quote/links.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved.ts";
import type { Offsets } from "../../utils/search/matches.ts";
import type { Paragraph, Transcript } from "../../utils/transcript/model.ts";
import type { CopyAs } from "../quote/QuoteBar.tsx";
import type { Quoting } from "../quote/quoting.ts";
import { copiedText, outcomeText } from "../ui/outcome.ts";
import { t } from "../ui/words.ts";
import type { KeyActions } from "./keys.ts";
import type { Spans } from "./use-highlights.ts";
import type { Spoken } from "./use-playback.ts";
import type { Selected } from "./use-selection.ts";

/** What can be done with words of the transcript; each says what came of it. */
export interface QuoteActions {
  copy: (extent: Extent, how?: CopyAs) => void;
  link: (extent: Extent, link?: Link) => void;
  save: (extent: Extent) => void;
}

/** Wires what can be done with words to the transcript at hand; nothing happens before there is one. */
export function quoteActions(
  { copy, copyLink, save }: Quoting,
  shown: Transcript | null,
  own: Transcript | null,
  say: (words: string) => void,
): QuoteActions {
  const sayCopied = (words: string) => (copied: boolean) => say(copiedText(copied, words));
  const withWords = (extent: Extent, act: (words: Parameters<typeof save>[0]) => void) =>
    shown && own && act({ shown, own, extent });
  return {
    copy: (extent, how = {}) =>
      withWords(extent, (words) => void copy(words, how).then(sayCopied(t("quoteCopied")))),
    link: (extent, link) =>
      withWords(extent, (words) => void copyLink(words, link).then(sayCopied(t("quote.linkCopied")))),
    save: (extent) =>
      withWords(
        extent,
        (words) => void save(words).then((saved) => say(outcomeText(saved, t("quote.saved")))),
      ),
  };
}

/** What single keys do with words: with those that are selected, else with the sentence being spoken, else a paragraph. */
export function quoteKeys(
  { copy, link, save }: QuoteActions,
  { extent, grow }: Selected,
  spoken: Spoken,
  paragraphs: readonly Paragraph[],
): Pick<KeyActions, "copy" | "copyWords" | "link" | "save" | "sentences"> {
  const wordsAt = (index: number): Extent => {
    if (extent) return extent;
    return spoken.paragraph < 0 ? extentOf(paragraphs, index) : lineOf(spoken.paragraph, spoken.line);
  };
  return {
    copy: (index) => copy(extentOf(paragraphs, index)),
    copyWords: (index) => copy(wordsAt(index)),
    link: (index) => link(wordsAt(index)),
    save: (index) => save(wordsAt(index)),
    sentences() {
      grow();
      return extent !== null;
    },
  };
}

/** Stretches of text by paragraph. */
export function spansIn(paragraphs: readonly Paragraph[], extents: readonly Extent[]): Spans {
  const spans = new Map<number, Offsets[]>();
  for (const extent of extents)
    for (let i = extent.from.paragraph; i <= extent.to.paragraph; i++) {
      const paragraph = paragraphs[i];
      if (paragraph) spans.set(i, [...(spans.get(i) ?? []), partIn(extent, i, paragraph)]);
    }
  return spans;
}

/** Where the words of saved quotes stand; those of which only the time is left are not drawn. */
export function useSaved(paragraphs: readonly Paragraph[], saved: readonly SavedQuote[]): Spans {
  return useMemo(() => {
    const found = saved.map(({ anchor }) => findAnchor(paragraphs, anchor));
    return spansIn(
      paragraphs,
      found.flatMap((one) => (one && one.by !== "time" ? one.extent : [])),
    );
  }, [paragraphs, saved]);
}
