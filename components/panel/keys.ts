/** What single keys do while the focus is in the panel and in no field; the panel's help lists them. */

import { t } from "../ui/words.ts";

/** Everything that a key can ask for; `index` is the paragraph with the focus, else the one last reached. */
export interface KeyActions {
  /** Moves the focus by paragraphs. */
  move: (index: number, to: (from: number) => number) => void;
  jump: (index: number) => void;
  /** Goes forward or back by seconds. */
  skip: (seconds: number) => void;
  toggle: () => void;
  find: () => void;
  follow: () => void;
  /** Selects whole paragraphs, up to one so many behind the one with the focus. */
  reach: (index: number, by: number) => void;
  /** Copies a paragraph. */
  copy: (index: number) => void;
  /** Copies what is selected, else the sentence being spoken, else the paragraph. */
  copyWords: (index: number) => void;
  /** The same words: a link to them, or kept. */
  link: (index: number) => void;
  save: (index: number) => void;
  /** Grows what is selected to whole sentences; false when nothing is. */
  sentences: () => boolean;
  now: (index: number) => void;
  heard: () => void;
  /** Opens the card for the words that an event is about, or that are selected; false when there are none. */
  correct: (event: KeyboardEvent) => boolean;
  chapters: () => void;
  help: () => void;
}

interface Key {
  /** As `KeyboardEvent.key` has it. */
  keys: readonly string[];
  /** As the help shows them. */
  shown: string;
  what: string;
  /** Only with the focus in the list. */
  inList?: true;
  /** Only with Shift. */
  shift?: true;
  /** False when there was nothing to do. */
  run: (actions: KeyActions, index: number, event: KeyboardEvent) => void | boolean;
}

const move =
  (to: (from: number) => number): Key["run"] =>
  (actions, index) =>
    actions.move(index, to);

/** Every single key, in the order of the help. Seconds are YouTube's own. */
export const KEYS: readonly Key[] = [
  { keys: ["ArrowUp"], shown: "↑", what: t("key.up"), inList: true, run: move((from) => from - 1) },
  { keys: ["ArrowDown"], shown: "↓", what: t("key.down"), inList: true, run: move((from) => from + 1) },
  {
    keys: ["ArrowUp", "ArrowDown"],
    shown: "⇧↑ ⇧↓",
    what: t("key.select"),
    inList: true,
    shift: true,
    run: (a, index, { key }) => a.reach(index, key === "ArrowUp" ? -1 : 1),
  },
  { keys: ["Home"], shown: "Home", what: t("key.first"), inList: true, run: move(() => 0) },
  { keys: ["End"], shown: "End", what: t("key.last"), inList: true, run: move(() => Infinity) },
  {
    keys: ["Enter"],
    shown: "Enter",
    what: t("key.jump"),
    inList: true,
    run: (a, index) => a.jump(index),
  },
  { keys: ["ArrowLeft"], shown: "←", what: t("key.back5"), run: (a) => a.skip(-5) },
  { keys: ["ArrowRight"], shown: "→", what: t("key.on5"), run: (a) => a.skip(5) },
  { keys: ["j"], shown: "j", what: t("key.back10"), run: (a) => a.skip(-10) },
  { keys: ["l"], shown: "l", what: t("key.on10"), run: (a) => a.skip(10) },
  { keys: ["k"], shown: "k", what: t("key.play"), run: (a) => a.toggle() },
  { keys: ["/"], shown: "/", what: t("key.find"), run: (a) => a.find() },
  { keys: ["f"], shown: "f", what: t("key.follow"), run: (a) => a.follow() },
  { keys: ["c"], shown: "c", what: t("key.copy"), run: (a, index) => a.copyWords(index) },
  { keys: ["C"], shown: "C", what: t("key.copyParagraph"), run: (a, index) => a.copy(index) },
  { keys: ["y"], shown: "y", what: t("key.link"), run: (a, index) => a.link(index) },
  { keys: ["s"], shown: "s", what: t("key.save"), run: (a, index) => a.save(index) },
  { keys: ["w"], shown: "w", what: t("key.sentences"), run: (a) => a.sentences() },
  { keys: ["o"], shown: "o", what: t("key.chapters"), run: (a) => a.chapters() },
  { keys: ["n"], shown: "n", what: t("key.now"), run: (a, index) => a.now(index) },
  {
    keys: ["e"],
    shown: "e",
    what: t("key.correct"),
    run: (a, _, event) => a.correct(event),
  },
  { keys: ["h"], shown: "h", what: t("key.heard"), run: (a) => a.heard() },
  { keys: ["?"], shown: "?", what: t("key.help"), run: (a) => a.help() },
];

/** Does what a key asks for; true when it was one of ours and there was something to do. */
export function runKey(event: KeyboardEvent, actions: KeyActions, reached: number): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target as Element;
  if (target.closest("input, textarea, select, [role=radiogroup], [role=separator]")) return false;
  const isButton = target.closest("button, summary, [role=button], a") !== null;
  // Enter on a button is the button's own.
  if (event.key === "Enter" && isButton) return false;
  const inList = target.closest(".paragraphs") !== null;
  const mine = KEYS.filter(({ keys, inList: only }) => keys.includes(event.key) && (inList || !only));
  const key = (event.shiftKey && mine.find(({ shift }) => shift)) || mine.find(({ shift }) => !shift);
  if (!key) return false;
  const at = target.closest<HTMLElement>("[data-index]")?.dataset["index"];
  return key.run(actions, at === undefined ? reached : Number(at), event) !== false;
}
