import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { Player } from "../../utils/sites/player.ts";
import type { Hit } from "../../utils/search/in-text.ts";
import type { Span } from "../../utils/search/matches.ts";
import type { Transcript } from "../../utils/transcript/model.ts";
import { startOf } from "../../utils/transcript/times.ts";
import { Icon } from "../ui/Icon.tsx";
import { FindBar } from "./FindBar.tsx";
import { ParagraphItem } from "./ParagraphItem.tsx";
import { useFind } from "./use-find.ts";
import { useCard } from "./use-card.ts";
import { useFollow } from "./use-follow.ts";
import type { Shown } from "./use-moment.ts";
import { useSpoken } from "./use-playback.ts";
import { pick, selectedWords, type Picked } from "./use-words.ts";
import { WordCard } from "./WordCard.tsx";

interface Props {
  transcript: Transcript;
  player: Player;
  /** Jumping is possible: there is a player, and it plays the episode rather than an advert. */
  canJump: boolean;
  /** Paragraph to show and mark; a new object shows it again. */
  target: Shown | null;
  /** Filled with what to do with a key that is pressed anywhere in the panel. */
  keys: RefObject<((event: KeyboardEvent) => void) | null>;
  /** Name of the show, for "everywhere in …". */
  show: string;
  onJump: (paragraph: number) => void;
  /** The reader says that a paragraph is being said right now. */
  onNow: (paragraph: number) => void;
  onCopy: (paragraph: number) => void;
  /** The reader wants other words, or with none what was heard. */
  onCorrect: (words: Picked, shown: string | null, everywhere: boolean) => void;
  /** Copies a report about the words at a place. */
  onReport: (paragraph: number, start: number, words: Picked) => void;
  /** Shows the transcript as heard, or as corrected again. */
  onHeard: () => void;
}

const NO_MATCHES: readonly Span[] = [];
/** Where keys lead in the list, from a paragraph on. */
const STEPS: { [key: string]: (from: number) => number } = {
  ArrowDown: (from) => from + 1,
  ArrowUp: (from) => from - 1,
  Home: () => 0,
  End: () => Infinity,
};

