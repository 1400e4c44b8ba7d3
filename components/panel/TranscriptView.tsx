import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { Player } from "../../utils/sites/player.ts";
import { createParagraphRange } from "../../utils/quote/text-range.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import {
  interpolateSeconds,
  getStartSeconds,
  type TextPosition,
} from "../../utils/transcript/model/text-position.ts";
import type { QuotePorts } from "../quotes/quote-ports.ts";
import { Icon } from "../ui/Icon.tsx";
import { FindBar } from "./find/FindBar.tsx";
import { HitStrip, computeParagraphStarts } from "./find/HitStrip.tsx";
import { findHeadingIndex, buildChapterHeadings } from "./chapters/chapter-headings.ts";
import { ShortcutHelp } from "./shortcuts/ShortcutHelp.tsx";
import { runShortcut } from "./shortcuts/keyboard-shortcuts.ts";
import { ChapterList } from "./chapters/ChapterList.tsx";
import { getRowAction, type RowAction } from "./list/row-actions.ts";
import { TranscriptList } from "./list/TranscriptList.tsx";
import { useFind } from "./find/use-find.ts";
import { useHighlights, type OffsetsByParagraph } from "./highlight/use-highlights.ts";
import { useSelection } from "./selection/use-selection.ts";
import { createQuoteShortcuts, useSavedOffsets, type QuoteActions } from "./selection/quote-actions.ts";
import { getSelectedRange } from "./selection/dom-selection.ts";
import { SelectionBar } from "./selection/SelectionBar.tsx";
import { useFollow } from "./playback/use-follow.ts";
import type { PanelTarget } from "./playback/use-seek-to-target.ts";
import { useSpokenLine } from "./playback/use-playback.ts";
import { useRevealTarget } from "./playback/use-reveal-target.ts";
import { useTextPointer } from "./list/use-text-pointer.ts";
import { useWordCard } from "./correction/use-word-card.ts";
import type { PickedWords } from "./correction/picked-words.ts";
import { WordCard } from "./correction/WordCard.tsx";
import { t } from "../ui/i18n.ts";

/** What stands over the list until it is closed. */
export type PanelSheet = "keys" | "chapters" | null;

interface Props {
  transcript: Transcript;
  player: Player;
  /** Jumping is possible: there is a player, and it plays the episode rather than an advert. */
  canJump: boolean;
  /** Paragraph to show and mark; a new object shows it again. */
  target: PanelTarget | null;
  /** Words that were asked for, by paragraph. */
  targetOffsets: OffsetsByParagraph;
  quotePorts: QuotePorts;
  quoteActions: QuoteActions;
  /** Filled with what to do with a key that is pressed anywhere in the panel. */
  keyHandler: RefObject<((event: KeyboardEvent) => void) | null>;
  /** Name of the show, for "everywhere in …". */
  show: string;
  sheet: PanelSheet;
  onSheetChange: (sheet: PanelSheet) => void;
  /** Goes to a place in the text. */
  onJump: (place: TextPosition) => void;
  /** The reader says that a paragraph is being said right now. */
  onSetSyncPoint: (paragraph: number) => void;
  /** The reader wants other words, or with none what was heard. */
  onCorrect: (words: PickedWords, shown: string | null, everywhere: boolean) => void;
  /** Copies a report about the words at a place. */
  onReport: (paragraph: number, start: number, words: PickedWords) => void;
  /** Shows the transcript as heard, or as corrected again. */
  onToggleHeard: () => void;
}

