/** What single keys do while the focus is in the panel and in no field; the panel's help lists them. */

import { t } from "../../ui/i18n.ts";

/** Everything that a key can ask for; `index` is the paragraph with the focus, else the one last reached. */
export interface ShortcutActions {
  /** Moves the focus by paragraphs. */
  moveFocus: (index: number, to: (from: number) => number) => void;
  jump: (index: number) => void;
  /** Goes forward or back by seconds. */
  skip: (seconds: number) => void;
  togglePlayback: () => void;
  focusFind: () => void;
  toggleFollow: () => void;
  /** Selects whole paragraphs, up to one so many behind the one with the focus. */
  extendSelection: (index: number, by: number) => void;
  /** Copies a paragraph. */
  copyParagraph: (index: number) => void;
  /** Copies what is selected, else the sentence being spoken, else the paragraph. */
  copySelection: (index: number) => void;
  /** The same words: a link to them, or kept. */
  copyLink: (index: number) => void;
  saveQuote: (index: number) => void;
  /** Grows what is selected to whole sentences; false when nothing is. */
  selectSentences: () => boolean;
  setSyncPoint: (index: number) => void;
  toggleHeard: () => void;
  /** Opens the card for the words that an event is about, or that are selected; false when there are none. */
  openCorrection: (event: KeyboardEvent) => boolean;
  openChapters: () => void;
  openHelp: () => void;
}

interface KeyboardShortcut {
  /** As `KeyboardEvent.key` has it. */
  keys: readonly string[];
  /** As the help shows them. */
  label: string;
  description: string;
  /** Only with the focus in the list. */
  listOnly?: true;
  /** Only with Shift. */
  withShift?: true;
  /** False when there was nothing to do. */
  run: (actions: ShortcutActions, index: number, event: KeyboardEvent) => void | boolean;
}

const createMoveAction =
  (to: (from: number) => number): KeyboardShortcut["run"] =>
  (actions, index) =>
    actions.moveFocus(index, to);

/** Every single key, in the order of the help. Seconds are YouTube's own. */
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

/** Does what a key asks for; true when it was one of ours and there was something to do. */
export function runShortcut(event: KeyboardEvent, actions: ShortcutActions, reached: number): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target as Element;
  if (target.closest("input, textarea, select, [role=radiogroup], [role=separator]")) return false;
  const isButton = target.closest("button, summary, [role=button], a") !== null;
  // Enter on a button is the button's own.
  if (event.key === "Enter" && isButton) return false;
  const inList = target.closest(".paragraphs") !== null;
  const mine = SHORTCUTS.filter(({ keys, listOnly: only }) => keys.includes(event.key) && (inList || !only));
  const key =
    (event.shiftKey && mine.find(({ withShift: shift }) => shift)) ||
    mine.find(({ withShift: shift }) => !shift);
  if (!key) return false;
  const at = target.closest<HTMLElement>("[data-index]")?.dataset["index"];
  return key.run(actions, at === undefined ? reached : Number(at), event) !== false;
}