/** The transcript as a list that follows playback and can be searched. */
export function TranscriptView(props: Props) {
  const { transcript, player, canJump, target, keys, show } = props;
  const { onJump, onNow, onCopy, onCorrect, onReport, onHeard } = props;
  const { paragraphs, timing } = transcript;
  const box = useRef<HTMLDivElement>(null);
  const { card, close, openAt, pin, rest } = useCard(box);
  const list = useRef<HTMLOListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const spoken = useSpoken(player, transcript);
  const { following, away, setFollowing, reveal } = useFollow(list, spoken);
  const find = useFind(paragraphs);
  const [reached, setReached] = useState(0);
  const hit = find.hits[find.current];
  const byParagraph = useMemo(() => spansOf(find.hits), [find.hits]);

  useEffect(() => {
    if (!target) return;
    setFollowing(false);
    setReached(target.paragraph);
    reveal(target.paragraph);
  }, [target, setFollowing, reveal]);
  const [hitText, hitStart] = [hit?.text, hit?.start];
  useEffect(() => {
    if (hitText === undefined) return;
    setFollowing(false);
    reveal(hitText);
  }, [hitText, hitStart, setFollowing, reveal]);

  const jump = (index: number) => {
    setReached(index);
    if (!canJump || startOf(paragraphs[index]) === null) return;
    onJump(index);
    setFollowing(true);
  };
  // Once the player has reached a moment that was asked for, it is followed from there.
  const caught = useRef<Shown | null>(null);
  useEffect(() => {
    if (!target || caught.current === target || spoken.paragraph !== target.paragraph) return;
    caught.current = target;
    setFollowing(true);
  }, [target, spoken, setFollowing]);

  const now = (index: number) => {
    setReached(index);
    if (!canJump) return;
    onNow(index);
    setFollowing(true);
  };
  const focusOn = (index: number) => {
    const next = Math.max(0, Math.min(paragraphs.length - 1, index));
    setReached(next);
    list.current?.querySelector<HTMLElement>(`[data-index="${next}"] .time`)?.focus();
  };
  const closeCard = () => {
    const back =
      card?.mode === "pinned" &&
      list.current?.querySelector<HTMLElement>(`[data-index="${card.paragraph}"] .time`);
    close();
    if (back) back.focus();
  };
  /** The corrected words that an event is about, with their place in the text. */
  const wordOf = (event: Event) => {
    const element = (event.target as Element).closest<HTMLElement>(".corrected");
    const index = Number(element?.closest<HTMLElement>("[data-index]")?.dataset["index"]);
    const change = element && paragraphs[index]?.changes[Number(element.dataset["change"])];
    return change ? { element, start: change.at, end: change.at + change.length } : null;
  };
  const onRest = (event: Event) => {
    const word = wordOf(event);
    rest(word?.element ?? null, word?.start ?? 0, word?.end ?? 0);
  };
  /** Opens the card for the corrected word an event is about, else for what is selected. */
  const onWord = (event: Event): boolean => {
    const selected = selectedWords(list);
    const word = selected ?? wordOf(event);
    if (word) openAt(word.element, word.start, word.end, "pinned", selected?.box);
    return word !== null;
  };
  /** Once some words are selected by mouse or touch, the card offers to correct them. */
  const onSelected = () => {
    const words = selectedWords(list);
    if (words) openAt(words.element, words.start, words.end, "offered", words.box);
    else if (card?.mode === "offered") close();
  };
  /** One listener for all buttons of the list, so that a paragraph is drawn anew only when it changes itself. */
  const onClick = (event: MouseEvent) => {
    const button = (event.target as Element).closest("button");
    if (!button) {
      if (wordOf(event)) onWord(event);
      return;
    }
    const index = Number(button.closest<HTMLElement>("[data-index]")?.dataset["index"]);
    if (button.classList.contains("time")) jump(index);
    else if (button.classList.contains("is-now")) now(index);
    else onCopy(index);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = (event.target as Element).closest("input, textarea") !== null;
    const step = list.current?.contains(event.target as Node) ? STEPS[event.key] : undefined;
    const at = (event.target as Element).closest<HTMLElement>("[data-index]")?.dataset["index"];
    const here = at === undefined ? reached : Number(at);
    const onCorrected = (event.target as Element).closest(".corrected") !== null;
    if (event.key === "Escape" && card) closeCard();
    else if (onCorrected && (event.key === "Enter" || event.key === " ")) onWord(event);
    else if (event.key === "e" && !typing) {
      if (!onWord(event)) return;
    } else if (event.key === "h" && !typing) onHeard();
    else if (step) focusOn(step(here));
    else if (event.key === "/" && !typing) field.current?.focus();
    else if (event.key === "c" && !typing) onCopy(here);
    else if (event.key === "f" && !typing) setFollowing(!following);
    else if (event.key === "n" && !typing) now(here);
    else return;
    event.preventDefault();
  };
  // At once, or a key pressed as soon as a card is seen would meet what was there before.
  useLayoutEffect(() => {
    keys.current = onKey;
  });

  const words = card && paragraphs[card.paragraph] && pick(paragraphs[card.paragraph]!, card.start, card.end);
  return (
    <div ref={box} class="transcript">
      <FindBar
        find={find}
        field={field}
        onStep={(by) => {
          const next = find.step(by);
          if (next) reveal(next.text);
        }}
        onLeave={() => {
          find.type("");
          focusOn(hit?.text ?? reached);
        }}
      />
      {/* A list that scrolls can be reached by keyboard, or its end could not be read without a mouse. */}
      <ol
        ref={list}
        class="paragraphs"
        tabIndex={0}
        aria-label="Transcript"
        lang={transcript.language}
        dir="auto"
        onClick={onClick}
        onPointerOver={onRest}
        onPointerLeave={() => rest(null, 0, 0)}
        onFocusIn={onRest}
        onScroll={() => card && card.mode !== "pinned" && close()}
        onPointerUp={onSelected}
      >
        {paragraphs.map((paragraph, i) => (
          <ParagraphItem
            key={i}
            paragraph={paragraph}
            index={i}
            named={paragraph.speaker !== paragraphs[i - 1]?.speaker}
            about={timing !== "exact"}
            spoken={i === spoken.paragraph ? spoken.line : null}
            target={i === target?.paragraph}
            reached={i === reached}
            canJump={canJump}
            matches={byParagraph.get(i) ?? NO_MATCHES}
            currentMatch={
              hit?.text === i ? find.hits.filter(({ text }) => text === i).indexOf(hit) : undefined
            }
          />
        ))}
      </ol>
      {card && words && (
        <WordCard
          facts={words}
          show={show}
          mode={card.mode}
          place={card.place}
          onCorrect={(shown, everywhere) => {
            onCorrect(words, shown, everywhere);
            closeCard();
          }}
          onUndo={(everywhere) => {
            onCorrect(words, null, everywhere);
            closeCard();
          }}
          onPin={pin}
          onReport={() => {
            onReport(card.paragraph, card.start, words);
            closeCard();
          }}
          onClose={closeCard}
        />
      )}
      {!following && away && (
        <button type="button" class="pill" onClick={() => setFollowing(true)}>
          <Icon name={away === "above" ? "back" : "follow"} /> Follow
        </button>
      )}
    </div>
  );
}

function spansOf(hits: Hit[]): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  for (const { text, start, end } of hits) {
    const list = spans.get(text) ?? [];
    list.push([start, end]);
    spans.set(text, list);
  }
  return spans;
}