/** The transcript as a list that follows playback and can be searched. */
export function TranscriptView(props: Props) {
  const {
    transcript,
    player,
    canJump,
    target,
    targetOffsets: asked,
    quotePorts: quoting,
    quoteActions: quotes,
  } = props;
  const {
    keyHandler: keys,
    show,
    sheet,
    onSheetChange: onSheet,
    onJump,
    onSetSyncPoint: onNow,
    onCorrect,
    onReport,
    onToggleHeard: onHeard,
  } = props;
  const { paragraphs, timing } = transcript;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const { card, content: words, ...wordCard } = useWordCard(box, list, paragraphs);
  const pointing = useTextPointer(list, paragraphs);
  const spoken = useSpokenLine(player, transcript);
  const { isFollowing: following, offscreenDirection: away, setFollowing, reveal } = useFollow(list, spoken);
  const find = useFind(paragraphs);
  const [reached, setReached] = useState(0);
  const { currentHit: hit } = find;
  const starts = useMemo(() => computeParagraphStarts(paragraphs), [paragraphs]);
  const saved = useSavedOffsets(paragraphs, quoting.savedQuotes);
  const selected = useSelection(list, paragraphs);
  useHighlights(list, { hits: find.hitOffsets, currentHit: hit, saved, target: asked }, spoken);
  const headings = useMemo(() => buildChapterHeadings(transcript), [transcript]);
  const titles = useMemo(
    () => new Map(headings.map(({ paragraph, title }) => [paragraph, title])),
    [headings],
  );
  const chapter = findHeadingIndex(headings, spoken.paragraph);

  useRevealTarget(target, spoken, { setFollowing, reveal }, setReached);
  useEffect(() => {
    if (!hit) return;
    setFollowing(false);
    reveal(hit.textIndex, 0, hit.start);
  }, [hit, setFollowing, reveal]);

  const jump = (place: TextPosition) => {
    setReached(place.paragraph);
    if (!canJump || interpolateSeconds(paragraphs, place) === null) return false;
    onJump(place);
    setFollowing(true);
    return true;
  };
  const now = (index: number) => {
    setReached(index);
    if (!canJump || getStartSeconds(paragraphs[index]) === null) return;
    onNow(index);
    setFollowing(true);
  };
  /** Moves the focus; where the reader left a search, what they see stays as it is. */
  const focusOn = (index: number, preventScroll = false) => {
    const next = Math.max(0, Math.min(paragraphs.length - 1, index));
    setReached(next);
    list.current?.querySelector<HTMLElement>(`[data-index="${next}"] .time`)?.focus({ preventScroll });
  };
  /** Whoever opened a sheet gets the focus back when it closes. */
  const openSheet = (next: PanelSheet) => {
    const root = box.current?.getRootNode() as ShadowRoot | undefined;
    if (next) before.current = (root?.activeElement as HTMLElement | null) ?? null;
    onSheet(next);
    if (!next) (before.current?.isConnected ? before.current : list.current)?.focus({ preventScroll: true });
  };
  const runRowAction = (action: RowAction, index: number, { shiftKey }: MouseEvent) => {
    switch (action) {
      case "jump":
        if (shiftKey) selected.extend(index);
        else jump({ paragraph: index, offset: 0 });
        return;
      case "copy-quote":
        quotes.copy(createParagraphRange(paragraphs, index));
        return;
      case "set-sync-point":
        now(index);
        return;
      case "open-quotes":
        quoting.openQuotesList();
        return;
      default:
        action satisfies never;
    }
  };
  /** One listener for all buttons of the list, so that a paragraph is drawn anew only when it changes itself. */
  const onClick = (event: MouseEvent) => {
    const button = (event.target as Element).closest("button");
    const index = Number(button?.closest<HTMLElement>("[data-index]")?.dataset["index"]);
    if (!button) {
      const isWord = wordCard.isCorrectedWord(event);
      const place = isWord ? null : pointing.getClickedPosition(event);
      // A drag that begins and ends in one word selects.
      if (isWord && !getSelectedRange(list.current)) wordCard.open(event);
      else if (place) jump(place);
      return;
    }
    const action = getRowAction(button);
    if (action) runRowAction(action, index, event);
  };
  const onKey = (event: KeyboardEvent) => {
    const onCorrected = wordCard.isCorrectedWord(event);
    if (event.key === "Escape" && card) wordCard.close();
    else if (event.key === "Escape" && selected.clear()) list.current?.focus({ preventScroll: true });
    else if (onCorrected && (event.key === "Enter" || event.key === " ")) wordCard.open(event);
    else {
      const skip = (seconds: number) => {
        const state = player.getState();
        if (state && canJump) player.seek(Math.max(0, state.seconds + seconds));
      };
      const done = runShortcut(
        event,
        {
          moveFocus(from, to) {
            setFollowing(false);
            focusOn(to(from));
          },
          jump: (index) => jump({ paragraph: index, offset: 0 }),
          skip,
          togglePlayback: () => player.toggle(),
          focusFind: () => field.current?.select(),
          toggleFollow: () => setFollowing(!following),
          extendSelection(index, by) {
            setFollowing(false);
            const next = selected.range ? index + by : index;
            focusOn(next);
            selected.extend(Math.max(0, Math.min(paragraphs.length - 1, next)));
          },
          ...createQuoteShortcuts(quotes, selected, spoken, paragraphs),
          setSyncPoint: now,
          toggleHeard: onHeard,
          openCorrection: wordCard.open,
          openChapters: () => headings.length > 0 && openSheet("chapters"),
          openHelp: () => openSheet("keys"),
        },
        reached,
      );
      if (!done) return;
    }
    event.preventDefault();
  };
  // At once, or a key pressed as soon as a card is seen would meet what was there before.
  useLayoutEffect(() => {
    keys.current = onKey;
  });

  return (
    <div ref={box} class="transcript">
      <FindBar
        find={find}
        field={field}
        hasChapters={headings.length > 0}
        onChapters={() => openSheet("chapters")}
        onLeave={() => {
          find.setQuery("");
          focusOn(hit?.textIndex ?? reached, hit !== undefined);
        }}
      />
      {find.hits.length > 0 && (
        <HitStrip hits={find.hits} currentHit={hit} paragraphStarts={starts} onChoose={find.choose} />
      )}
      <button type="button" class="skip" onClick={() => end.current?.focus()}>
        {t("panel.skip")}
      </button>
      <TranscriptList
        {...{ list, transcript, chapterTitles: titles, spoken, tabStopIndex: reached, canJump, find }}
        targetIndex={target?.paragraph}
        targetOffsets={asked}
        savedOffsets={saved}
        onClick={onClick}
        onPointerDown={pointing.press}
        onPointerMove={pointing.hover}
        onHover={(event) => {
          wordCard.hover(event);
          if (!event) pointing.hover(null);
        }}
        onScroll={wordCard.closeOnScroll}
      />
      <p ref={end} class="unseen" tabIndex={-1}>
        {t("panel.end")}
      </p>
      {card && words && (
        <WordCard
          content={words}
          show={show}
          mode={card.mode}
          position={card.position}
          onCorrect={(shown, everywhere) => {
            onCorrect(words, shown, everywhere);
            wordCard.close();
          }}
          onUndo={(everywhere) => {
            onCorrect(words, null, everywhere);
            wordCard.close();
          }}
          onReport={() => {
            onReport(card.paragraph, card.start, words);
            wordCard.close();
          }}
          onClose={wordCard.close}
        />
      )}
      {card?.mode !== "pinned" && (
        <SelectionBar
          {...{ transcript, selection: selected, quotePorts: quoting, quoteActions: quotes }}
          onCorrect={wordCard.openSelection}
        />
      )}
      {!following && away && (
        <button type="button" class="pill" onClick={() => setFollowing(true)}>
          <Icon name={away === "above" ? "back" : "follow"} /> {t("panel.follow")}
        </button>
      )}
      {sheet === "keys" && <ShortcutHelp onClose={() => openSheet(null)} />}
      {sheet === "chapters" && (
        <ChapterList
          headings={headings}
          currentIndex={chapter}
          isApproximate={timing !== "exact"}
          onClose={() => openSheet(null)}
          onChoose={({ paragraph }) => {
            openSheet(null);
            focusOn(paragraph);
            if (jump({ paragraph, offset: 0 })) return;
            setFollowing(false);
            reveal(paragraph);
          }}
        />
      )}
    </div>
  );
}
