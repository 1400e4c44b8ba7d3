import { t } from "../../ui/i18n.ts";

/** What shortcuts do. `index` is the paragraph with the focus, or else the one in the tab order. */
export interface ShortcutActions {
  /** Moves the focus to the paragraph `getNext` returns. */
  moveFocus: (index: number, getNext: (from: number) => number) => void;
  jump: (index: number) => void;
  /** Goes forward, or back by a negative number of seconds. */
  skip: (seconds: number) => void;
  togglePlayback: () => void;
  focusFind: () => void;
  toggleFollow: () => void;
  /** Selects whole paragraphs, up to the one `by` paragraphs after the one with the focus. */
  extendSelection: (index: number, by: number) => void;
  copyParagraph: (index: number) => void;
  /** Copies the selection, else the spoken line, else the paragraph. */
  copySelection: (index: number) => void;
  /** Copies a link to the same words. */
  copyLink: (index: number) => void;
  /** Saves the same words. */
  saveQuote: (index: number) => void;
  /** Grows the selection to whole sentences; false without one. */
  selectSentences: () => boolean;
  setSyncPoint: (index: number) => void;
  toggleHeard: () => void;
  /** Opens the card for the selected words, or else the focused correction; false where there is neither. */
  openCorrection: (event: KeyboardEvent) => boolean;
  openChapters: () => void;
  openHelp: () => void;
}

interface KeyboardShortcut {
  /** Values of `KeyboardEvent.key`. */
  keys: readonly string[];
  /** Shown in the help. */
  label: string;
  description: string;
  /** Works only with the focus in the list. */
  listOnly?: true;
  /** Works only with Shift. */
  withShift?: true;
  /** Returns false when there was nothing to do. */
  run: (actions: ShortcutActions, index: number, event: KeyboardEvent) => void | boolean;
}

const createMoveAction =
  (getNext: (from: number) => number): KeyboardShortcut["run"] =>
  (actions, index) =>
    actions.moveFocus(index, getNext);

/**
 * All shortcuts, in the order of the help. They work in the panel, outside its fields. Seconds are those of YouTube.
 * @see https://support.google.com/youtube/answer/7631406
 */
export const SHORTCUTS: readonly KeyboardShortcut[] = [
  {
    keys: ["ArrowUp"],
    label: "↑",
    description: t("key.up"),
    listOnly: true,
    run: createMoveAction((from) => from - 1),
  },
  {
    keys: ["ArrowDown"],
    label: "↓",
    description: t("key.down"),
    listOnly: true,
    run: createMoveAction((from) => from + 1),
  },
  {
    keys: ["ArrowUp", "ArrowDown"],
    label: "⇧↑ ⇧↓",
    description: t("key.select"),
    listOnly: true,
    withShift: true,
    run: (a, index, { key }) => a.extendSelection(index, key === "ArrowUp" ? -1 : 1),
  },
  {
    keys: ["Home"],
    label: "Home",
    description: t("key.first"),
    listOnly: true,
    run: createMoveAction(() => 0),
  },
  {
    keys: ["End"],
    label: "End",
    description: t("key.last"),
    listOnly: true,
    run: createMoveAction(() => Infinity),
  },
  {
    keys: ["Enter"],
    label: "Enter",
    description: t("key.jump"),
    listOnly: true,
    run: (a, index) => a.jump(index),
  },
  { keys: ["ArrowLeft"], label: "←", description: t("key.back5"), run: (a) => a.skip(-5) },
  { keys: ["ArrowRight"], label: "→", description: t("key.on5"), run: (a) => a.skip(5) },
  { keys: ["j"], label: "j", description: t("key.back10"), run: (a) => a.skip(-10) },
  { keys: ["l"], label: "l", description: t("key.on10"), run: (a) => a.skip(10) },
  { keys: ["k"], label: "k", description: t("key.play"), run: (a) => a.togglePlayback() },
  { keys: ["/"], label: "/", description: t("key.find"), run: (a) => a.focusFind() },
  { keys: ["f"], label: "f", description: t("key.follow"), run: (a) => a.toggleFollow() },
  { keys: ["c"], label: "c", description: t("key.copy"), run: (a, index) => a.copySelection(index) },
  { keys: ["C"], label: "C", description: t("key.copyParagraph"), run: (a, index) => a.copyParagraph(index) },
  { keys: ["y"], label: "y", description: t("key.link"), run: (a, index) => a.copyLink(index) },
  { keys: ["s"], label: "s", description: t("key.save"), run: (a, index) => a.saveQuote(index) },
  { keys: ["w"], label: "w", description: t("key.sentences"), run: (a) => a.selectSentences() },
  { keys: ["o"], label: "o", description: t("key.chapters"), run: (a) => a.openChapters() },
  { keys: ["n"], label: "n", description: t("key.now"), run: (a, index) => a.setSyncPoint(index) },
  {
    keys: ["e"],
    label: "e",
    description: t("key.correct"),
    run: (a, _, event) => a.openCorrection(event),
  },
  { keys: ["h"], label: "h", description: t("key.heard"), run: (a) => a.toggleHeard() },
  { keys: ["?"], label: "?", description: t("key.help"), run: (a) => a.openHelp() },
];

/**
 * Runs the shortcut of a key.
 * @param tabStopIndex Paragraph to act on when none has the focus.
 * @returns false when the key is no shortcut, and when there was nothing to do
 */
export function runShortcut(event: KeyboardEvent, actions: ShortcutActions, tabStopIndex: number): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target as Element;
  if (target.closest("input, textarea, select, [role=radiogroup], [role=separator]")) return false;
  const isButton = target.closest("button, summary, [role=button], a") !== null;
  // Enter activates a focused button.
  if (event.key === "Enter" && isButton) return false;
  const isInList = target.closest(".paragraphs") !== null;
  const candidates = SHORTCUTS.filter(
    ({ keys, listOnly }) => keys.includes(event.key) && (isInList || !listOnly),
  );
  const shortcut =
    (event.shiftKey && candidates.find(({ withShift }) => withShift)) ||
    candidates.find(({ withShift }) => !withShift);
  if (!shortcut) return false;
  const index = target.closest<HTMLElement>("[data-index]")?.dataset["index"];
  return shortcut.run(actions, index === undefined ? tabStopIndex : Number(index), event) !== false;
}
