/** What single keys do while the focus is in the panel and in no field; the panel's help lists them. */

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
  copy: (index: number) => void;
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
  /** False when there was nothing to do. */
  run: (actions: KeyActions, index: number, event: KeyboardEvent) => void | boolean;
}

const move =
  (to: (from: number) => number): Key["run"] =>
  (actions, index) =>
    actions.move(index, to);

/** Every single key, in the order of the help. Seconds are YouTube's own. */
export const KEYS: readonly Key[] = [
  { keys: ["ArrowUp"], shown: "↑", what: "paragraph before", inList: true, run: move((from) => from - 1) },
  { keys: ["ArrowDown"], shown: "↓", what: "next paragraph", inList: true, run: move((from) => from + 1) },
  { keys: ["Home"], shown: "Home", what: "first paragraph", inList: true, run: move(() => 0) },
  { keys: ["End"], shown: "End", what: "last paragraph", inList: true, run: move(() => Infinity) },
  {
    keys: ["Enter"],
    shown: "Enter",
    what: "jump to this paragraph",
    inList: true,
    run: (a, index) => a.jump(index),
  },
  { keys: ["ArrowLeft"], shown: "←", what: "5 seconds back", run: (a) => a.skip(-5) },
  { keys: ["ArrowRight"], shown: "→", what: "5 seconds on", run: (a) => a.skip(5) },
  { keys: ["j"], shown: "j", what: "10 seconds back", run: (a) => a.skip(-10) },
  { keys: ["l"], shown: "l", what: "10 seconds on", run: (a) => a.skip(10) },
  { keys: ["k"], shown: "k", what: "play or pause", run: (a) => a.toggle() },
  { keys: ["/"], shown: "/", what: "find in this episode", run: (a) => a.find() },
  { keys: ["f"], shown: "f", what: "follow, or stop following", run: (a) => a.follow() },
  { keys: ["c"], shown: "c", what: "copy this paragraph as a quote", run: (a, index) => a.copy(index) },
  { keys: ["o"], shown: "o", what: "chapters", run: (a) => a.chapters() },
  { keys: ["n"], shown: "n", what: "this line is now: move the times", run: (a, index) => a.now(index) },
  {
    keys: ["e"],
    shown: "e",
    what: "correct the words at the focus, or selected",
    run: (a, _, event) => a.correct(event),
  },
  { keys: ["h"], shown: "h", what: "show as heard, or as corrected", run: (a) => a.heard() },
  { keys: ["?"], shown: "?", what: "this list", run: (a) => a.help() },
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
  const key = KEYS.find(({ keys, inList: only }) => keys.includes(event.key) && (inList || !only));
  if (!key) return false;
  const at = target.closest<HTMLElement>("[data-index]")?.dataset["index"];
  return key.run(actions, at === undefined ? reached : Number(at), event) !== false;
}
