import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { PageLink } from "../../../utils/quote/links.ts";
import type { SavedQuote } from "../../../utils/quote/saved/saved-quotes.ts";
import { findSelectorMatch } from "../../../utils/quote/text-quote-selector.ts";
import { groupOffsets, type OffsetsByParagraph, type TextRange } from "../../../utils/quote/text-range.ts";
import type { QuoteCopyOptions, QuotePorts, TranscriptSelection } from "../../quotes/quote-ports.ts";
import { describeCopy, describeOutcome } from "../../ui/describe-outcome.ts";
import { t } from "../../ui/i18n.ts";
import { runEffect } from "../../ui/run-effect.ts";
import type { TranscriptModel } from "../transcript/transcript-model.ts";

/** Quotes made from the transcript. Every action announces its outcome; none does anything before there is text. */
export interface QuoteModel {
  /** Pages of the episode, the one for links first. */
  links: readonly PageLink[];
  /** Words of saved quotes in the text as shown. Quotes of which only the time is left are not among them. */
  savedOffsets: ReadonlySignal<OffsetsByParagraph>;
  copy: (range: TextRange, options?: QuoteCopyOptions) => void;
  copyLink: (range: TextRange, link?: PageLink) => void;
  save: (range: TextRange) => void;
  openList: () => void;
}

interface QuoteInputs {
  transcript: Pick<TranscriptModel, "shown" | "shipped">;
  isOpen: ReadonlySignal<boolean>;
  /** Time of the latest change to saved quotes; null until it has been read. */
  changedAt: ReadonlySignal<number | null>;
  announce: (message: string) => void;
}

/** Creates the model of quotes. Saved quotes are read only while the panel is open. */
export function createQuoteModel(
  ports: QuotePorts,
  { transcript: { shown, shipped }, isOpen, changedAt, announce }: QuoteInputs,
  until: AbortSignal,
): QuoteModel {
  const saved = signal<readonly SavedQuote[]>([]);
  let readAt: number | null = null;
  runEffect(() => {
    const changed = changedAt.value;
    if (!isOpen.value || changed === readAt) return;
    readAt = changed;
    void ports.loadSaved().then((result) => {
      if (result.ok && readAt === changed) saved.value = result.value;
    });
  }, until);

  const withWords = (range: TextRange, run: (words: TranscriptSelection) => void) => {
    if (shown.value && shipped.value) run({ shown: shown.value, original: shipped.value, range });
  };
  const announceCopy = (message: string) => (isCopied: boolean) => announce(describeCopy(isCopied, message));
  return {
    links: ports.links,
    savedOffsets: computed(() => {
      const paragraphs = shown.value?.paragraphs ?? [];
      const matches = saved.value.map(({ selector }) => findSelectorMatch(paragraphs, selector));
      return groupOffsets(
        paragraphs,
        matches.flatMap((match) => (match && match.method !== "time" ? match.range : [])),
      );
    }),
    copy: (range, options = {}) =>
      withWords(range, (words) => void ports.copy(words, options).then(announceCopy(t("quoteCopied")))),
    copyLink: (range, link) =>
      withWords(range, (words) => void ports.copyLink(words, link).then(announceCopy(t("quote.linkCopied")))),
    save: (range) =>
      withWords(
        range,
        (words) =>
          void ports.save(words).then((result) => announce(describeOutcome(result, t("quote.saved")))),
      ),
    openList: () => ports.openList(),
  };
}
