import { createParagraphRange } from "../../utils/quote/text-range.ts";
import type { Paragraph } from "../../utils/transcript/model/transcript.ts";
import type { WordCardController } from "./correction/use-word-card.ts";
import type { PanelModel } from "./panel-model.ts";
import { runShortcut, type ShortcutActions } from "./shortcuts/keyboard-shortcuts.ts";

/** What keys need from the transcript's elements. */
export interface TranscriptKeyTargets {
  paragraphs: readonly Paragraph[];
  card: WordCardController["card"];
  wordCard: Pick<WordCardController, "open" | "close" | "isCorrectedWord">;
  /** Moves the focus to a paragraph; indexes outside the list go to its ends. */
  focusRow: (index: number) => void;
  focusFind: () => void;
  focusList: () => void;
  openChapters: () => void;
}

/** Creates the handler of keys in the open panel. A key that did something has its default prevented. */
export function createKeyHandler(
  model: PanelModel,
  targets: TranscriptKeyTargets,
): (event: KeyboardEvent) => void {
  const { card, wordCard } = targets;
  const actions = createShortcutActions(model, targets);
  const handle = (event: KeyboardEvent): boolean => {
    if (event.key === "Escape" && card) {
      wordCard.close();
      return true;
    }
    if (event.key === "Escape" && model.selection.clear()) {
      targets.focusList();
      return true;
    }
    const isActivation = event.key === "Enter" || event.key === " ";
    if (isActivation && wordCard.isCorrectedWord(event)) return wordCard.open(event);
    return runShortcut(event, actions, model.follow.tabStopIndex.value);
  };
  return (event) => {
    if (handle(event)) event.preventDefault();
  };
}

function createShortcutActions(
  model: PanelModel,
  { paragraphs, wordCard, focusRow, focusFind, openChapters }: TranscriptKeyTargets,
): ShortcutActions {
  const { follow, playback, quotes, selection } = model;
  return {
    moveFocus(index, getNext) {
      follow.stopFollowing();
      focusRow(getNext(index));
    },
    jump: (index) => void model.jump({ paragraph: index, offset: 0 }),
    skip: playback.skip,
    togglePlayback: playback.toggle,
    focusFind,
    toggleFollow: () => (follow.isFollowing.value ? follow.stopFollowing() : follow.follow()),
    extendSelection(index, by) {
      follow.stopFollowing();
      const next = selection.range.value ? index + by : index;
      focusRow(next);
      selection.extendTo(Math.max(0, Math.min(paragraphs.length - 1, next)));
    },
    copyParagraph: (index) => quotes.copy(createParagraphRange(paragraphs, index)),
    copySelection: (index) => quotes.copy(selection.getQuotedRange(index)),
    copyLink: (index) => quotes.copyLink(selection.getQuotedRange(index)),
    saveQuote: (index) => quotes.save(selection.getQuotedRange(index)),
    selectSentences: selection.growToSentences,
    setSyncPoint: model.setSpokenParagraph,
    toggleHeard: model.toggleHeard,
    openCorrection: wordCard.open,
    openChapters,
    openHelp: () => model.setSheet("shortcuts"),
  };
}
